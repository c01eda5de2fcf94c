"""Whether it is too early or too late where the callee is."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.domain.phone_number import PhoneNumber
from app.domain.quiet_hours import Quiet, Zones, quiet_in, zones_of

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
NEW_YORK = ZoneInfo("America/New_York")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
EVENING, MORNING = time(21), time(8)


def at(text: str, zone: ZoneInfo = SAO_PAULO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def quiet(now: datetime, *zones: ZoneInfo, begins: time = EVENING, ends: time = MORNING) -> Quiet | None:
    return quiet_in(zones or (SAO_PAULO,), now, begins, ends)


@pytest.mark.parametrize(
    ("number", "zone"),
    [
        ("+5511999990001", "America/Sao_Paulo"),
        ("+5568999990001", "America/Rio_Branco"),
        ("+525512345678", "America/Mexico_City"),
        ("+5215512345678", "America/Mexico_City"),
        ("+5491123456789", "America/Buenos_Aires"),
        ("+14155550123", "America/Los_Angeles"),
        ("+819012345678", "Asia/Tokyo"),
    ],
)
def test_zone_comes_from_the_number(number: str, zone: str) -> None:
    assert zones_of(PhoneNumber.parse(number)) == Zones((ZoneInfo(zone),))


def test_a_number_of_no_place_has_no_zone() -> None:
    assert zones_of(PhoneNumber.parse("+80012345678")) == Zones()


def test_a_number_of_a_wide_country_has_many_zones() -> None:
    assert len(zones_of(PhoneNumber.parse("+18005550199")).known) > 10


def test_zones_without_data_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.domain.numbering_plan.time_zones", lambda _number: ("Mars/Olympus", "UTC", "/x"))
    assert zones_of(PhoneNumber.parse("+5511999990001")) == Zones((ZoneInfo("UTC"),), ("Mars/Olympus", "/x"))


def test_a_system_without_time_zones_knows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(name: str) -> ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr("app.domain.quiet_hours.ZoneInfo", not_found)
    assert zones_of(PhoneNumber.parse("+5511999990001")) == Zones((), ("America/Sao_Paulo",))


def test_no_known_zone_stops_nobody() -> None:
    assert quiet_in((), at("2026-11-20T23:00"), EVENING, MORNING) is None


@pytest.mark.parametrize(
    ("clock", "is_quiet"),
    [
        *(("20:59:59", False), ("21:00:00", True), ("23:59:59", True), ("00:00:00", True)),
        *(("07:59:59", True), ("08:00:00", False), ("12:00:00", False)),
    ],
)
def test_hours_over_midnight(clock: str, is_quiet: bool) -> None:
    assert (quiet(at(f"2026-11-20T{clock}")) is not None) is is_quiet


@pytest.mark.parametrize(
    ("clock", "is_quiet"),
    [("11:59:59", False), ("12:00:00", True), ("13:59:59", True), ("14:00:00", False), ("23:00:00", False)],
)
def test_hours_within_a_day(clock: str, is_quiet: bool) -> None:
    now = at(f"2026-11-20T{clock}")
    assert (quiet(now, begins=time(12), ends=time(14)) is not None) is is_quiet


def test_the_same_time_twice_is_no_time() -> None:
    assert quiet(at("2026-11-20T21:00"), begins=EVENING, ends=EVENING) is None


@pytest.mark.parametrize(
    ("now", "until"), [("2026-11-20T22:14", "2026-11-21T08:00"), ("2026-11-21T03:00", "2026-11-21T08:00")]
)
def test_it_says_the_time_there_and_the_end(now: str, until: str) -> None:
    found = quiet(at(now))
    assert found is not None
    assert found.earliest == found.latest == at(now)
    assert found.earliest.tzinfo is SAO_PAULO
    assert found.until == at(until)


def test_of_several_zones_the_strictest_counts() -> None:
    now = at("2026-11-20T21:30", NEW_YORK)  # 18:30 in Los Angeles
    found = quiet(now, LOS_ANGELES, NEW_YORK)
    assert found is not None
    assert (found.earliest.hour, found.latest.hour) == (18, 21)
    assert found.until == at("2026-11-21T08:00", LOS_ANGELES)
    assert quiet(at("2026-11-20T20:30", NEW_YORK), LOS_ANGELES, NEW_YORK) is None


def test_all_around_the_earth_it_never_ends() -> None:
    zones = [ZoneInfo(f"Etc/GMT{hours:+}") for hours in range(-12, 13, 3)]
    found = quiet(at("2026-11-20T12:00"), *zones)
    assert found is not None
    assert found.until is None


def test_the_night_in_which_the_clock_goes_forward() -> None:
    found = quiet(at("2026-03-07T22:00", NEW_YORK), NEW_YORK)
    assert found is not None
    assert found.until == datetime(2026, 3, 8, 12, tzinfo=UTC)  # one hour less than other nights


def test_an_end_that_the_clock_leaps_over_is_the_end_of_the_leap() -> None:
    found = quiet(at("2026-03-08T01:30", NEW_YORK), NEW_YORK, ends=time(2, 30))
    assert found is not None
    assert found.until == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert quiet(datetime(2026, 3, 8, 7, 30, tzinfo=UTC), NEW_YORK, ends=time(2, 30)) is None


def test_an_end_that_the_clock_shows_twice_is_the_later_one() -> None:
    first = datetime(2026, 11, 1, 5, 10, tzinfo=UTC)  # 1:10, and an hour later once more
    found = quiet(first, NEW_YORK, ends=time(1, 30))
    assert found is not None
    assert found.until is not None
    assert found.until.astimezone(UTC) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert quiet(datetime(2026, 11, 1, 6, 10, tzinfo=UTC), NEW_YORK, ends=time(1, 30)) is not None
