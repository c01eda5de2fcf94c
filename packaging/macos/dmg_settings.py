"""The disk image's contents and looks, which dmgbuild reads: Toque beside the folder that it is dragged to.

`defines` are what build.py hands over: the bundle, and the icon of the volume.
"""

from __future__ import annotations

from pathlib import Path

app = Path(defines["app"])  # type: ignore[name-defined]  # noqa: F821  # dmgbuild's
icon = defines["icon"]  # type: ignore[name-defined]  # noqa: F821

format = "UDZO"  # noqa: A001  # zlib: what every macOS and every antivirus opens
filesystem = "HFS+"
files = [str(app)]
symlinks = {"Applications": "/Applications"}
# Not hide_extensions: Finder's mark on the bundle would be what `codesign --verify --strict` stumbles over.

default_view = "icon-view"
window_rect = ((200, 200), (560, 340))
icon_size = 112
text_size = 13
icon_locations = {app.name: (150, 150), "Applications": (410, 150)}
background = "builtin-arrow"
