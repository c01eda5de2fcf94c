"""What must not be loaded before the window is on screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "PySide6.QtMultimedia",
    "anyio",
    "av",
    "babel",
    "filelock",
    "httpx",
    "keyring",
    "phonenumbers",
    "pydub",
    "starlette",
    "uvicorn",
    "vobject",
    "websockets",
}

START = """
import json, sys
from app import cli, main

def show(window):
    print(json.dumps(list(sys.modules)), flush=True)
    window.setVisible(True)
    window.close()

main.MainWindow.show = show
cli.main(sys.argv[1:])
"""


def loaded_before_the_window_is_shown(*arguments: str) -> set[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    output = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", START, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    ).stdout
    return set(json.loads(output))


def test_nothing_heavy_is_loaded_before_the_window_is_shown(tmp_path: Path) -> None:
    assert not HEAVY & loaded_before_the_window_is_shown("--profile", str(tmp_path))


def test_nothing_heavy_is_loaded_before_the_practice_window_is_shown(tmp_path: Path) -> None:
    assert not HEAVY & loaded_before_the_window_is_shown("--practice", "--profile", str(tmp_path))
