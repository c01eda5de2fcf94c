"""The release feed's form: JSON in UTF-8, whose exact bytes are signed in a file beside it.

```json
{
  "format": 1,
  "version": "1.4.0",
  "date": "2026-11-20T14:00:00Z",
  "expires": "2027-11-20T14:00:00Z",
  "notes": {"en": "### Added\\n\\n- …", "pt_BR": "…", "es": "…"},
  "downloads": [
    {"system": "windows", "arch": "x86_64", "url": "https://…/Toque-1.4.0.exe", "size": 41943040,
     "sha256": "…", "minimum_system": "10.0.17763"}
  ]
}
```

- `format`: counted up with a change that an older Toque would misread; keys not known are passed over.
- `version`: three numbers. `date`: of the release. `expires`: when the feed counts no more.
- `notes`: Markdown by language, 32,000 characters at most; only `en` must be there.
- `system`: windows, macos or linux. `arch`: x86_64 or arm64. `size`: bytes, a TiB at most.
- `url`: https. Its end is the file's name, of letters, digits and `. _ + -`: it stands in a command to paste.
- `sha256`: hexadecimal.
- `minimum_system` may be left out: Windows' build, macOS's version, or the C library's on Linux.

The signature lies at the feed's address with `.sig` behind it: base64, on one line, of the 64 bytes of an
Ed25519 signature (RFC 8032). It is checked before anything of the feed is read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.domain.reason import QT_TRANSLATE_NOOP
from app.domain.release import Release, ReleaseFile, Version, is_https
from app.services.updates import UpdateUnknown

FORMAT = 1

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
_YEARS = range(2020, 9999)
"""Of a release: at either end of what a date can be there is no local time."""
_Time = Annotated[datetime, Meta(tz=True)]
_Notes = Annotated[str, Meta(max_length=32_000)]
"""Laying out Markdown takes longer by the square of it, and minutes if it is meant to."""


class _FormRecord(msgspec.Struct):
    format: int


class _FileRecord(msgspec.Struct):
    system: str
    arch: str
    url: str
    size: Annotated[int, Meta(gt=0, le=2**40)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-fA-F]{64}\Z")]
    minimum_system: str = ""


class _FeedRecord(msgspec.Struct):
    format: Literal[1]
    version: str
    date: _Time
    expires: _Time
    notes: dict[str, _Notes]
    downloads: list[_FileRecord]


def read_release(data: bytes) -> Release:
    """Return what the feed `data` announces. Raises UpdateUnknown where it cannot be understood."""
    try:
        if msgspec.json.decode(data, type=_FormRecord).format > FORMAT:
            raise UpdateUnknown(_NEWER_FORM)
        return _release(msgspec.json.decode(data, type=_FeedRecord))
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        raise UpdateUnknown(_NOT_UNDERSTOOD) from error


def _release(record: _FeedRecord) -> Release:
    if record.date.year not in _YEARS:
        raise ValueError("a date of no release")
    return Release(
        version=Version.parse(record.version),
        published_at=record.date.astimezone(UTC),
        expires_at=record.expires.astimezone(UTC),
        notes=record.notes,
        files=tuple(map(_file, record.downloads)),
    )


def _file(record: _FileRecord) -> ReleaseFile:
    if not is_https(record.url):
        raise ValueError("a download that is not by https")
    file = ReleaseFile(
        record.system, record.arch, record.url, record.size, record.sha256.lower(), record.minimum_system
    )
    if not _NAME.fullmatch(file.name):
        raise ValueError("a download without a plain name")
    return file


_NOT_UNDERSTOOD = QT_TRANSLATE_NOOP(
    "Detail", "The release feed is signed by the publisher and yet cannot be understood. Try again later."
)
_NEWER_FORM = QT_TRANSLATE_NOOP(
    "Detail",
    "The release feed has a newer form, which this Toque does not understand: there is a newer version. Look "
    "where you got Toque.",
)
