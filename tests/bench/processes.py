"""Starts windows in processes of their own, and a display for them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DEADLINE_S = 60


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
    script = Path(__file__).with_name("window_process.py")
    quiet = {"QT_LOGGING_RULES": "default.warning=false"}  # the offscreen platform's one complaint
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | quiet | platform
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, script, kind, folder, *more], env=environment, stdout=subprocess.PIPE
    )


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
