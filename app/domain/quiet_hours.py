"""Quiet hours: whether it is too early or too late for a call where the callee is.

A number says at best in which zones its owner may be. Where there are several it is quiet as soon as it is
quiet in one of them; where none is known (satellite, international free numbers) nothing is known, and
nothing stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from app.domain.phone_number import PhoneNumber

_LONGEST_QUIET = timedelta(days=2)
"""Zones all around the earth are never all awake: that is not an end to wait for."""


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones a number may be in: those with rules to reckon by, and the names of those without."""

    known: tuple[ZoneInfo, ...] = ()
    missing: tuple[str, ...] = ()
    """The system has no time zone data for them."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """It is quiet there now. `earliest` and `latest` are the local times now, the same for one zone.

    `until` is the local time at which it ends in the last of the zones; None where it never does.
    """

    earliest: datetime
    latest: datetime
    until: datetime | None


def zones_of(number: PhoneNumber) -> Zones:
    """Return the zones in which `number` may be; none where that is not known."""
    from app.domain import numbering_plan  # libphonenumber, which nobody needs before the first call

    known, missing = [], []
    for name in numbering_plan.time_zones(number):
        try:
            known.append(ZoneInfo(name))
        except (KeyError, ValueError, OSError):  # not found, or found and no zone
            missing.append(name)
    return Zones(tuple(known), tuple(missing))


def quiet_in(zones: Sequence[ZoneInfo], now: datetime, begins: time, ends: time) -> Quiet | None:
    """Return whether it is quiet in one of `zones` at `now` (aware), from `begins` to `ends` local time.

    The hours may run over midnight; `begins` is quiet, `ends` is not. The same time twice is no time at all.
    """
    if not any(_is_quiet(now.astimezone(zone), begins, ends) for zone in zones):
        return None
    local = sorted((now.astimezone(zone) for zone in zones), key=_wall_clock)
    return Quiet(local[0], local[-1], _end(zones, now, begins, ends))


def _is_quiet(local: datetime, begins: time, ends: time) -> bool:
    clock = local.time()
    if begins <= ends:
        return begins <= clock < ends
    return clock >= begins or clock < ends


def _end(zones: Sequence[ZoneInfo], now: datetime, begins: time, ends: time) -> datetime | None:
    """Return when it is quiet in none of `zones` any more: while it ends in one it may begin in another."""
    at = now
    while at - now <= _LONGEST_QUIET:
        quiet = [zone for zone in zones if _is_quiet(at.astimezone(zone), begins, ends)]
        if not quiet:
            return at
        at = max((_end_in(zone, at, ends) for zone in quiet), key=_instant)
    return None


def _end_in(zone: ZoneInfo, at: datetime, ends: time) -> datetime:
    """Return the next time the clock shows `ends` in `zone`: the later one where it shows it twice."""
    local = at.astimezone(zone)
    day = local.date() if local.time() < ends else local.date() + timedelta(days=1)
    shown = (datetime.combine(day, ends, zone).replace(fold=fold) for fold in (0, 1))
    return max((each.astimezone(UTC) for each in shown), key=_instant).astimezone(zone)


def _wall_clock(local: datetime) -> datetime:
    return local.replace(tzinfo=None)


def _instant(at: datetime) -> datetime:
    return at.astimezone(UTC)  # two times of one zone would be compared by what the clock shows
