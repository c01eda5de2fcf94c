"""HistoryKeeping: what is too old goes, at the start and every hour."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from service_fakes import NOON, FakeHistory, FakeSettings, call_in, now

from app.domain.call import Call, CallState, Outcome
from app.services.history_keeping import HistoryKeeping
from app.services.settings import Settings


class House:
    """A history with calls of today, yesterday and last month, and its keeping."""

    def __init__(self, days: int | None) -> None:
        self.log: list[tuple[str, object]] = []
        self.history = FakeHistory(self.log)
        self.settings = FakeSettings(Settings(keep_history_days=days))
        self.troubles: list[str] = []
        self.deletions = 0
        self.keeping = HistoryKeeping(
            history=self.history,
            settings=self.settings,
            on_trouble=self.troubles.append,
            on_deleted=self._deleted,
            now=now,
        )
        for age in (0, 1, 30):
            call = aged(age)
            self.history.calls[call.id] = call

    def _deleted(self) -> None:
        self.deletions += 1

    @property
    def ids(self) -> list[str]:
        return list(self.history.calls)


def aged(days: int) -> Call:
    call = call_in(CallState.ENDED, outcome=Outcome.ANSWERED)
    steps = tuple(replace(step, at=NOON - timedelta(days=days)) for step in call.steps)
    return replace(call, id=f"{days} days old", steps=steps)


@pytest.mark.parametrize(("days", "left"), [(None, [0, 1, 30]), (365, [0, 1, 30]), (7, [0, 1]), (1, [0, 1])])
async def test_what_is_too_old_is_deleted(days: int | None, left: list[int]) -> None:
    house = House(days)
    assert await house.keeping.look() == 3 - len(left)
    assert house.ids == [f"{age} days old" for age in left]
    assert house.deletions == (len(left) < 3)
    assert house.log == [("prepared", None), ("tidied", None)]


async def test_days_pass_while_it_runs() -> None:
    house = House(2)
    house.keeping.begin()
    await asyncio.sleep(1)
    assert house.ids == ["0 days old", "1 days old"]
    await asyncio.sleep(timedelta(days=1, hours=1).total_seconds())
    assert house.ids == ["0 days old"]
    await house.keeping.close()


async def test_a_setting_takes_effect_within_the_hour() -> None:
    house = House(None)
    house.keeping.begin()
    await asyncio.sleep(1)
    await house.settings.update(lambda settings: replace(settings, keep_history_days=7))
    await asyncio.sleep(3600)
    assert house.ids == ["0 days old", "1 days old"]
    await house.keeping.close()


async def test_trouble_is_told_once_until_it_is_over() -> None:
    house = House(7)
    house.history.deleting_fails = True
    assert [await house.keeping.look() for _ in range(3)] == [0, 0, 0]
    assert house.troubles == ["The disk is full."]
    house.history.deleting_fails = False
    assert await house.keeping.look() == 1
    house.history.deleting_fails = True
    await house.keeping.look()
    assert len(house.troubles) == 2
