"""Releases of Toque, as its publisher announces them, and which of their files fits a computer."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_THREE_NUMBERS = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})", re.ASCII)
_NUMBERS = re.compile(r"\d{1,9}(\.\d{1,9}){0,5}", re.ASCII)
_URL_SIGNS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")  # RFC 3986
_HOST = re.compile(r"[a-z0-9.-]*[a-z0-9]|[0-9a-f:.]*:[0-9a-f:.]*")

KEY_SIZE = 32
"""Bytes of an Ed25519 public key."""


class Version(NamedTuple):
    """Of Toque: three numbers, the newer the greater."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the version in `text`, such as 1.2.3. Raises ValueError for any other form."""
        if (found := _THREE_NUMBERS.fullmatch(text)) is None:
            raise ValueError(f"{text!r} is no version")
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return ".".join(map(str, self))


@dataclass(frozen=True, slots=True)
class System:
    """A computer: `name` is windows, macos or linux, `arch` x86_64 or arm64, or another word for another.

    `version` is what a file's least one is compared with: Windows' build number as in 10.0.19045, macOS's
    version, the C library's on Linux; "" if it is not known.
    """

    name: str
    arch: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """An installer. `sha256` in lower-case hexadecimal. `least_system` is "" where any version will do."""

    system: str
    arch: str
    url: str
    size: int
    sha256: str
    least_system: str = ""

    @property
    def name(self) -> str:
        """The name that a browser gives the file."""
        return urlsplit(self.url).path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Release:
    """A release, and until when nothing newer than it need be expected. Times are aware.

    `notes` has Markdown by language (en, pt_BR, es), English at least.
    """

    version: Version
    published_at: datetime
    expires_at: datetime
    notes: Mapping[str, str]
    files: tuple[ReleaseFile, ...]

    def notes_in(self, language: str) -> str:
        """Return the notes in `language`, or else in English."""
        return self.notes.get(language) or self.notes.get("en", "")

    def file_for(self, system: System) -> ReleaseFile | None:
        """Return the file for that kind of computer, whatever its version; None where there is none."""
        return next(
            (each for each in self.files if (each.system, each.arch) == (system.name, system.arch)), None
        )


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """Where releases are announced (`url`, https), and the publisher's public `key` (Ed25519, base64)."""

    url: str
    key: str

    @classmethod
    def checked(cls, url: str, key: str) -> Self:
        """Return them as they were written. Raises ValueError where nothing could be asked, or believed."""
        if not is_https(url):
            raise ValueError("the feed must be an https:// address")
        if len(base64.b64decode(key, validate=True)) != KEY_SIZE:
            raise ValueError("the key must be 32 bytes in base64")
        return cls(url, key)


def is_https(url: str) -> bool:
    """Whether `url` is an address to be reached by https alone, with no user or password in it.

    What programs read differently, such as a backslash, is none; nor is what could be taken for HTML.
    """
    if not _URL_SIGNS.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    is_host = _HOST.fullmatch(parts.hostname or "") is not None
    return parts.scheme == "https" and is_host and "@" not in parts.netloc


def is_new_enough(least: str, version: str) -> bool:
    """Whether a system of `version` is at least `least`; what is not known is not refused."""
    return not (_is_dotted(least) and _is_dotted(version)) or _counted(version) >= _counted(least)


def _is_dotted(text: str) -> bool:
    return _NUMBERS.fullmatch(text) is not None


def _counted(text: str) -> tuple[int, ...]:
    """Return the numbers without zeros at the end: 14 and 14.0 are the same."""
    numbers = [*map(int, text.split("."))]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
