"""What the tests of Windows' installers share: the computer, and the installers that were built."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "windows"))

import product
import toolchain
from windows_kinds import KINDS, Kind, Msi, SetupExe, Version, next_version
from windows_machine import WindowsMachine
from wine import WORK, wine

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def work() -> Path:
    return Path(os.environ.get("TOQUE_WINDOWS_WORK", WORK)).resolve()


@pytest.fixture(scope="session")
def this() -> Version:
    """The installers that were built."""
    frozen = Path(os.environ.get("TOQUE_FROZEN", WORK / product.NAME)).resolve()
    built = Path(os.environ.get("TOQUE_INSTALLERS", product.ROOT / "dist")).resolve()
    return Version(product.VERSION, frozen, built)


@pytest.fixture(scope="session")
def following(this: Version, tmp_path_factory: pytest.TempPathFactory) -> Version:
    return next_version(this, tmp_path_factory.mktemp("next"))


@pytest.fixture(scope="session")
def _fresh_prefix(work: Path) -> Path:
    shutil.rmtree(work / "installers", ignore_errors=True)
    toolchain.make(work, ["installers"])
    return work / "installers"


@pytest.fixture(scope="module")
def machine(work: Path, _fresh_prefix: Path) -> Iterator[WindowsMachine]:
    with wine(_fresh_prefix) as running:
        yield WindowsMachine(running, work / "python-test" / "python.exe")


@pytest.fixture
def clean(machine: WindowsMachine) -> Iterator[WindowsMachine]:
    """The computer, which is to be left as it was found."""
    files, registry = machine.files(), machine.registry()
    yield machine
    assert machine.files() ^ files == set()
    assert dict(machine.registry().items() ^ registry.items()) == {}


@pytest.fixture(params=KINDS, ids=lambda kind: kind.ending.strip("-."))
def kind(request: pytest.FixtureRequest) -> Kind:
    assert isinstance(request.param, SetupExe | Msi)
    return request.param
