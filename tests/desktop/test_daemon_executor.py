from __future__ import annotations

import asyncio
import threading

import pytest

from app.desktop.daemon_executor import DaemonExecutor


def test_a_result_is_returned() -> None:
    assert DaemonExecutor().submit(pow, 2, 5).result(timeout=10) == 32


def test_an_error_is_raised_to_whoever_waits() -> None:
    with pytest.raises(ZeroDivisionError):
        DaemonExecutor().submit(divmod, 1, 0).result(timeout=10)


def test_a_job_that_hangs_keeps_nobody() -> None:
    release = threading.Event()
    executor = DaemonExecutor()
    job = executor.submit(release.wait)
    executor.shutdown(wait=True)
    assert not job.done()
    release.set()
    assert job.result(timeout=10)


async def test_the_loop_can_use_it() -> None:
    loop = asyncio.get_running_loop()
    assert (
        await loop.run_in_executor(DaemonExecutor(), threading.current_thread) is not threading.main_thread()
    )
