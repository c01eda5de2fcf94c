"""Babel's knowledge of the world, cut down to what Toque asks it: 30 MB become 100 kB."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from phonenumbers import SUPPORTED_REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPOKEN = ("root", "en", "pt", "es")
"""The languages in which the window names countries."""
_EVERYWHERE = {"number_symbols"}
"""What is asked of every country: the decimal sign, for the tables that are exported there."""


def write_locales(folder: Path, into: Path) -> list[Path]:
    """Write what is asked of Babel's locales, which lie in `folder`; return the files."""
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for name in sorted(_asked()):
        data = pickle.loads((folder / f"{name}.dat").read_bytes())  # noqa: S301 - Babel's own
        wanted = _EVERYWHERE | {"territories"} if name in SPOKEN else _EVERYWHERE
        written.append(into / f"{name}.dat")
        written[-1].write_bytes(pickle.dumps({key: data[key] for key in sorted(wanted & data.keys())}))
    return written


def _asked() -> set[str]:
    """Return the locales of every country with telephone numbers, and those that they build on."""
    asked = set(SPOKEN)
    for region in SUPPORTED_REGIONS:
        try:
            asked.update(_line(str(Locale.parse(f"und_{region}"))))
        except (UnknownLocaleError, ValueError):
            continue  # islands whose language Babel does not tell: the program knows that too
    return asked


def _line(name: str) -> Iterator[str]:
    """Give the locale and its parents, as Babel finds them."""
    while name != "root":
        yield name
        parent = get_global("parent_exceptions").get(name)
        name = parent or (name.rpartition("_")[0] if "_" in name else "root")
