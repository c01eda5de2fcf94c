"""Other programs that use the same files: Python scripts in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
TIMEOUT_S = 60

# Root may write anywhere: without these capabilities permission bits hold for it, too.
needs_modes = pytest.mark.skipif(sys.platform != "linux", reason="there is no setpriv for AS_ANYBODY")
for_its_user_alone = pytest.mark.skipif(
    sys.platform == "win32", reason="a user's folders are that user's without modes"
)
needs_full_disk = pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to a file's size")

AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--")


def run_python(
    script: str,
    *arguments: object,
    environment: Mapping[str, str] | None = None,
    prefix: tuple[str, ...] = (),
) -> str:
    """Run a script that can import `app` and these helpers; return what it printed."""
    with start_python(script, *arguments, environment=environment, prefix=prefix) as program:
        said, _ = program.communicate(timeout=TIMEOUT_S)
    assert program.returncode == 0
    return said


def start_python(
    script: str,
    *arguments: object,
    environment: Mapping[str, str] | None = None,
    prefix: tuple[str, ...] = (),
) -> subprocess.Popen[str]:
    """Start such a script, with pipes to talk to it."""
    head = f"import sys; sys.path[:0] = [{str(HERE)!r}, {str(HERE.parents[1])!r}]\n"
    return subprocess.Popen(  # noqa: S603 - our own scripts
        [*prefix, sys.executable, "-c", head + script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=None if environment is None else dict(environment),
    )


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing be made in `folder` by programs that run AS_ANYBODY."""
    with _mode(folder, 0o500):
        yield


@contextmanager
def unreadable(file: Path) -> Iterator[None]:
    """Let `file` not be read by programs that run AS_ANYBODY."""
    with _mode(file, 0):
        yield


@contextmanager
def _mode(path: Path, mode: int) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)
