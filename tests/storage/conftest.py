from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from system_keyring import own_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from system_keyring import SystemKeyring


@pytest.fixture
def secret_service(tmp_path: Path) -> Iterator[SystemKeyring]:
    folder = tmp_path / "keyring"
    folder.mkdir()
    with own_keyring(folder) as service:
        yield service
