"""Builds the packages for Linux: `python packaging/linux/build.py --work build/linux --into dist`.

A Debian package for administrators and an AppImage for everybody else. Both run on systems whose C library is
at least as new as the one they were built on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linux.appimage import build_appimage
from linux.deb import build_deb
from product import COMMAND, NAME, ROOT


def main() -> None:
    """Freeze, unless that was done, and pack."""
    parser = argparse.ArgumentParser(description="Builds Toque's packages for Linux.")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is in between")
    parser.add_argument("--into", type=Path, required=True, help="folder for the packages")
    parser.add_argument("--frozen", type=Path, help="the frozen program, instead of freezing it now")
    parser.add_argument("--quick", action="store_true", help="a larger Debian package, in less time")
    given = parser.parse_args()
    work, into = given.work.resolve(), given.into.resolve()
    frozen = given.frozen.resolve() if given.frozen else freeze(work)
    for old in (*into.glob(f"{COMMAND}_*.deb"), *into.glob(f"{NAME}-*.AppImage")):
        old.unlink()  # of an earlier version
    for package in (
        build_deb(frozen, work / "deb", into, built_at(), quick=given.quick),
        build_appimage(frozen, work / "appimage", into, built_at()),
    ):
        print(f"{package}: {package.stat().st_size / 1e6:.1f} MB")


def freeze(work: Path) -> Path:
    """Return the folder of the frozen program."""
    frozen = work / "frozen"
    subprocess.run(
        [sys.executable, ROOT / "packaging" / "freeze.py", "--work", work / "freezing", "--into", frozen],
        check=True,
    )
    return frozen / NAME


def built_at() -> datetime:
    """Return the time that packages bear: SOURCE_DATE_EPOCH, or that of the newest commit, or now."""
    if not (seconds := os.environ.get("SOURCE_DATE_EPOCH")):
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        seconds = done.stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)


if __name__ == "__main__":
    main()
