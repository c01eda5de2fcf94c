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
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "pt_BR.UTF-8"}  # a country to name
    output = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", START, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    ).stdout
    return set(json.loads(output))


WITHOUT_ALL_AROUND = """
import sys
from app import cli, main

async def begin(around):
    raise RuntimeError("the desktop is another than anybody knew")

def begun(window):
    print("begun", flush=True)
    window.close()

main.Around.begin = begin
main.MainWindow.begin = begun
cli.main(sys.argv[1:])
"""


def test_what_is_around_the_window_keeps_nothing_in_it_from_its_beginning(tmp_path: Path) -> None:
    output = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", WITHOUT_ALL_AROUND, "--profile", str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    assert output == "begun\n"


def test_nothing_heavy_is_loaded_before_the_window_is_shown(tmp_path: Path) -> None:
    assert not HEAVY & loaded_before_the_window_is_shown("--profile", str(tmp_path))


def test_nothing_heavy_is_loaded_before_the_practice_window_is_shown(tmp_path: Path) -> None:
    assert not HEAVY & loaded_before_the_window_is_shown("--practice", "--profile", str(tmp_path))
