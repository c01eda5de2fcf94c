"""Feeds as the publisher makes them, with true signatures, and as somebody else might."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from nacl.signing import SigningKey

PUBLISHED = datetime(2026, 11, 20, 14, tzinfo=UTC)
DOWNLOAD: dict[str, Any] = {
    "system": "linux",
    "arch": "x86_64",
    "url": "https://x.example/Toque-1.2.3-linux-x86_64.AppImage",
    "size": 42,
    "sha256": "AB" * 32,
    "minimum_system": "2.34",
}
FEED: dict[str, Any] = {
    "format": 1,
    "version": "1.2.3",
    "date": PUBLISHED.isoformat(),
    "expires": (PUBLISHED + timedelta(days=3650)).isoformat(),
    "notes": {"en": "- New", "es": "- Nuevo"},
    "downloads": [DOWNLOAD],
}


def feed_bytes(**changes: Any) -> bytes:
    """Return FEED with `changes`."""
    return json.dumps(FEED | changes).encode()


class Publisher:
    """Has a key of its own."""

    def __init__(self) -> None:
        self._key = SigningKey.generate()

    @property
    def key(self) -> str:
        return base64.b64encode(bytes(self._key.verify_key)).decode()

    def signature(self, data: bytes) -> bytes:
        return base64.b64encode(self._key.sign(data).signature) + b"\n"
