"""The keyring that tests keep secrets in: the system's own kind, with nothing of anybody's in it."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

if sys.platform == "win32":
    from credential_manager import CredentialManager as SystemKeyring
elif sys.platform == "linux":
    from secret_service import SecretService as SystemKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def own_keyring(folder: Path) -> Iterator[SystemKeyring]:
    """Let this process use a real keyring, empty and unlocked. What it needs on disk lives in `folder`."""
    if sys.platform == "darwin":
        pytest.skip("nobody has made a keychain for tests yet: they would use the operator's own")
    service = SystemKeyring(folder)
    try:
        with patch.dict(os.environ, {"DBUS_SESSION_BUS_ADDRESS": service.address}):
            keyring.set_keyring(service.backend())
            yield service
    finally:
        keyring.set_keyring(NoKeyring())
        service.close()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()  # keyring 25.7 does not close its socket when the collection stays locked
