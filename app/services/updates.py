"""Asking the publisher for a newer Toque, when the operator wants to know; nothing is ever installed.

What is asked is a feed that the publisher signs. Whoever can only stand between could still hand out one
that is old: a feed therefore says until when it counts, and one older than another that was seen is refused.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.domain.release import is_new_enough
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.release import FeedAddress, Release, ReleaseFile, System, Version
    from app.services.settings import Settings, SettingsStore

log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_STARTS_AT = datetime.min.replace(tzinfo=UTC)


class UpdateUnknown(Exception):
    """It cannot be told whether there is a newer version. The message is a sentence for the operator."""


class NoUpdates(Enum):
    """Why this Toque does not ask for newer ones."""

    PRACTICE = auto()
    """Practice mode has no network."""
    MANAGED = auto()
    """Administrators installed it, and bring newer ones."""
    FORBIDDEN = auto()
    """The administrators' settings say so, or cannot be read, and might."""
    NO_FEED = auto()
    """Nobody told this build where to ask."""


class ReadFeed(Protocol):
    """Fetches, verifies and reads a feed; only what is signed with its key is ever returned."""

    async def __call__(self, feed: FeedAddress, /) -> Release:
        """Return what `feed` announces. Raises UpdateUnknown."""
        ...


@dataclass(frozen=True, slots=True)
class UpToDate:
    """No newer version is announced than the one that runs; as of when."""

    as_of: datetime


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer `release`. `file` is the one for this computer; None where it has none, `trouble` says why."""

    release: Release
    file: ReleaseFile | None
    trouble: str = ""


class Updates:
    """Asks what `feed` returns, if anything, unless `off` returns why not. `now` returns the time, aware.

    Both are asked at the first use: a window that nobody asks for news has no need of them.
    """

    def __init__(
        self,
        *,
        feed: Callable[[], FeedAddress | None],
        off: Callable[[], NoUpdates | None],
        read: ReadFeed,
        settings: SettingsStore,
        installed: Version,
        system: Callable[[], System],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.installed = installed
        self._feed = feed
        self._off = off
        self._read = read
        self._settings = settings
        self._system = system
        self._now = now

    def why_off(self) -> NoUpdates | None:
        """Return why nothing is asked; None where it can be."""
        return self._off() or (None if self._feed() else NoUpdates.NO_FEED)

    async def check(self) -> UpToDate | Newer:
        """Ask the feed. Raises UpdateUnknown."""
        feed = None if self._off() else self._feed()
        if feed is None:
            raise UpdateUnknown(_OFF)
        release = await self._read(feed)
        if release.expires_at <= self._now():
            raise UpdateUnknown(Detail(_EXPIRED, day=f"{release.expires_at:%Y-%m-%d}"))
        await self._remember(feed.key, release.published_at)
        if release.version <= self.installed:
            return UpToDate(release.published_at)
        return self._fitting(release)

    async def check_daily(self) -> Newer | None:
        """Ask the feed where the operator wants that and a day has passed; say nothing of any trouble."""
        settings = self._settings.current
        if not settings.check_updates_daily or self.why_off() is not None:
            return None
        now, last = self._now(), settings.updates_checked_at
        if last is not None and timedelta() <= now - last < _DAY:  # a clock may have been put back
            return None
        try:
            await self._settings.update(lambda old: replace(old, updates_checked_at=now))
            answer = await self.check()
        except (NotSaved, UpdateUnknown) as error:
            log.info("The daily check for updates told nothing: %s", error)
            return None
        return answer if isinstance(answer, Newer) else None

    async def _remember(self, key: str, published_at: datetime) -> None:
        """Keep the date of the newest feed seen, by who signed it; refuse one that is older."""
        seen = self._settings.current.feeds_seen.get(key, _STARTS_AT)
        if published_at < seen:
            raise UpdateUnknown(Detail(_OLDER, day=f"{published_at:%Y-%m-%d}", seen=f"{seen:%Y-%m-%d}"))
        if published_at > seen:

            def change(settings: Settings) -> Settings:
                return replace(settings, feeds_seen={**settings.feeds_seen, key: published_at})

            try:
                await self._settings.update(change)
            except NotSaved as error:
                log.info("The release feed's date is not remembered: %s", error)

    def _fitting(self, release: Release) -> Newer:
        system = self._system()
        file = release.file_for(system)
        if file is None:
            return Newer(release, None, Detail(_NO_FILE, system=system.name, arch=system.arch))
        if not is_new_enough(file.least_system, system.version):
            name = _SYSTEMS.get(system.name, system.name)
            words = Detail(_TOO_OLD, system=name, least=file.least_system, version=system.version)
            return Newer(release, None, words)
        return Newer(release, file)


_SYSTEMS = {"windows": "Windows", "macos": "macOS", "linux": "glibc"}
"""Whose version it is that a file needs."""
_OFF = QT_TRANSLATE_NOOP("Detail", "This Toque does not ask for newer versions.")
_EXPIRED = QT_TRANSLATE_NOOP(
    "Detail",
    "The release feed was good until {day}, so there may be a newer version that it does not tell of. "
    "Check this computer's date, or look where you got Toque.",
)
_OLDER = QT_TRANSLATE_NOOP(
    "Detail",
    "The release feed is of {day}, older than the one of {seen} that was seen before, so it may hold back a "
    "newer version. Try again later, or tell your administrator.",
)
_NO_FILE = QT_TRANSLATE_NOOP("Detail", "It has no installer for this computer ({system}, {arch}).")
_TOO_OLD = QT_TRANSLATE_NOOP(
    "Detail", "Its installer needs {system} {least} or newer, and this computer has {version}."
)
