"""Makes and signs the release feed that *Check for updates* asks, and the keys for it.

    python packaging/release/feed.py new-key --into DIR
    python packaging/release/feed.py embed --feed URL --public-key KEY
    TOQUE_RELEASE_KEY=… python packaging/release/feed.py make --dist dist --base-url https://…/ --into dist
    TOQUE_RELEASE_KEY=… python packaging/release/feed.py renew --feed-file feed.json
    python packaging/release/feed.py check --feed-file dist/feed.json --public-key KEY

The feed's form stands in `app/providers/release_format.py`. The private key comes from the environment or a
file, never from the command line, where others could read it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import product
from macos.info_plist import MINIMUM_MACOS
from release.notes import section

from app.domain.release import FeedAddress, Release
from app.providers.release_feed import LIMIT
from app.providers.release_format import FORMAT, read_release
from app.providers.release_signature import is_signed
from app.services.updates import UpdateUnknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nacl.signing import SigningKey

KEY_VARIABLE = "TOQUE_RELEASE_KEY"
VALID_DAYS = 365
"""A feed that nobody renews for so long may be one that somebody holds on to."""
SYSTEMS = {".exe": "windows", ".dmg": "macos", ".appimage": "linux"}
"""What operators install for themselves; .msi and .deb are the administrators'."""
LEAST = {"windows": "10.0.17763", "macos": MINIMUM_MACOS, "linux": "2.34"}
"""What Qt's own wheels ask for: Windows 10 1809, and glibc 2.34, unless the AppImage was built on a newer."""
_PRIVATE = 0o600


class Refused(Exception):
    """What was asked for cannot be done. The message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (Refused, UpdateUnknown, OSError, ValueError) as error:
        print(f"feed.py: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="The release feed: its keys, its making, its checking.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("new-key", help="write a new pair of keys")
    command.add_argument("--into", type=Path, required=True, metavar="DIR")
    command.set_defaults(run=_new_key)
    command = commands.add_parser("embed", help="have the builds of this checkout ask a feed")
    command.add_argument("--feed", required=True, metavar="URL")
    command.add_argument("--public-key", required=True, metavar="KEY")
    command.add_argument(
        "--into", type=Path, default=product.ROOT / "resources" / "release.json", metavar="FILE"
    )
    command.set_defaults(run=_embed)
    command = commands.add_parser("make", help="write and sign the feed of this version")
    command.add_argument("--dist", type=Path, required=True, metavar="DIR", help="where the installers are")
    command.add_argument("--base-url", required=True, metavar="URL", help="of the folder they will be in")
    command.add_argument("--into", type=Path, required=True, metavar="DIR")
    command.add_argument("--notes", type=Path, metavar="FILE", help="Markdown; else the part of CHANGELOG.md")
    command.add_argument("--notes-in", action="append", default=[], metavar="LANGUAGE=FILE")
    command.add_argument("--minimum", action="append", default=[], metavar="SYSTEM=VERSION")
    _add_signing(command)
    command.set_defaults(run=_make)
    command = commands.add_parser("renew", help="let a feed count for longer, and sign it anew")
    command.add_argument("--feed-file", type=Path, required=True, metavar="FILE")
    _add_signing(command)
    command.set_defaults(run=_renew)
    command = commands.add_parser("check", help="read a feed as the program will")
    command.add_argument("--feed-file", type=Path, required=True, metavar="FILE")
    command.add_argument("--public-key", required=True, metavar="KEY")
    command.set_defaults(run=_check)
    return parser


def _add_signing(command: argparse.ArgumentParser) -> None:
    command.add_argument("--valid-days", type=int, default=VALID_DAYS, metavar="N")
    command.add_argument("--key-file", type=Path, metavar="FILE", help=f"else ${KEY_VARIABLE} has the key")


# --- the keys -----------------------------------------------------------------------------------------


def _new_key(options: argparse.Namespace) -> None:
    from nacl.signing import SigningKey

    key = SigningKey.generate()
    options.into.mkdir(parents=True, exist_ok=True)
    _write_anew(options.into / "release-key", base64.b64encode(bytes(key)) + b"\n")
    _write_anew(options.into / "release-key.pub", public_key(key).encode() + b"\n")
    print(f"The public key, for --public-key: {public_key(key)}")


def _write_anew(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read. An older key is never written over: it would be lost."""
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, _PRIVATE)) as file:
        file.write(data)


def public_key(key: SigningKey) -> str:
    """Return the public half, as the program and the administrators' settings have it."""
    return base64.b64encode(bytes(key.verify_key)).decode()


def _private_key(file: Path | None) -> SigningKey:
    from nacl.exceptions import CryptoError
    from nacl.signing import SigningKey

    text = file.read_bytes() if file is not None else os.environ.get(KEY_VARIABLE, "").encode()
    if not text.strip():
        raise Refused(f"there is no private key: set {KEY_VARIABLE}, or give --key-file")
    try:
        return SigningKey(base64.b64decode(text.strip(), validate=True))
    except (ValueError, CryptoError):  # their text may quote what was given
        raise Refused("the private key cannot be read: it must be what new-key wrote") from None


