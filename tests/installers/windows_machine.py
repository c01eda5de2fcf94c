"""A Windows computer for the installers: a wine prefix of its own, seen through its files and registry."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from wine import Wine

DEADLINE_S = 120.0
RUNS_ON = {"/windows", "/users/root/Temp", "/ProgramData/Microsoft"}
"""What Windows itself writes in; its programs are no affair of Toque's."""
OF_WINDOWS = re.compile(
    r"\\(Wine\\(?!Credential Manager\\.)"  # below it is a key for each secret
    r"|Microsoft\\(Windows\\CurrentVersion\\Explorer|SystemCertificates)|Policies(\\Microsoft)?$|.*Fonts"
    r"|Installer(\\UserData(\\S-1-5-18)?)?(\\(Components|Features|Products|UpgradeCodes))?$)"
)
ALL_KEYS = ("HKEY_CURRENT_USER", r"HKEY_LOCAL_MACHINE\Software")
ON_EVERY_WINDOWS = (
    r"Software\Classes",
    r"Software\RegisteredApplications",
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall",
    r"Software\Microsoft\Windows\CurrentVersion\Run",
)
"""Keys of each user that wine makes only when something is put there."""


def until(condition: Callable[[], object], what: str, deadline_s: float = DEADLINE_S) -> None:
    """Return once another program has done something that cannot be awaited."""
    deadline = time.monotonic() + deadline_s
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen"
        time.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Done:
    """What a program printed, and its exit code, of which wine keeps eight bits."""

    code: int
    out: str


class WindowsMachine:
    """`running` is wine on a fresh prefix, `python` a Windows Python."""

    def __init__(self, running: Wine, python: Path) -> None:
        self._wine = running
        self._python = python
        self.drive = running.prefix / "drive_c"
        for key in ON_EVERY_WINDOWS:
            self.run("reg", "add", rf"HKEY_CURRENT_USER\{key}", "/f")

    @property
    def home(self) -> Path:
        """The folder of the one user."""
        (home,) = (each for each in (self.drive / "users").iterdir() if each.name != "Public")
        return home

    @property
    def local(self) -> Path:
        return self.home / "AppData" / "Local"

    # --- programs -------------------------------------------------------------------------------------

    def start(
        self, *command: str | Path, environment: Mapping[str, str] | None = None, **options: object
    ) -> subprocess.Popen[str]:
        """Start a Windows program, with pipes to talk to it."""
        return subprocess.Popen(
            ["wine", *map(str, command)],
            env=self._wine.environment | dict(environment or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            **options,
        )

    def run(self, *command: str | Path, stdin: str = "", **options: object) -> Done:
        """Run a Windows program to its end."""
        with self.start(*command, **options) as process:
            out, _ = process.communicate(stdin, timeout=DEADLINE_S)
        return Done(process.returncode, out)

    def run_line(self, line: str) -> None:
        """Start what a command line in the registry says, as Windows does: by this very text."""
        script = (
            "import subprocess as s, sys; "
            "s.Popen(sys.argv[1], stdin=s.DEVNULL, stdout=s.DEVNULL, stderr=s.DEVNULL)"
        )
        with self.start(self._python, "-c", script, line) as process:
            process.wait(DEADLINE_S)  # what it has started may keep its output open
        assert process.returncode == 0

    def run_until_quiet(self, name: str) -> None:
        """Wait until Windows' list of programs has none of that name any more."""
        key = rf"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\{name}"
        until(lambda: not self.registry(key), "the end of the removal")

    # --- what is there --------------------------------------------------------------------------------

    def files(self) -> set[str]:
        """Return every file and folder but what Windows itself writes."""
        found = set()
        for each in self.drive.rglob("*"):
            name = "/" + str(each.relative_to(self.drive))
            if not any(name == own or name.startswith(f"{own}/") for own in RUNS_ON):
                found.add(name)
        return found

    def registry(self, *keys: str) -> dict[tuple[str, str], str]:
        """Return every value by key and name: those at and below `keys`, or all but what Windows writes."""
        found = {}
        for key in keys or ALL_KEYS:
            file = self.drive / "windows" / "temp" / "export.reg"
            if self.run("reg", "export", key, r"C:\windows\temp\export.reg", "/y").code == 0:
                found |= _read_export(file.read_text(encoding="utf-16"))
                file.unlink()
        return {place: text for place, text in found.items() if not OF_WINDOWS.search(place[0])}

    def value(self, key: str, name: str = "") -> str:
        """Return one text of the registry; empty where there is none."""
        return self.registry(key).get((key, name), "")

    # --- the screen -----------------------------------------------------------------------------------

    def tool(self, *command: str) -> str:
        """Run xdotool on the screen; return what it prints."""
        path = shutil.which("xdotool")
        assert path is not None, "install xdotool: packaging/bootstrap.sh test"
        done = subprocess.run(
            [path, *command], env=self._wine.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self, name: str) -> list[str]:
        """Return the ids of the visible windows whose name begins like that."""
        return self.tool("search", "--onlyvisible", "--name", f"^{name}").split()

    def press(self, key: str, name: str) -> None:
        """Press a key in the window whose name begins like that."""
        for window in self.windows(name)[:1]:
            self.tool("windowfocus", window)
            self.tool("key", key)


def _read_export(text: str) -> dict[tuple[str, str], str]:
    """Return the values of a .reg file; texts as they are, all others as they are written there."""
    found: dict[tuple[str, str], str] = {}
    key = ""
    for line in re.sub(r"\\\r?\n *", "", text).splitlines():
        if line.startswith("["):
            key = line[1:-1]
            found[key, "(key)"] = ""
        elif match := re.fullmatch(r'(?:@|"((?:[^"\\]|\\.)*)")=(.*)', line):
            name, value = match.groups()
            found[key, _unescaped(name or "")] = _text(value)
    return found


def _text(value: str) -> str:
    if value.startswith('"'):
        return _unescaped(value[1:-1])
    if match := re.fullmatch(r"(?:str\(2\)|hex\(2\)):(.*)", value):
        return bytes.fromhex(match[1].replace(",", "")).decode("utf-16-le").rstrip("\0")
    return value


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
