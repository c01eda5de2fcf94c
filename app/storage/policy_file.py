"""The administrators' settings file: where it lies, and what stands in it.

It lies in a folder that only administrators write to, at a place that is fixed for the system: no variable
of the environment leads elsewhere, for the operator sets those, and could have no policy that way.
"""

from __future__ import annotations

import sys
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from app.domain.detail import Detail
from app.domain.guard import Guard
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.policy import NO_POLICY, Policy

_LARGEST = 16_000_000
"""Bytes; some 100,000 numbers written into it. A file beside it may be larger."""

_UNREAD = QT_TRANSLATE_NOOP(
    "Detail",
    "Your administrator's settings in {path} cannot be read ({error}), so nobody knows what they forbid. "
    "Until they can, every call needs a reason. Tell your administrator.",
)


def policy_path() -> Path:
    """Return where administrators leave their settings on this system."""
    if sys.platform == "win32":
        from platformdirs.windows import get_win_folder_via_ctypes  # asks the system, not %ProgramData%

        return Path(get_win_folder_via_ctypes("CSIDL_COMMON_APPDATA")) / "Toque" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Toque/policy.json")
    return Path("/etc/toque/policy.json")


def read_policy(path: Path) -> Policy:
    """Return what stands in the file at `path`; where there is none, no policy. Reads the disk: it blocks.

    A file that is there and cannot be read or understood, in any part, is an unreadable policy. Names that
    are not known count as such: "bindng" would bind nobody, and nobody would know.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            return _unreadable(path, "too large")
        record = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_PolicyRecord)
        return _policy(record, path)
    except (FileNotFoundError, NotADirectoryError):
        return NO_POLICY
    except OSError as error:
        return _unreadable(path, error.strerror or type(error).__name__)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        return _unreadable(path, str(error) or type(error).__name__)


def _unreadable(path: Path, error: str) -> Policy:
    return Policy.unreadable(str(path), Detail(_UNREAD, path=str(path), error=error))


class _QuietRecord(msgspec.Struct, forbid_unknown_fields=True):
    begins: str = msgspec.field(name="from")
    ends: str = msgspec.field(name="until")


class _NumberRecord(msgspec.Struct, forbid_unknown_fields=True):
    number: str
    reason: str = ""


class _FileRecord(msgspec.Struct, forbid_unknown_fields=True):
    file: str


class _PolicyRecord(msgspec.Struct, forbid_unknown_fields=True):
    again_within_s: Annotated[int, msgspec.Meta(ge=1, le=31_622_400)] | None = None
    quiet_hours: _QuietRecord | None = None
    do_not_call: _FileRecord | list[str | _NumberRecord] | None = None
    binding: list[Literal["earlier", "do_not_call", "quiet_hours"]] = []


def _policy(record: _PolicyRecord, path: Path) -> Policy:
    hours = record.quiet_hours
    if hours is not None and _hour(hours.begins) == _hour(hours.ends):
        raise ValueError("quiet_hours: from and until are the same")
    listed = record.do_not_call if isinstance(record.do_not_call, list) else []
    numbers = [_NumberRecord(each) if isinstance(each, str) else each for each in listed]
    return Policy(
        path=str(path),
        again_within=None if record.again_within_s is None else timedelta(seconds=record.again_within_s),
        quiet_hours=(_hour(hours.begins), _hour(hours.ends)) if hours else None,
        binding=frozenset(map(Guard, record.binding)),
        numbers={each.number: each.reason for each in numbers},
        numbers_file=str(path.parent / record.do_not_call.file)
        if isinstance(record.do_not_call, _FileRecord)
        else "",
    )


def _hour(text: str) -> time:
    """Return a time of day such as 21:00. Raises ValueError."""
    hour = time.fromisoformat(text)
    if hour.tzinfo is not None:
        raise ValueError(f"{text}: give the time alone")
    return hour
