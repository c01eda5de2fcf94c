from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.practice.server import PracticeServer

sys.path.insert(0, str(Path(__file__).parents[1]))

from command_harness import PACE, Toque, clean_environment
from system_keyring import own_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from system_keyring import SystemKeyring


@pytest.fixture(scope="module")
def secret_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemKeyring]:
    """A real keyring for the tests of one file; this process uses it, too."""
    with own_keyring(tmp_path_factory.mktemp("keyring")) as service:
        yield service


@pytest.fixture
def toque(secret_service: SystemKeyring, tmp_path: Path) -> Toque:
    """The command, with an empty profile."""
    home = tmp_path / "home"
    home.mkdir()
    return Toque(tmp_path / "profile", clean_environment(home, secret_service.address))


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    """A provider without live status."""
    with PracticeServer(pace=PACE) as server:
        yield server


@pytest.fixture
def live_server() -> Iterator[PracticeServer]:
    """A provider with live status."""
    with PracticeServer(pace=PACE, live=True) as server:
        yield server


@pytest.fixture
def ready(toque: Toque, server: PracticeServer) -> Toque:
    """The command with an account at `server`."""
    toque.add_account(server)
    return toque


@pytest.fixture
def ready_live(toque: Toque, live_server: PracticeServer) -> Toque:
    """The command with an account at `live_server`."""
    toque.add_account(live_server)
    return toque
