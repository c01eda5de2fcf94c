"""Where the files in `resources` are: in a checkout, an installed wheel, or a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def folder() -> Path:
    """Return the `resources` folder. Raises FileNotFoundError if the installation has none."""
    places = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    if frozen := getattr(sys, "_MEIPASS", None):
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no resources folder in any of {', '.join(map(str, places))}")


def path(*parts: str) -> Path:
    """Return the path of a file in `resources`; it is not opened."""
    return folder().joinpath(*parts)
