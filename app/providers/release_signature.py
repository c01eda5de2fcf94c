"""Who signed: Ed25519, over exact bytes. The library is loaded with the first signature, for it is heavy."""

from __future__ import annotations

import base64

from app.domain.release import KEY_SIZE

SIGNATURE_SIZE = 64
"""Bytes, raw: as RFC 8032 has them."""


def is_signed(data: bytes, signature: bytes, key: str) -> bool:
    """Whether `signature`, base64 on one line, is that of `data` by the owner of `key`, base64 too."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        raw_key = _decoded(key.encode("ascii"), KEY_SIZE)
        raw_signature = _decoded(signature.strip(), SIGNATURE_SIZE)
        VerifyKey(raw_key).verify(data, raw_signature)
    except (ValueError, BadSignatureError):
        return False
    return True


def _decoded(text: bytes, size: int) -> bytes:
    """Return what `text` stands for. Raises ValueError for no base64, and for another size."""
    raw = base64.b64decode(text, validate=True)
    if len(raw) != size:
        raise ValueError
    return raw
