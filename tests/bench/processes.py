"""Starts what is measured in processes of their own, and for it a display and a provider."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
DEADLINE_S = 60
_ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join((str(HERE.parents[1]), str(HERE.parent / "ui"))),
    # The offscreen platform's one complaint, and Qt's word of the decoder that it uses.
    "QT_LOGGING_RULES": "default.warning=false;qt.multimedia.ffmpeg.info=false",
}


def first_paint(kind: str, folder: Path, platform: dict[str, str]) -> dict[str, float]:
    """Open a window of that kind, close it, and return how many ms each part of its start took."""
    spawned = time.monotonic()
    with _started(kind, folder, platform) as process:
        output, _ = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == 0
    stamps = json.loads(output.splitlines()[0])
    steps = [spawned, stamps["python"], stamps["imported"], stamps["painted"]]
    python, imports, window = (1000 * (after - before) for before, after in pairwise(steps))
    return {
        "all": python + imports + window,
        "python": python,
        "imports": imports,
        "window": window,
        "cpu": 1000 * stamps["cpu"],
    }


@contextmanager
def idle_window(kind: str, folder: Path) -> Iterator[int]:
    """Open a window of that kind, and give its process's id once it has nothing left to do."""
    with _started(kind, folder, {}, "--stay") as process:
        assert process.stdout is not None
        try:
            while process.stdout.readline() != b"idle\n":
                assert process.poll() is None
            yield process.pid
        finally:
            process.terminate()
            process.wait(DEADLINE_S)


def _started(kind: str, folder: Path, platform: dict[str, str], *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, HERE / "window_process.py", kind, folder, *more],
        env=_ENVIRONMENT | platform,
        stdout=subprocess.PIPE,
    )


def figures_of(script: str, *arguments: str | Path, deadline_s: float = DEADLINE_S) -> dict[str, float]:
    """Run a script of this folder to its end; return what it prints."""
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, HERE / script, *arguments],
        env=_ENVIRONMENT,
        check=True,
        stdout=subprocess.PIPE,
        timeout=deadline_s,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@dataclass
class Provider:
    """The process in `arrivals.py`, as an account sees it."""

    base_url: str
    instance: str = "bench"
    token: str = "bench"

    def arrivals(self) -> list[dict[str, object]]:
        with urlopen(self.base_url + "/arrivals", timeout=5) as reply:  # noqa: S310 - loopback
            return json.load(reply)  # type: ignore[no-any-return]


@contextmanager
def provider() -> Iterator[Provider]:
    with subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, HERE / "arrivals.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        yield Provider(f"http://127.0.0.1:{int(process.stdout.readline())}")


@contextmanager
def virtual_display() -> Iterator[dict[str, str] | None]:
    """Give the environment for a window on a virtual X display; None where there is no Xvfb."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield None
        return
    with subprocess.Popen(  # noqa: S603 - as found
        [xvfb, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        number = process.stdout.readline().decode().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            process.terminate()
