"""Installs what was built for Windows, has it prove itself, and removes it: on a Windows that is thrown away.

`python packaging/windows/try_installers.py dist`: every setup and every MSI in the folder, one after the
other, silently, as an administrator would. Needs nothing but Python, so that nothing else helps the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import winreg
from pathlib import Path

_INSTALLS_WITHIN_S = 300
_STARTS_WITHIN_S = 300
_SETTLES_WITHIN_S = 60
"""An uninstaller goes on in a copy of itself, after the one that was started has ended."""


def main() -> int:
    """Try each; 0 if all are in order."""
    folder = Path(sys.argv[1]).resolve()
    setups, packages = sorted(folder.glob("*.exe")), sorted(folder.glob("*.msi"))
    if not setups or not packages:
        print(f"There is no setup or no MSI in {folder}.")
        return 2
    failed = [file.name for file in setups if not try_setup(file)]
    failed += [file.name for file in packages if not try_package(file)]
    print("Not in order: " + ", ".join(failed) if failed else "All in order.")
    return 1 if failed else 0


def try_setup(setup: Path) -> bool:
    """Try the setup for one user."""
    folder = Path(os.environ["LOCALAPPDATA"], "Programs", "Toque")
    _run(setup, "/S")
    proved = prove(folder, winreg.HKEY_CURRENT_USER)
    _run(folder / "uninstall.exe", "/S")
    return is_gone(folder, winreg.HKEY_CURRENT_USER) and proved


def try_package(package: Path) -> bool:
    """Try the MSI for all users."""
    folder = Path(os.environ["PROGRAMFILES"], "Toque")
    _run("msiexec", "/i", package, "/qn", "/norestart")
    proved = (folder / "managed").exists() and prove(folder, winreg.HKEY_LOCAL_MACHINE)
    _run("msiexec", "/x", package, "/qn", "/norestart")
    return is_gone(folder, winreg.HKEY_LOCAL_MACHINE) and proved


def prove(folder: Path, hive: int) -> bool:
    """Whether the installed program is offered for phone links, and in order by its own smoke test."""
    if not is_registered(hive):
        print("It is not registered for phone links.")
        return False
    with tempfile.TemporaryDirectory() as reports:
        report = Path(reports, "report.txt")
        code = _run(folder / "Toque.exe", "--smoke-test", report, must=False, within_s=_STARTS_WITHIN_S)
        print(report.read_text("utf-8") if report.exists() else "The program wrote no report.")
        print(f"Exit code {code}.")
    return code == 0


def is_registered(hive: int) -> bool:
    """Whether Windows is offered the program for links."""
    try:
        with winreg.OpenKey(hive, r"Software\RegisteredApplications") as key:
            winreg.QueryValueEx(key, "Toque")
    except FileNotFoundError:
        return False
    return True


def is_gone(folder: Path, hive: int) -> bool:
    """Whether nothing is left, now or in a while."""
    until = time.monotonic() + _SETTLES_WITHIN_S
    while folder.exists() or is_registered(hive):
        if time.monotonic() > until:
            left = [str(path) for path in folder.rglob("*")][:10]
            print(f"Left after uninstalling: {left}, registered: {is_registered(hive)}.")
            return False
        time.sleep(1)
    return True


def _run(*command: str | Path, must: bool = True, within_s: float = _INSTALLS_WITHIN_S) -> int:
    print("+", *command, flush=True)
    return subprocess.run(command, check=must, timeout=within_s, stdin=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
