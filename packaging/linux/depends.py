"""Which Debian packages the frozen program needs.

Those whose libraries its files link to and do not find beside them, and those of what it opens by name.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LOADED = {
    "fontconfig-config": "where fonts are; it brings one",
    "libx11-data": "what dead keys and Compose write",
    "xkb-data": "keyboards",
}
"""What is read or opened by name, so that no file links to it."""
WITH_A_DESKTOP = {
    "gnome-keyring | kwalletmanager | keepassxc": "keeps the tokens",
    "xdg-utils": "phone links, and opening files and pages",
    "pipewire-pulse | pulseaudio": "sound",
    "libpipewire-0.3-0": "the way to it that Qt tries first",
    "ca-certificates": "the certificates that the system trusts, besides those that Toque brings",
    "dbus-user-session | dbus-x11": "notifications, the tray, the keyring",
}
"""What does without it, but not well."""


def dependencies(package: Path, program: Path) -> list[str]:
    """Return what the control file names; `program` is the frozen folder in the tree `package`."""
    files = list(binaries(program))
    owners = {_owner(name) for name in outside(program, files)}
    return sorted({*LOADED, *(each for each in _linked(package, program, files) if _name(each) in owners)})


def binaries(folder: Path) -> Iterable[Path]:
    """Give the programs and libraries in `folder`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def outside(folder: Path, files: Iterable[Path]) -> set[str]:
    """Return the libraries that the files link to and that are not in `folder`."""
    printed = subprocess.run(
        ["readelf", "--dynamic", "--wide", *files], capture_output=True, text=True, check=True
    ).stdout
    there = {path.name for path in folder.rglob("*")}
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", printed)) - there


def _owner(library: str) -> str:
    """Return the package of a library that is installed here, without what the name has of an ABI's change.

    A package that 64 bit times renamed (…t64) still provides its old name, which older systems have, too.
    """
    folder = f"{os.uname().machine}-linux-gnu"
    printed = subprocess.run(
        ["dpkg-query", "--search", f"*/{folder}/{library}"], capture_output=True, text=True, check=True
    ).stdout
    return printed.partition(":")[0].removesuffix("t64")


def _linked(package: Path, program: Path, files: Iterable[Path]) -> list[str]:
    """Return what Debian's own tool finds, with versions. It counts the libraries that we bring, too."""
    source = package.parent / "source"
    (source / "debian").mkdir(parents=True, exist_ok=True)
    (source / "debian" / "control").write_text("Source: toque\n\nPackage: toque\nArchitecture: any\n")
    printed = subprocess.run(
        [
            "dpkg-shlibdeps",
            "-O",
            "--ignore-missing-info",
            "--warnings=0",
            f"-S{package}",
            f"-l{program / '_internal'}",
            *files,
        ],
        cwd=source,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = printed.strip().removeprefix("shlibs:Depends=").split(", ")
    return [re.sub(r"t64\b", "", each) for each in found]


def _name(dependency: str) -> str:
    return dependency.partition(" ")[0]
