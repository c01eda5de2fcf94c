"""How long it takes from the press of Call until the first byte of the request is at the provider."""

from __future__ import annotations

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
from processes import provider
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_harness import Desk, run_on_qt
from yardstick import print_table

from app.domain.provider import Line
from app.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from processes import Provider
    from PySide6.QtWidgets import QApplication

RUNS = 15
BODY = b'{"number":"5511999990000","duration":1}'


@dataclass
class Bare:
    """A bare warm httpx client."""

    url: str
    agent: str
    _client: httpx.AsyncClient | None = None

    async def post(self) -> float:
        """Post once; return when."""
        if self._client is None:
            self._client = httpx.AsyncClient(headers={"User-Agent": self.agent, "token": "bench"})
            await self._client.get(f"{self.url}/api/instance/list")
        began = time.monotonic()
        await self._client.post(f"{self.url}/api/call/fake/bench", content=BODY)
        return began

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()


@dataclass
class Timed:
    """Notes how long each call of a coroutine function took."""

    function: Callable[..., Awaitable[object]]
    taken_s: list[float] = field(default_factory=list)

    async def __call__(self, *args: object) -> object:
        began = time.monotonic()
        try:
            return await self.function(*args)
        finally:
            self.taken_s.append(time.monotonic() - began)


def test_press_to_first_byte(qapp: QApplication, tmp_path: Path) -> None:
    with provider() as server:
        run_on_qt(qapp, compare(Desk(tmp_path, Theme(qapp), server), server, tmp_path))  # type: ignore[arg-type]


async def compare(desk: Desk, server: Provider, folder: Path) -> None:
    await desk.open()
    await desk.until(lambda: desk.program.accounts.open.status("account").connection.line is Line.CONNECTED)
    desk.window.dialler.ring_duration.set_seconds(1)
    history = desk.program.history
    record = history.record = Timed(history.record)  # type: ignore[assignment, method-assign]
    look_up = history.latest_sent_to = Timed(history.latest_sent_to)  # type: ignore[assignment, method-assign]
    on_qt, on_asyncio = Bare(server.base_url, "bare-qt"), Bare(server.base_url, "bare-asyncio")
    pressed: dict[str, list[float]] = {"bare-asyncio": [], "bare-qt": [], "Toque": []}
    writes, look_ups, syncs = [], [], []
    with ThreadPoolExecutor(1) as thread:
        plain = asyncio.Runner()
        for run in range(RUNS):
            posted = thread.submit(plain.run, on_asyncio.post())
            pressed["bare-asyncio"].append(await asyncio.wrap_future(posted))
            pressed["bare-qt"].append(await on_qt.post())
            record.taken_s.clear()
            pressed["Toque"].append(await press(desk, f"+55 11 99999-{1000 + run}"))
            writes.append(sum(record.taken_s[:2]))  # queued, sending
            look_ups.append(look_up.taken_s[-1])
            syncs.append(synced(folder))
        thread.submit(plain.run, on_asyncio.close()).result()
        thread.submit(plain.close).result()
    await on_qt.close()
    await desk.close()
    _report(pressed, server.arrivals(), {"look-up": look_ups, "writes": writes, "fsync": syncs})


async def press(desk: Desk, number: str) -> float:
    """Press Call with that number, wait for the call's end, and return when the button was let go."""
    desk.window.fill_in_number(number)
    button = desk.named("Call")
    earlier = len({call.id for call in desk.calls})
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    began = time.monotonic()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    await desk.until(lambda: len({call.id for call in desk.calls}) > earlier and desk.calls[-1].is_over)
    return began


def synced(folder: Path) -> float:
    """Write and sync 4 KiB; return how long it took."""
    began = time.monotonic()
    with (folder / "yardstick").open("wb", buffering=0) as file:
        file.write(bytes(4096))
        os.fsync(file.fileno())
    return time.monotonic() - began


def _report(
    pressed: dict[str, list[float]], arrivals: list[dict[str, object]], parts: dict[str, list[float]]
) -> None:
    def samples(agent: str) -> list[float]:
        posts = [a for a in arrivals if a["method"] == "POST" and str(a["agent"]).startswith(agent)]
        assert len({post["connection"] for post in posts}) == 1, "a call paid for a new connection"
        return [1000 * (float(str(p["at"])) - at) for p, at in zip(posts, pressed[agent], strict=True)]

    in_ms = {part: [1000 * s for s in taken_s] for part, taken_s in parts.items()}
    print_table(
        f"Press to first byte, ms ({RUNS} calls on 1 connection each: no handshake)",
        {
            "bare warm httpx on asyncio": samples("bare-asyncio"),
            "bare warm httpx on Qt's loop": samples("bare-qt"),
            "Toque, press of Call": samples("Toque"),
            "  of which looking for an earlier call": in_ms["look-up"],
            "  of which the history's two writes": in_ms["writes"],
            "a bare write of 4 KiB with fsync": in_ms["fsync"],
        },
    )
