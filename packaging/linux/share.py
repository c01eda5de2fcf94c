"""What goes below `usr/share` of either package: how the desktop knows Toque."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from icons import write_png
from linux import metainfo
from linux.changelog import own_releases
from product import COMMAND, DESKTOP_FILE, ROOT

from app.desktop.desktop_file import entry
from app.desktop.xdg_links import values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Those that desktops ask for; the drawing is there for all others."""
DRAWING = ROOT / "resources" / "toque.svg"


def desktop_file(command: Sequence[str]) -> str:
    """Return the desktop file: the one that the program itself would write, for everybody."""
    return entry(values(command, COMMAND, {}))


def write_share(folder: Path, command: Sequence[str], built: datetime) -> None:
    """Write desktop file, icons and metadata; `command` starts Toque."""
    applications = folder / "applications"
    applications.mkdir(parents=True)
    (applications / DESKTOP_FILE).write_text(desktop_file(command), encoding="utf-8")
    described = folder / "metainfo"
    described.mkdir()
    (described / metainfo.FILE_NAME).write_text(metainfo.metainfo(own_releases(built)), encoding="utf-8")
    icons = folder / "icons" / "hicolor"
    drawn = icons / "scalable" / "apps"
    drawn.mkdir(parents=True)
    shutil.copyfile(DRAWING, drawn / f"{COMMAND}.svg")
    for size in ICON_SIZES:
        painted = icons / f"{size}x{size}" / "apps"
        painted.mkdir(parents=True)
        write_png(painted / f"{COMMAND}.png", size)
