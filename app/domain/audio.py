"""The sound of an audio call: a prepared file or a link, and what history keeps of it."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import unquote, urlsplit, urlunsplit

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP

LONG_S = 5 * 60
"""A sound longer than this is warned of: hardly anybody listens that long."""
LONGEST_S = 30 * 60
"""A longer sound is refused."""
LARGEST = 25_000_000
"""Bytes. A sound that would be larger when sent is refused."""


class AudioRefused(Exception):
    """The sound cannot be played in a call. The message, a Detail, says why and what to do."""


class AudioFormat(StrEnum):
    """A format that a provider may accept. The values are the usual endings of such files."""

    MP3 = "mp3"
    OGG = "ogg"
    """With Vorbis or Opus in it."""
    WAV = "wav"
    M4A = "m4a"


@dataclass(frozen=True, slots=True)
class AudioWishes:
    """What is done to a file before it is sent."""

    level: bool = True
    """Bring it to the usual loudness of a voice, about -16 LUFS."""
    trim: bool = True
    """Cut the silence at both ends down to 200 ms."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What history keeps of a file.

    `duration_s` and `size` (bytes) are of what was sent, `sha256` (hex) of the file as it was chosen.
    """

    path: str
    duration_s: float
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """What history keeps of a link: without what follows a `?` or `#`, which may be a key to the file."""

    url: str
    is_whole: bool = True


AudioRecord: TypeAlias = FileRecord | LinkRecord


@dataclass(frozen=True, slots=True)
class PreparedAudio:
    """A file made ready. `data` is sent as it is, whatever becomes of the file meanwhile.

    `duration_s` is that of `data`; what begins with `original_` is of the file as it was chosen, its
    `original_kind` in words such as "MP3". `gain_db` and `cut_s` say what was done to it.
    """

    path: str
    data: bytes = field(repr=False)
    format: AudioFormat
    duration_s: float
    original_kind: str
    original_size: int
    original_duration_s: float
    original_sha256: str
    gain_db: float = 0.0
    cut_s: float = 0.0
    is_untouched: bool = False
    """Whether `data` is the original itself."""
    is_silent: bool = False
    peaks: bytes = field(default=b"", repr=False)
    """The shape of the sound, for drawing: for each part of equal length its highest level, 0 to 255."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name

    @property
    def size(self) -> int:
        """Bytes to be sent."""
        return len(self.data)

    @property
    def record(self) -> FileRecord:
        """What history keeps of it."""
        return FileRecord(self.path, self.duration_s, self.size, self.original_sha256)


@dataclass(frozen=True, slots=True)
class AudioLink:
    """The public http(s) address of a sound, which the provider fetches itself."""

    url: str = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> AudioLink:
        """Return the link in `text`. Raises AudioRefused for one that no provider could fetch."""
        url = text.strip()
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
            host.encode("idna")  # what a resolver does: labels may be empty or too long
        except ValueError as error:
            raise AudioRefused(Detail(_NO_LINK)) from error
        if parts.scheme not in {"http", "https"} or not host or not url.isprintable() or " " in url:
            raise AudioRefused(Detail(_NO_LINK))
        if "@" in parts.netloc:
            raise AudioRefused(Detail(_LINK_WITH_PASSWORD))
        return cls(url)

    @property
    def record(self) -> LinkRecord:
        """What history keeps of it."""
        parts = urlsplit(self.url)
        return LinkRecord(
            urlunsplit(parts._replace(query="", fragment="")), is_whole=not (parts.query or parts.fragment)
        )

    def hidden_in(self, text: str) -> str:
        """Return `text` with "…" for what follows a `?` or `#` in the link: it may be a key to the file."""
        parts = urlsplit(self.url)
        for mark, secret in (("?", parts.query), ("#", parts.fragment)):
            for form in (secret, unquote(secret), html.escape(secret)) if secret else ():
                if mark + form in text:  # else a Detail stays one
                    text = text.replace(mark + form, f"{mark}…")
        return text


AudioSource: TypeAlias = PreparedAudio | AudioLink


def length_words(duration_s: float) -> str:
    """Return a duration as a player shows it: 0:24, 12:05, 1:02:03."""
    minutes, seconds = divmod(round(duration_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


_NO_LINK = QT_TRANSLATE_NOOP("Detail", "The link must look like https://host/file.mp3.")
_LINK_WITH_PASSWORD = QT_TRANSLATE_NOOP(
    "Detail", "The link holds a user or a password, which the provider would see. Use one without."
)
