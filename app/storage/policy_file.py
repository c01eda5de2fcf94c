"""The administrators' settings file: where it lies, and what stands in it.

It lies in a folder that only administrators write to, at a place that is fixed for the system: no variable
of the environment leads elsewhere, for the operator sets those, and could have no policy that way.
"""

from __future__ import annotations

import sys
from datetime import time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from app.domain.detail import Detail
from app.domain.guard import Guard
from app.domain.reason import QT_TRANSLATE_NOOP
from app.domain.release import FeedAddress
from app.services.policy import NO_POLICY, Fixable, Policy
from app.storage.file_owner import is_administrators
from app.storage.policy_accounts import AccountRecord, managed_accounts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.provider import CallProvider

_LARGEST = 16_000_000
"""Bytes; some 100,000 numbers written into it. A file beside it may be larger."""

_PROXIES = frozenset({"http", "https", "socks5"})

_UNREAD = QT_TRANSLATE_NOOP(
    "Detail",
    "Your administrator's settings in {path} cannot be read ({error}), so nobody knows what they forbid. "
    "Until they can, every call needs a reason. Tell your administrator.",
)


def policy_path() -> Path:
    """Return where administrators leave their settings on this system."""
    return _place()


def _place() -> Path:
    if sys.platform == "win32":
        from platformdirs.windows import get_win_folder_via_ctypes  # asks the system, not %ProgramData%

        return Path(get_win_folder_via_ctypes("CSIDL_COMMON_APPDATA")) / "Toque" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Toque/policy.json")
    return Path("/etc/toque/policy.json")


def read_policy(path: Path, providers: Iterable[type[CallProvider]] = ()) -> Policy:
    """Return what stands in the file at `path`; where there is none, no policy. Reads the disk: it blocks.

    `providers` are the kinds that an account in it can be at. A file that is there and cannot be read or
    understood, in any part, is an unreadable policy. Names that are not known count as such: "bindng" would
    bind nobody, and nobody would know.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            return _unreadable(path, "too large")
        if path == _place() and not (is_administrators(path.parent) and is_administrators(path)):
            return _unreadable(path, "it or its folder belongs to somebody who is no administrator")
        record = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_PolicyRecord)
        return _policy(record, path, providers)
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


class _SettingsRecord(msgspec.Struct, forbid_unknown_fields=True):
    language: Literal["en", "pt_BR", "es"] | None = None
    region: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] | None = None
    ring_seconds: Annotated[int, msgspec.Meta(ge=1, le=3600)] | None = None
    check_links: bool | None = None
    keep_history_days: Annotated[int, msgspec.Meta(ge=1, le=36_500)] | None = None
    watch_clipboard: bool | None = None
    notify: bool | None = None

    def named(self) -> dict[str, str | int | bool]:
        """Return those that are set. Raises ValueError for a country without telephone numbers."""
        if self.region is not None and not _has_telephones(self.region):
            raise ValueError(f"settings: region: {self.region} is no country code such as BR or US")
        return {key: value for key, value in msgspec.structs.asdict(self).items() if value is not None}


def _has_telephones(region: str) -> bool:
    from phonenumbers import SUPPORTED_REGIONS  # which takes longer to load than is left until the window

    return region in SUPPORTED_REGIONS


class _FeedRecord(msgspec.Struct, forbid_unknown_fields=True):
    feed: str
    key: str


class _PolicyRecord(msgspec.Struct, forbid_unknown_fields=True):
    again_within_s: Annotated[int, msgspec.Meta(ge=1, le=31_622_400)] | None = None
    quiet_hours: _QuietRecord | None = None
    do_not_call: _FileRecord | list[str | _NumberRecord] | None = None
    binding: list[Literal["earlier", "do_not_call", "quiet_hours"]] = []
    updates: bool | _FeedRecord = True
    settings: _SettingsRecord = msgspec.field(default_factory=_SettingsRecord)
    fixed: list[Fixable] = []
    accounts: list[AccountRecord] = []
    proxy: str = ""
    ca_file: str = ""


def _policy(record: _PolicyRecord, path: Path, providers: Iterable[type[CallProvider]]) -> Policy:
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
        updates=FeedAddress.checked(record.updates.feed, record.updates.key)
        if isinstance(record.updates, _FeedRecord)
        else None,
        forbids_updates=record.updates is False,
        settings=record.settings.named(),
        fixed=frozenset(record.fixed),
        accounts=managed_accounts(record.accounts, providers, path.parent),
        proxy=record.proxy and _proxy(record.proxy),
        ca_file=record.ca_file and str(path.parent / record.ca_file),
    )


def _proxy(url: str) -> str:
    """Return the proxy's URL. Raises ValueError, which never shows what may be a password."""
    if "@" in url:
        raise ValueError("proxy: give it without user and password, for everybody can read this file")
    try:
        parts = urlsplit(url)
        is_address = bool(parts.hostname and parts.port)
    except ValueError:
        is_address = False
    if not is_address or parts.scheme not in _PROXIES or parts[2:] not in {("", "", ""), ("/", "", "")}:
        raise ValueError("proxy: give it as http://HOST:PORT, or with https or socks5")
    return f"{parts.scheme}://{parts.netloc}"


def _hour(text: str) -> time:
    """Return a time of day such as 21:00. Raises ValueError."""
    hour = time.fromisoformat(text)
    if hour.tzinfo is not None:
        raise ValueError(f"{text}: give the time alone")
    return hour
