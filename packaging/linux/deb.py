"""The Debian package: the frozen program in /usr/lib/toque, and what a desktop wants to know of it."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from linux.changelog import debian_changelog, own_releases
from linux.depends import WITH_A_DESKTOP, binaries, dependencies
from linux.manual import manual
from linux.share import write_share
from product import COMMAND, COPYRIGHT, DESCRIPTION, LICENCE, NAME, PUBLISHER, ROOT, SUMMARY, VERSION

if TYPE_CHECKING:
    from datetime import datetime

HERE = Path(__file__).resolve().parent
PROGRAM = Path("usr/lib/toque")
STARTED_AS = "/usr/bin/toque"
MAINTAINER = f"{PUBLISHER} <{COMMAND}@{COMMAND}.invalid>"
"""The form wants an address, and the project has none: one that says so."""
MARKER = "Installed by administrators, who also install newer versions: Toque does not look for any.\n"
_ABOUT = f"{DESCRIPTION} Links to phone numbers fill in the number and never dial."
_LICENCES = f"/{PROGRAM}/_internal/resources/licenses.txt"


def build_deb(frozen: Path, work: Path, into: Path, built: datetime, *, quick: bool = False) -> Path:
    """Return the package of the program in the folder `frozen`. `work` is made anew.

    A `quick` one is larger, and takes seconds instead of minutes.
    """
    architecture = _printed("dpkg", "--print-architecture")
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    write_tree(tree, frozen, built)
    meta = tree / "DEBIAN"
    meta.mkdir()
    fields = control(architecture, _size_kb(tree), dependencies(tree, tree / PROGRAM))
    (meta / "control").write_text("".join(f"{key}: {value}\n" for key, value in fields.items()))
    (meta / "md5sums").write_text(_md5sums(tree))
    shutil.copyfile(HERE / "prerm", meta / "prerm")
    _set_modes(tree)
    (meta / "prerm").chmod(0o755)
    package = into / f"{COMMAND}_{VERSION}_{architecture}.deb"
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            "dpkg-deb",
            "--root-owner-group",
            *(("-Zgzip", "-z1") if quick else ("-Zxz",)),
            "--build",
            tree,
            package,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(int(built.timestamp()))},
    )
    return package


def control(architecture: str, size_kb: int, depends: list[str]) -> dict[str, str]:
    """Return the fields of the control file."""
    return {
        "Package": COMMAND,
        "Version": VERSION,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size_kb),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(WITH_A_DESKTOP),
        "Section": "comm",
        "Priority": "optional",
        "Description": "\n ".join((f"{SUMMARY[0].lower()}{SUMMARY[1:]}", *textwrap.wrap(_ABOUT, 79))),
    }


def write_tree(tree: Path, frozen: Path, built: datetime) -> None:
    """Write what is installed below `tree`."""
    shutil.copytree(frozen, tree / PROGRAM, symlinks=True)
    (tree / PROGRAM / "managed").write_text(MARKER)
    started = tree / STARTED_AS.lstrip("/")
    started.parent.mkdir()
    started.symlink_to(os.path.relpath(tree / PROGRAM / COMMAND, started.parent))
    share = tree / "usr" / "share"
    write_share(share, (STARTED_AS,), built)
    _write_packed(share / "man" / "man1" / f"{COMMAND}.1.gz", manual(built))
    documents = share / "doc" / COMMAND
    _write_packed(documents / "changelog.gz", debian_changelog(own_releases(built), MAINTAINER))
    (documents / "copyright").write_text(copyright_file())
    overridden = share / "lintian" / "overrides"
    overridden.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overridden / COMMAND)


def copyright_file() -> str:
    """Return who has which rights, in Debian's form."""
    _, _, text = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n\n")
    _, _, terms = text.partition("\n\n")
    licence = "".join(f" {line}\n" if line else " .\n" for line in terms.strip().splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {NAME}\n"
        "Comment: The package brings Python, Qt, FFmpeg and other libraries. Their copyrights and licences\n"
        f" stand, package by package, in {_LICENCES}.\n"
        f"\nFiles: *\nCopyright: {COPYRIGHT.removeprefix('Copyright (c) ')}\nLicense: {LICENCE}\n{licence}"
    )


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _set_modes(tree: Path) -> None:
    """Let everybody read everything, and start what is a program: libraries are none."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    for path in binaries(tree / PROGRAM):
        if ".so" not in path.name:
            path.chmod(0o755)


def _md5sums(tree: Path) -> str:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    inside = [(path.relative_to(tree), path) for path in files]
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {name}\n"
        for name, path in inside
        if name.parts[0] != "DEBIAN"
    )


def _size_kb(tree: Path) -> int:
    return sum(1 + path.lstat().st_size // 1024 for path in tree.rglob("*"))


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
