"""A screen of its own with a window manager, and hands on its keyboard and mouse."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

DEADLINE_S = 60.0


def tool(name: str) -> str:
    """Return where a program of the test packages is."""
    path = shutil.which(name)
    assert path is not None, f"install {name}: packaging/bootstrap.sh test"
    return path


def until(condition: Callable[[], object], what: str) -> None:
    """Return once another program has done something that cannot be awaited."""
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen"
        time.sleep(0.05)


class Screen:
    """Xvfb with openbox on it; `environment` is for the programs that are to be shown there."""

    def __init__(self, environment: Mapping[str, str], *, size: str = "1400x1000") -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(  # noqa: S603 - the display
            [
                tool("Xvfb"),
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                f"{size}x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            self.display = f":{number.readline().strip()}"
        self.environment = dict(environment) | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self._manager = subprocess.Popen(  # noqa: S603 - the window manager
            [tool("openbox")],
            env={name: value for name, value in self.environment.items() if not name.startswith("XDG_")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: "_NET_ACTIVE_WINDOW" in self.run("xprop", "-root", "_NET_SUPPORTED"), "openbox")
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the screen away."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def run(self, name: str, *arguments: str) -> str:
        """Run a tool on the screen; return what it prints."""
        done = subprocess.run(  # noqa: S603 - a tool
            [tool(name), *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self, name: str) -> list[str]:
        """Return the ids of the visible windows whose name begins like that."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", f"^{name}").split()

    def window(self, name: str) -> str:
        """Wait for a window of that name; return its id."""
        until(lambda: self.windows(name), f"a window {name!r}")
        return self.windows(name)[0]

    def active(self) -> str:
        """Return the name of the window that has the focus."""
        return self.run("xdotool", "getactivewindow", "getwindowname")

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is."""
        self.run("xdotool", "key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.run("xdotool", "type", "--delay", "20", text)

    def states(self, window: str) -> list[str]:
        """Return what the window manager says of the window: _NET_WM_STATE_ABOVE and such."""
        _, _, states = self.run("xprop", "-id", window, "_NET_WM_STATE").partition(" = ")
        return [state.strip() for state in states.split(",") if state.strip()]

    def size(self, window: str) -> tuple[int, int]:
        """Return the width and height of a window."""
        geometry = dict(
            line.split("=") for line in self.run("xdotool", "getwindowgeometry", "--shell", window).split()
        )
        return int(geometry["WIDTH"]), int(geometry["HEIGHT"])

    def place(self, window: str) -> tuple[int, int]:
        """Return where a window is."""
        geometry = dict(
            line.split("=") for line in self.run("xdotool", "getwindowgeometry", "--shell", window).split()
        )
        return int(geometry["X"]), int(geometry["Y"])
