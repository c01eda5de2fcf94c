"""One thread for blocking work that may get stuck, and deadlines for those who wait for it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Worker:
    """A daemon thread that runs blocking functions one after another, in the order they were given.

    Not an executor: neither the end of the program nor the closing of a loop waits for a stuck thread.
    The thread starts with the first function. One worker may serve several loops.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._started = False
        self._closed = False

    async def run(
        self,
        function: Callable[[*Ts], T],
        *args: *Ts,
        deadline_s: float,
        undo: Callable[[], object] | None = None,
    ) -> T:
        """Return what `function` returns in the thread, or raise what it raises.

        Raises TimeoutError when it has not returned `deadline_s` seconds from now. Then it is skipped if
        it was still waiting its turn; if it was running it may run on, and `undo` is called in the thread
        should it return after all. Cancelling only stops the waiting: the function is still run.
        Raises RuntimeError after `close`.
        """
        if self._closed:
            raise RuntimeError(f"the worker {self._name} is closed")
        result = _Result[T]()
        job = _Job(partial(result.take, function, *args), undo, asyncio.get_running_loop())
        self._start()
        self._jobs.put(job)
        if not await job.wait(deadline_s):
            raise TimeoutError(f"the worker {self._name} did not answer within {deadline_s:g} s")
        return result.get()

    def close(self) -> None:
        """Let the thread end after what it was given already. Does not wait for it."""
        self._closed = True
        self._jobs.put(None)

    def _start(self) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=_work, args=(self._jobs,), name=self._name, daemon=True).start()


def _work(jobs: SimpleQueue[_Job | None]) -> None:
    while job := jobs.get():
        job.run()
        del job  # what it returned must not live until the next one comes


class _Result(Generic[T]):
    """What a function returned or raised, carried from the thread to the one who waits."""

    _value: T
    _error: BaseException | None = None

    def take(self, function: Callable[[*Ts], T], *args: *Ts) -> bool:
        """Run `function`; return whether it returned rather than raised."""
        try:
            self._value = function(*args)
        except BaseException as error:  # noqa: BLE001 - whatever it is, `get` raises it to the one who waits
            self._error = error
            return False
        return True

    def get(self) -> T:
        if self._error is None:
            return self._value
        try:
            raise self._error
        finally:
            self._error = None  # else it would hold its own traceback


class _Job:
    """A function in the queue. Its end and the giving up on it are settled under a lock: one comes first."""

    def __init__(
        self,
        function: Callable[[], bool],
        undo: Callable[[], object] | None,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self._function = function
        self._undo = undo
        self._loop = loop
        self._returned = loop.create_future()
        self._lock = threading.Lock()
        self._is_over = False
        self._is_given_up = False

    async def wait(self, deadline_s: float) -> bool:
        """Return whether the function was over in time."""
        try:
            async with asyncio.timeout(deadline_s):
                await self._returned
        except TimeoutError:
            with self._lock:
                self._is_given_up = not self._is_over
                return self._is_over
        return True

    def run(self) -> None:
        with self._lock:
            if self._is_given_up:
                return
        succeeded = self._function()
        with self._lock:
            self._is_over = not self._is_given_up
        if self._is_over:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self._loop.call_soon_threadsafe(self._tell)
        elif succeeded and self._undo:
            self._undo()

    def _tell(self) -> None:
        if not self._returned.done():
            self._returned.set_result(None)
