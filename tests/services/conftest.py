from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from service_fakes import HurriedLoop, World

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"hurried": HurriedLoop}


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    await world.close()


@pytest.fixture(autouse=True)
def nothing_unexpected_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that expects a warning or an error looks at it and clears `caplog`."""
    yield
    assert [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING] == []
