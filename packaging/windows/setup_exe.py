"""Makes the setup program for one user, with NSIS."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import product
from executables import CONSOLE, WINDOW
from registration import nsis_macros
from sign import is_given

HERE = Path(__file__).resolve().parent


def make_setup(frozen: Path, icon: Path, into: Path, work: Path, version: str, *, quick: bool) -> None:
    """Write the setup program `into` for the frozen folder; `quick` and large. Raises CalledProcessError."""
    for name in (WINDOW, CONSOLE):
        if not (frozen / name).is_file():
            raise FileNotFoundError(frozen / name)
    macros = work / "registry.nsh"
    macros.write_text(nsis_macros(frozen), encoding="utf-8")
    size = sum(file.stat().st_size for file in frozen.rglob("*") if file.is_file())
    defines = {
        "NAME": product.NAME,
        "VERSION": version,
        "FOUR_NUMBERS": ".".join(map(str, product.four_numbers(version))),
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": product.COPYRIGHT,
        "IDENTIFIER": product.IDENTIFIER,
        "CLI_PROGRAM": CONSOLE,
        "SOURCE": str(frozen),
        "ICON": str(icon),
        "REGISTRY": str(macros),
        "OUTFILE": str(into),
        "SIZE_KIB": str(size // 1024),
    }
    if quick:
        defines["QUICK"] = ""
    if is_given():
        defines["SIGN"] = shlex.join([sys.executable, str(HERE / "sign.py")])
    subprocess.run(
        [
            "makensis",
            "-V2",
            "-WX",
            "-INPUTCHARSET",
            "UTF8",
            *(f"-D{k}={v}" for k, v in defines.items()),
            str(HERE / "toque.nsi"),
        ],
        check=True,
    )
