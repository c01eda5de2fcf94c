"""The two installers of Windows, as far as they differ: how they are run, and where they put things."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import product
from executables import CONSOLE, WINDOW
from windows_machine import until

if TYPE_CHECKING:
    from pathlib import Path

    from windows_machine import Done, WindowsMachine

NEXT_VERSION = "99.0.0"
NEW_FILE = "_internal/new in the next version.txt"
UNINSTALL = r"Microsoft\Windows\CurrentVersion\Uninstall"
BUILD = product.ROOT / "packaging" / "windows" / "build.py"


@dataclass(frozen=True, slots=True)
class Version:
    """Installers, by their ending, and the frozen folder that they were made of."""

    number: str
    frozen: Path
    folder: Path

    def installer(self, ending: str) -> Path:
        return self.folder / f"{product.NAME}-{self.number}{ending}"

    def files(self) -> set[str]:
        """Return the names of all files in the frozen folder."""
        return {str(each.relative_to(self.frozen)) for each in self.frozen.rglob("*") if each.is_file()}


def next_version(this: Version, folder: Path) -> Version:
    """Build a version that has a file more and another one less; that is all that it is."""
    frozen = folder / product.NAME
    shutil.copytree(this.frozen, frozen)
    (frozen / NEW_FILE).write_text("new\n", encoding="utf-8")
    min((frozen / "_internal").rglob("*.qm")).unlink()
    words = [frozen, "--into", folder, "--version", NEXT_VERSION, "--quick"]
    subprocess.run([sys.executable, BUILD, *words], check=True)
    return Version(NEXT_VERSION, frozen, folder)


class SetupExe:
    """For one user."""

    ending = "-setup.exe"
    root = r"HKEY_CURRENT_USER\Software"
    added = "uninstall.exe"
    """What the installer puts beside the program."""

    def folder(self, machine: WindowsMachine) -> Path:
        return machine.local / "Programs" / product.NAME

    def install(self, machine: WindowsMachine, version: Version, *switches: str) -> Done:
        return machine.run(version.installer(self.ending), "/S", *(f"/{switch}" for switch in switches))

    def uninstall(self, machine: WindowsMachine, *switches: str) -> None:
        """Run what Windows would, and wait: it goes on in a copy of itself."""
        line = machine.value(rf"{self.root}\{UNINSTALL}\{product.NAME}", "QuietUninstallString")
        machine.run_line(" ".join([line, *(f"/{switch}" for switch in switches)]))
        until(lambda: not self.folder(machine).exists(), "the removal")
        machine.run_until_quiet(product.NAME)

    def entry(self, machine: WindowsMachine) -> dict[str, str]:
        """Return what stands in Windows' list of programs."""
        return _entry(machine, self.root)


class Msi:
    """For all users of the computer."""

    ending = ".msi"
    root = r"HKEY_LOCAL_MACHINE\Software"
    added = "managed"

    def folder(self, machine: WindowsMachine) -> Path:
        return machine.drive / "Program Files" / product.NAME

    def install(self, machine: WindowsMachine, version: Version, *switches: str) -> Done:
        return machine.run("msiexec", "/i", version.installer(self.ending), "/qn", *switches)

    def uninstall(self, machine: WindowsMachine, *switches: str) -> None:
        line = self.entry(machine)["UninstallString"]
        match = re.fullmatch(r"MsiExec\.exe (/X\{[-0-9A-F]{36}\})", line)
        assert match is not None, line
        properties = [switch if "=" in switch else f"{switch}=1" for switch in switches]
        done = machine.run("msiexec", match[1], "/qn", *properties)
        assert done.code == 0, done.out

    def entry(self, machine: WindowsMachine) -> dict[str, str]:
        return _entry(machine, self.root)


KINDS = (SetupExe(), Msi())
Kind = SetupExe | Msi


def program(kind: Kind, machine: WindowsMachine) -> Path:
    return kind.folder(machine) / WINDOW


def command(kind: Kind, machine: WindowsMachine) -> Path:
    return kind.folder(machine) / CONSOLE


def _entry(machine: WindowsMachine, root: str) -> dict[str, str]:
    values = machine.registry(rf"{root}\{UNINSTALL}")
    keys = [
        key
        for (key, name), text in values.items()
        if key.startswith(rf"{root}\{UNINSTALL}") and (name, text) == ("DisplayName", product.NAME)
    ]
    assert len(keys) <= 1
    return {name: text for (key, name), text in values.items() if key in keys}
