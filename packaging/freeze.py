"""Freeze Toque for the system it is run on: `python packaging/freeze.py --work DIR --into DIR`.

Makes `DIR/Toque`, a folder with the program and all it needs, Python included (on macOS `DIR/Toque.app` too).
Runs on the Python that is to be frozen, with the project's dependencies and the group `packaging`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Freeze; return PyInstaller's exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--work", type=Path, default=HERE.parent / "build" / "freeze", help="what is made between"
    )
    parser.add_argument("--into", type=Path, default=HERE.parent / "dist", help="where the folder comes")
    options = parser.parse_args()
    for old in ("Toque", "Toque.app"):
        shutil.rmtree(options.into / old, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        str(HERE / "toque.spec"),
        "--noconfirm",
        "--log-level=ERROR",
        f"--workpath={options.work.absolute()}",
        f"--distpath={options.into.absolute()}",
    ]
    # The same files at every freeze: sets are written in the order of their hashes.
    environment = os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": str(HERE.parent)}
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
