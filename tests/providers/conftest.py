from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import trustme

from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytest.register_assert_rewrite("provider_contract")

_PROXY_VARIABLES = (
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "ws_proxy",
    "wss_proxy",
    "socks_proxy",
)


@pytest.fixture(autouse=True)
def _no_proxy_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def practice() -> Iterator[PracticeServer]:
    with PracticeServer(pace=0.01) as server:
        yield server


@pytest.fixture
def live_practice() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.01) as server:
        yield server


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority that nobody trusts of himself."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "office ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
async def skip(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let the loop's clock jump: what is due by then happens at once."""
    loop = asyncio.get_running_loop()
    true_time = loop.time
    skipped_s = 0.0

    def jump(seconds: float) -> None:
        nonlocal skipped_s
        skipped_s += seconds

    monkeypatch.setattr(loop, "time", lambda: true_time() + skipped_s)
    return jump
