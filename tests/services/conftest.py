from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from audio_fakes import Desk
from service_fakes import HurriedLoop, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The hurried loop, unless a test asks for one with true threads by naming it."""
    marker = item.get_closest_marker("asyncio")
    if marker is not None and marker.kwargs.get("loop_factories"):
        return {"threads": asyncio.SelectorEventLoop}
    return {"hurried": HurriedLoop}


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    await world.close()


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    await desk.close()
