"""Tasks: held, named, awaited, and never failing unheard."""

from __future__ import annotations

import asyncio

import pytest

from app.services.tasks import Tasks


async def _seven() -> int:
    return 7


async def _break() -> int:
    raise ZeroDivisionError


async def _wait(heard: list[str]) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        heard.append("ended")


async def test_a_result_is_reported() -> None:
    reported: list[object] = []
    await Tasks().start(_seven(), "seven", reported.append)
    assert reported == [7]


@pytest.mark.logs("Task break failed")
async def test_a_failure_is_reported() -> None:
    reported: list[object] = []
    await Tasks().start(_break(), "break", reported.append)
    assert [type(error) for error in reported] == [ZeroDivisionError]


@pytest.mark.logs("Task .* failed")
async def test_a_failure_that_nobody_would_hear_of_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    await Tasks().start(_break(), "the one that breaks")
    assert "Task the one that breaks failed" in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_a_task_has_its_name() -> None:
    task = Tasks().start(_seven(), "seven")
    assert task.get_name() == "seven"
    await task


async def test_closing_cancels_and_waits() -> None:
    heard: list[str] = []
    reported: list[object] = []
    tasks = Tasks()
    task = tasks.start(_wait(heard), "wait", reported.append)
    await asyncio.sleep(0.1)
    await tasks.close()
    assert task.cancelled()
    assert heard == ["ended"]
    assert reported == []


async def test_closing_before_the_first_step_leaves_nothing_behind() -> None:
    tasks = Tasks()
    task = tasks.start(_wait([]), "wait")  # unclosed, its coroutine would be warned about
    await tasks.close()
    assert task.cancelled()


async def test_closing_with_nothing_to_do() -> None:
    tasks = Tasks()
    await tasks.start(_seven(), "seven")
    await tasks.close()
    await tasks.close()


async def test_closing_with_grace_lets_work_end() -> None:
    tasks, ended = Tasks(), []

    async def work() -> None:
        await asyncio.sleep(0.01)
        ended.append("work")

    tasks.start(work(), "work")
    await tasks.close(grace_s=5)
    assert ended == ["work"]
