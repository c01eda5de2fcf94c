from __future__ import annotations

import asyncio
import gc
import threading
from typing import TYPE_CHECKING

import pytest
from storage_programs import run_python

from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_S = 60


class Gate:
    """A function that blocks until it is opened."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self._open = threading.Event()

    def __call__(self, result: str = "through") -> str:
        self.entered.set()
        assert self._open.wait(LONG_S)
        return result

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.close()


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


async def test_results_come_back_from_another_thread(worker: Worker) -> None:
    thread = await worker.run(threading.current_thread, deadline_s=LONG_S)
    assert thread is not threading.current_thread()
    assert thread.daemon
    assert await worker.run(divmod, 7, 2, deadline_s=LONG_S) == (3, 1)


async def test_errors_come_back(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        await worker.run(divmod, 7, 0, deadline_s=LONG_S)
    with pytest.raises(RuntimeError, match="StopIteration"):  # what any coroutine makes of it
        await worker.run(next, iter(()), deadline_s=LONG_S)


async def test_functions_run_one_at_a_time_in_their_order(worker: Worker, gate: Gate) -> None:
    done: list[int] = []
    first = asyncio.ensure_future(worker.run(gate, deadline_s=LONG_S))
    others = [asyncio.ensure_future(worker.run(done.append, n, deadline_s=LONG_S)) for n in range(9)]
    await asyncio.to_thread(gate.entered.wait)
    assert done == []
    gate.open()
    await asyncio.gather(first, *others)
    assert done == list(range(9))


async def test_the_deadline_ends_the_waiting_not_the_loop(worker: Worker, gate: Gate) -> None:
    with pytest.raises(TimeoutError, match=r"test did not answer within 0\.05 s"):
        await worker.run(gate, deadline_s=0.05)
    gate.open()
    assert await worker.run(int, "7", deadline_s=LONG_S) == 7


async def test_what_waits_behind_a_stuck_function_is_skipped_after_its_deadline(
    worker: Worker, gate: Gate
) -> None:
    done: list[str] = []
    stuck = asyncio.ensure_future(worker.run(gate, deadline_s=LONG_S))
    await asyncio.to_thread(gate.entered.wait)
    with pytest.raises(TimeoutError):
        await worker.run(done.append, "late", deadline_s=0.05)
    gate.open()
    assert await stuck == "through"
    await worker.run(done.append, "next", deadline_s=LONG_S)
    assert done == ["next"]


async def test_what_returns_after_its_deadline_is_undone(worker: Worker, gate: Gate) -> None:
    undone: list[str] = []
    with pytest.raises(TimeoutError):
        await worker.run(gate, deadline_s=0.05, undo=lambda: undone.append("it"))
    gate.open()
    await worker.run(int, deadline_s=LONG_S, undo=lambda: undone.append("in time"))
    assert undone == ["it"]


async def test_a_timeout_of_the_function_itself_is_its_own(worker: Worker) -> None:
    def fail() -> None:
        raise TimeoutError("of the function")

    with pytest.raises(TimeoutError, match="of the function"):
        await worker.run(fail, deadline_s=LONG_S)


async def test_a_cancelled_wait_still_runs_the_function(worker: Worker, gate: Gate) -> None:
    done: list[str] = []
    stuck = asyncio.ensure_future(worker.run(gate, deadline_s=LONG_S))
    waiting = asyncio.ensure_future(worker.run(done.append, "done", deadline_s=LONG_S))
    await asyncio.to_thread(gate.entered.wait)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.open()
    await stuck
    await worker.run(int, deadline_s=LONG_S)
    assert done == ["done"]


async def test_after_closing_nothing_is_taken(worker: Worker) -> None:
    worker.close()
    with pytest.raises(RuntimeError, match="closed"):
        await worker.run(int, deadline_s=LONG_S)


async def test_closing_lets_what_was_given_finish(worker: Worker, gate: Gate) -> None:
    running = asyncio.ensure_future(worker.run(gate, deadline_s=LONG_S))
    await asyncio.to_thread(gate.entered.wait)
    worker.close()
    gate.open()
    assert await running == "through"


def test_a_loop_closes_over_a_stuck_function_and_another_goes_on(worker: Worker, gate: Gate) -> None:
    async def give_up() -> None:
        with pytest.raises(TimeoutError):
            await worker.run(gate, deadline_s=0.05)

    async def leave_unfinished() -> None:
        task = asyncio.ensure_future(worker.run(divmod, 1, 0, deadline_s=LONG_S))
        await asyncio.sleep(0)
        task.cancel()

    async def go_on() -> int:
        return await worker.run(int, "7", deadline_s=LONG_S)

    asyncio.run(give_up())
    asyncio.run(leave_unfinished())
    gate.open()
    assert asyncio.run(go_on()) == 7
    gc.collect()


STUCK = """
import asyncio, threading
from app.storage.worker import Worker
async def main():
    worker = Worker("stuck")
    try:
        await worker.run(threading.Event().wait, deadline_s=0.05)
    except TimeoutError:
        print("late")
    print(await Worker("other").run(int, "7", deadline_s=60))
RUN
print("left")
"""


def test_a_stuck_worker_does_not_keep_the_program_from_ending() -> None:
    assert run_python(STUCK.replace("RUN", "asyncio.run(main())")) == "late\n7\nleft\n"


def test_it_works_on_qt_s_loop() -> None:
    script = STUCK.replace(
        "RUN",
        """
from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop
app = QCoreApplication([])
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(main())
""",
    )
    assert run_python(script) == "late\n7\nleft\n"


def test_a_function_that_outlives_qt_s_loop_is_ignored() -> None:
    script = """
import asyncio, gc, threading
from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop
from app.storage.worker import Worker
gate, worker = threading.Event(), Worker("slow")
async def leave():
    task = asyncio.ensure_future(worker.run(gate.wait, deadline_s=60))
    await asyncio.sleep(0)
    task.cancel()
app = QCoreApplication([])
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(leave())
gate.set()
print(asyncio.run(worker.run(int, "7", deadline_s=60)))
gc.collect()
"""
    assert run_python(script) == "7\n"
