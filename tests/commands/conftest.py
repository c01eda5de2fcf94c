from __future__ import annotations

import gc
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.SecretService import Keyring as SecretServiceKeyring

from app.practice.server import PracticeServer

sys.path.insert(0, str(Path(__file__).parents[1]))

from command_harness import PACE, Toque, clean_environment
from secret_service import SecretService

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def secret_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    """A real keyring for the tests of one file; this process uses it, too."""
    service = SecretService(tmp_path_factory.mktemp("keyring"))
    try:
        with patch.dict(os.environ, {"DBUS_SESSION_BUS_ADDRESS": service.address}):
            keyring.set_keyring(SecretServiceKeyring())
            yield service
    finally:
        keyring.set_keyring(NoKeyring())
        service.close()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


@pytest.fixture
def toque(secret_service: SecretService, tmp_path: Path) -> Toque:
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
