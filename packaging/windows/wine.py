"""Runs Windows programs on Linux, in a wine prefix of their own and on a screen that nobody sees.

    python packaging/windows/wine.py [--prefix DIR] PROGRAM [ARGUMENT…]

passes on what the program writes, and ends with its exit code.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "build" / "windows"
"""Where toolchain.py puts things, unless it is told another folder."""
PREFIX = "prefix"
"""The prefix in the work folder."""


class Wine:
    """A prefix with a screen. What is started in it is told on which with `environment`."""

    def __init__(self, prefix: Path, display: str) -> None:
        """`display` is X's name of the screen."""
        self.prefix = prefix
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _OURS},
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",  # nothing of it is about Toque
            # Else a new prefix asks for downloads (.NET, Gecko), and what is installed shows in our menus.
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            "DISPLAY": display,
        }

    def start(self, *command: str | Path, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a Windows program. What it writes comes through `stdout`.

        Its output must be a pipe: Windows' Python cannot write to a file that wine hands it (WinError 6).
        """
        return subprocess.Popen(
            ["wine", *map(str, command)],
            env={**self.environment, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *command: str | Path, env: Mapping[str, str] | None = None, timeout_s: float = 120) -> str:
        """Run a Windows program, and return what it wrote. Raises CalledProcessError, TimeoutExpired."""
        with self.start(*command, env=env) as process:
            try:
                output = process.communicate(timeout=timeout_s)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                process.kill()
                self.stop()
                raise
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, list(map(str, command)), output)
        return output

    def stop(self) -> None:
        """End all that runs in the prefix, and wait until it has ended."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)
        subprocess.run(["wineserver", "-w"], env=self.environment, check=False, timeout=60)

    def wait(self) -> None:
        """Wait until nothing runs in the prefix, and its registry is on disk."""
        subprocess.run(["wineserver", "-w"], env=self.environment, check=True, timeout=120)


_OURS = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_OURS |= {"PYTHONDONTWRITEBYTECODE"}  # compiling everything at each start takes wine seconds
"""What is meant for Linux's programs, and means harm to Windows'."""


@contextlib.contextmanager
def wine(prefix: Path) -> Iterator[Wine]:
    """Open a screen for the prefix. What still runs in it at the end is ended."""
    with _screen() as display:
        running = Wine(prefix.resolve(), display)
        try:
            yield running
        finally:
            running.stop()


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise RuntimeError("Xvfb did not start.")
            yield f":{number}"
        finally:
            server.terminate()


def main() -> int:
    """Run what the command line says, and return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--prefix", type=Path, default=WORK / PREFIX)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    with wine(arguments.prefix) as running, running.start(*arguments.command) as process:
        for line in process.stdout or ():
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
