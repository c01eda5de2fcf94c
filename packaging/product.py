"""What Toque is called, for everything that is built of it: the one place that specs and installers read.

What the program itself goes by when it runs stands in the program, and is only gathered here.
"""

from __future__ import annotations

from pathlib import Path

from app import __version__
from app.desktop import mac_links, windows_links, xdg_links

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

NAME = "Toque"
COMMAND = "toque"
VERSION = __version__
"""As `app/__init__.py` has it: three numbers."""
PUBLISHER = "Toque contributors"
COPYRIGHT = f"Copyright (c) 2026 {PUBLISHER}"
LICENCE = "MIT"
SUMMARY = "Place calls by hand"
DESCRIPTION = "Place calls by hand through HTTP call providers, and see truthfully what became of each."
IDENTIFIER = mac_links.BUNDLE_ID
"""Of the bundle on macOS, the AppStream component on Linux, the application user model on Windows."""
WINDOWS_UPGRADE_CODE = "64EC6FEC-4DE4-4B26-9743-8063B40CF67D"
"""By which Windows Installer knows every version as the same product: never to be changed."""
LINKS = windows_links.OFFERED
"""The kinds of link that it can open."""
DESKTOP_FILE = xdg_links.NAME


def four_numbers(version: str = VERSION) -> tuple[int, int, int, int]:
    """Return a version as Windows counts: 1.2.3 is 1.2.3.0. Raises ValueError for one of another form."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch, 0
