"""What a check for updates answers: what is new, what is not, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from service_fakes import FakeSettings

from app.domain.release import FeedAddress, Release, ReleaseFile, System, Version
from app.services.settings import Settings
from app.services.updates import Newer, NoUpdates, Updates, UpdateUnknown, UpToDate

NOW = datetime(2026, 11, 20, 14, tzinfo=UTC)
FEED = FeedAddress("https://releases.example/feed.json", "key")
INSTALLED = Version(1, 2, 3)
FILE = ReleaseFile("linux", "x86_64", "https://releases.example/a", 1, "0" * 64, "2.34")
RELEASE = Release(Version(1, 3, 0), NOW, NOW + timedelta(days=1), {"en": "New"}, (FILE,))
LINUX = System("linux", "x86_64", "2.36")


class Publisher:
    """Announces `release`."""

    def __init__(self) -> None:
        self.release = RELEASE
        self.asked: list[FeedAddress] = []

    async def read(self, feed: FeedAddress) -> Release:
        self.asked.append(feed)
        return self.release


class Desk:
    """Updates, what they ask, and what they know of this computer."""

    def __init__(self) -> None:
        self.publisher = Publisher()
        self.settings = FakeSettings()
        self.feed: FeedAddress | None = FEED
        self.off: NoUpdates | None = None
        self.system = LINUX
        self.now = NOW
        self.updates = Updates(
            feed=lambda: self.feed,
            off=lambda: self.off,
            read=self.publisher.read,
            settings=self.settings,
            installed=INSTALLED,
            system=lambda: self.system,
            now=lambda: self.now,
        )

    async def refusal(self) -> str:
        with pytest.raises(UpdateUnknown) as failed:
            await self.updates.check()
        return str(failed.value)


@pytest.fixture
def office() -> Desk:
    return Desk()


async def test_a_newer_version_is_found_with_the_file_for_this_computer(office: Desk) -> None:
    assert await office.updates.check() == Newer(RELEASE, FILE)
    assert office.publisher.asked == [FEED]


@pytest.mark.parametrize("version", [INSTALLED, Version(1, 2, 2), Version(0, 99, 0)])
async def test_what_is_not_newer_is_never_offered(version: Version, office: Desk) -> None:
    office.publisher.release = replace(RELEASE, version=version)
    assert await office.updates.check() == UpToDate(NOW)


async def test_without_a_file_for_this_computer_it_is_said(office: Desk) -> None:
    office.system = System("linux", "arm64", "2.36")
    found = await office.updates.check()
    assert found == Newer(RELEASE, None, "It has no installer for this computer (linux, arm64).")


@pytest.mark.parametrize(
    ("name", "least", "version", "words"),
    [
        ("linux", "2.34", "2.31", "glibc 2.34 or newer, and this computer has 2.31"),
        ("macos", "14.0", "13.6", "macOS 14.0 or newer, and this computer has 13.6"),
        ("windows", "10.0.17763", "6.3.9600", "Windows 10.0.17763 or newer, and this computer has 6.3.9600"),
    ],
)
async def test_a_system_that_is_too_old_is_said(
    name: str, least: str, version: str, words: str, office: Desk
) -> None:
    office.publisher.release = replace(RELEASE, files=(replace(FILE, system=name, least_system=least),))
    office.system = System(name, "x86_64", version)
    found = await office.updates.check()
    assert isinstance(found, Newer)
    assert (found.file, found.trouble) == (None, f"Its installer needs {words}.")


# --- held back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [Version(1, 3, 0), INSTALLED])
async def test_a_feed_that_is_over_says_nothing_of_what_is_newest(version: Version, office: Desk) -> None:
    office.publisher.release = replace(RELEASE, version=version)
    office.now = RELEASE.expires_at
    said = await office.refusal()
    assert said.startswith("The release feed was good until 2026-11-21, so there may be a newer version")


async def test_a_feed_older_than_one_seen_is_refused(office: Desk) -> None:
    await office.updates.check()
    office.publisher.release = replace(RELEASE, version=INSTALLED, published_at=NOW - timedelta(days=9))
    said = await office.refusal()
    assert said.startswith("The release feed is of 2026-11-11, older than the one of 2026-11-20")
    assert office.settings.current.feeds_seen == {"key": NOW}


async def test_the_same_feed_again_is_no_trouble(office: Desk) -> None:
    await office.updates.check()
    assert await office.updates.check() == Newer(RELEASE, FILE)


async def test_what_another_publisher_announced_counts_for_him_alone(office: Desk) -> None:
    office.settings.current = Settings(feeds_seen={"other": NOW + timedelta(days=9)})
    await office.updates.check()
    assert office.settings.current.feeds_seen == {"other": NOW + timedelta(days=9), "key": NOW}


async def test_a_date_that_cannot_be_kept_is_no_reason_to_say_nothing(office: Desk) -> None:
    office.settings.fails = True
    assert await office.updates.check() == Newer(RELEASE, FILE)


# --- once a day ---------------------------------------------------------------------------------------


async def test_nobody_is_asked_unasked_unless_that_is_switched_on(office: Desk) -> None:
    assert await office.updates.check_daily() is None
    assert office.publisher.asked == []


@pytest.mark.parametrize(
    ("since", "asks"),
    [
        (None, True),
        (timedelta(hours=23, minutes=59), False),
        (timedelta(), False),
        (timedelta(days=1), True),
        (timedelta(days=-3), True),
    ],
)
async def test_switched_on_it_asks_once_a_day(since: timedelta | None, asks: bool, office: Desk) -> None:
    last = None if since is None else NOW - since
    office.settings.current = Settings(check_updates_daily=True, updates_checked_at=last)
    assert await office.updates.check_daily() == (Newer(RELEASE, FILE) if asks else None)
    assert await office.updates.check_daily() is None
    assert len(office.publisher.asked) == asks


async def test_no_news_and_no_trouble_is_told_unasked(office: Desk) -> None:
    office.settings.current = Settings(check_updates_daily=True)
    office.publisher.release = replace(RELEASE, version=INSTALLED)
    assert await office.updates.check_daily() is None
    office.now += timedelta(days=2)  # by when the feed is over
    assert await office.updates.check_daily() is None
    assert office.settings.current.updates_checked_at == office.now
    assert len(office.publisher.asked) == 2


async def test_what_cannot_be_remembered_is_not_asked_every_hour(office: Desk) -> None:
    office.settings.current = Settings(check_updates_daily=True)
    office.settings.fails = True
    assert await office.updates.check_daily() is None
    assert office.publisher.asked == []


async def test_where_it_is_off_it_is_off_daily_too(office: Desk) -> None:
    office.settings.current = Settings(check_updates_daily=True)
    office.off = NoUpdates.MANAGED
    assert await office.updates.check_daily() is None
    assert office.publisher.asked == []


# --- off ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("why", NoUpdates)
async def test_what_is_off_asks_nobody(why: NoUpdates, office: Desk) -> None:
    office.off = why
    assert office.updates.why_off() is why
    assert await office.refusal() == "This Toque does not ask for newer versions."
    assert office.publisher.asked == []


async def test_without_a_feed_nobody_is_asked(office: Desk) -> None:
    office.feed = None
    assert office.updates.why_off() is NoUpdates.NO_FEED
    await office.refusal()
    assert office.publisher.asked == []


def test_with_a_feed_nothing_is_off(office: Desk) -> None:
    assert office.updates.why_off() is None