def _address(url: str, key: str) -> FeedAddress:
    try:
        return FeedAddress.checked(url, key)
    except ValueError as error:
        raise Refused(str(error)) from error


def _embed(options: argparse.Namespace) -> None:
    address = _address(options.feed, options.public_key)
    record = {"feed": address.url, "key": address.key}
    options.into.write_text(json.dumps(record) + "\n", encoding="utf-8")


# --- the feed -----------------------------------------------------------------------------------------


def _make(options: argparse.Namespace) -> None:
    now = _now()
    record = {
        "format": FORMAT,
        "version": product.VERSION,
        "date": now.isoformat(),
        "expires": (now + timedelta(days=options.valid_days)).isoformat(),
        "notes": dict(_notes(options.notes, options.notes_in)),
        "downloads": list(_downloads(options.dist, options.base_url, dict(_pairs(options.minimum)))),
    }
    options.into.mkdir(parents=True, exist_ok=True)
    _sign(record, options.into / "feed.json", _private_key(options.key_file))


def _renew(options: argparse.Namespace) -> None:
    """Change nothing but how long the feed counts; it must be one that this key has signed."""
    file: Path = options.feed_file
    key = _private_key(options.key_file)
    checked(file.read_bytes(), _signature_file(file).read_bytes(), public_key(key))
    record = json.loads(file.read_bytes())
    record["expires"] = (_now() + timedelta(days=options.valid_days)).isoformat()
    _sign(record, file, key)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _signature_file(file: Path) -> Path:
    return file.with_name(file.name + ".sig")


def _sign(record: Mapping[str, Any], file: Path, key: SigningKey) -> None:
    """Write the feed and its signature, once the program is known to take them."""
    data = json.dumps(record, indent=1, ensure_ascii=False).encode()
    signature = base64.b64encode(key.sign(data).signature) + b"\n"
    release = checked(data, signature, public_key(key))
    file.write_bytes(data)
    _signature_file(file).write_bytes(signature)
    files = ", ".join(f"{each.system} {each.arch}" for each in release.files)
    print(f"{file.name} of {release.version}, good until {release.expires_at:%Y-%m-%d}: {files}")


def _notes(english: Path | None, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    if english is not None:
        yield "en", english.read_text(encoding="utf-8").strip()
    else:
        changelog = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        yield "en", section(changelog, product.VERSION).strip()
    for language, file in _pairs(others):
        yield language, Path(file).read_text(encoding="utf-8").strip()


def _pairs(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        name, sign, value = text.partition("=")
        if not (name and sign and value):
            raise Refused(f"{text}: give it as NAME=VALUE")
        yield name, value


def _downloads(dist: Path, base_url: str, minimum: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Describe the installers in `dist`; one for every kind of computer at most."""
    seen: dict[tuple[str, str], str] = {}
    for path in sorted(dist.iterdir()):
        system = SYSTEMS.get(path.suffix.lower())
        if system is None:
            continue
        if not re.search(rf"(?<![\d.]){re.escape(product.VERSION)}(?![\d]|\.\d)", path.name):
            raise Refused(f"{path.name} is not of version {product.VERSION}: remove it from {dist}")
        for arch in architectures(path.name):
            if (other := seen.setdefault((system, arch), path.name)) != path.name:
                raise Refused(f"{other} and {path.name} are both for {system}, {arch}")
            yield {
                "system": system,
                "arch": arch,
                "url": base_url.rstrip("/") + "/" + path.name,
                "size": path.stat().st_size,
                "sha256": _sha256(path),
                "minimum_system": minimum.get(system, LEAST[system]),
            }
    if not seen:
        raise Refused(f"there is no installer in {dist}: no {', no '.join(SYSTEMS)}")


def architectures(name: str) -> tuple[str, ...]:
    """Return the architectures that an installer of that name is for; without a word for it, x86_64."""
    if re.search(r"universal", name, re.IGNORECASE):
        return "arm64", "x86_64"
    return ("arm64",) if re.search(r"arm64|aarch64", name, re.IGNORECASE) else ("x86_64",)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(data: bytes, signature: bytes, key: str) -> Release:
    """Return what the program will make of the feed. Raises Refused or UpdateUnknown where it will refuse."""
    if len(data) > LIMIT:
        raise Refused(f"the feed has {len(data)} bytes, and the program takes {LIMIT}")
    if not is_signed(data, signature, key):
        raise Refused("the feed is not signed with this key")
    return read_release(data)


def _check(options: argparse.Namespace) -> None:
    file: Path = options.feed_file
    release = checked(file.read_bytes(), _signature_file(file).read_bytes(), options.public_key)
    if release.expires_at <= datetime.now(UTC):
        raise Refused(f"the feed was good until {release.expires_at:%Y-%m-%d}")
    print(f"Toque {release.version}, {len(release.files)} files, good until {release.expires_at:%Y-%m-%d}")


if __name__ == "__main__":
    sys.exit(main())
