"""The licences of all that is frozen, in one text: `resources/licenses.txt` of the frozen program."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import product
from libraries import INSIDE, LIBRARIES, QT, QT_FFMPEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libraries import Library
    from trim import Entry

TEXTS = Path(__file__).with_name("licences")
_LINE = "=" * 32
"""No longer: the window that shows it may be narrow."""
_NOTICES = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_LIBRARY = re.compile(
    r"(?:lib)?(?P<name>.+?)(?:-\d+)?(?:[-.][0-9a-f]{8,})?(?:\.so(?:\.\d+)*|(?:\.\d+)*\.(?:dylib|dll))"
)
_OWN = f"{product.NAME} itself is free software under the MIT licence, which is the first below."
_WHOLE = (
    "This copy of it comes together with what it is built on, each part under the licence that is named here."
    "\n\n"
    "Two of these parts, x264 and x265, are under the GNU General Public License. The FFmpeg inside of "
    "PyAV's packages is linked with them, though Toque uses neither. Therefore whoever passes this copy on "
    "as a whole does so under the GNU General Public License, version 3 or later. Whoever does not want "
    "that can run Toque from its source, with a PyAV that was built without them. The source of every part "
    "is where it says."
)


class Unlicensed(Exception):
    """Something is frozen of which nobody wrote down the licence."""


def write_licences(into: Path, pure: Iterable[Entry], files: Iterable[Entry]) -> Path:
    """Write the licences of these modules and files, as PyInstaller lists them. Raises Unlicensed."""
    files = list(files)
    libraries = _libraries(files)
    sections = [
        f"{_OWN}\n\n{_WHOLE}",
        _section(product.NAME, f"Licence: {product.LICENCE}", _read(product.ROOT / "LICENSE")),
        _section(f"Python {sys.version.split()[0]}", "Licence: PSF-2.0", _read(_python_licence())),
        *(_of_distribution(each) for each in _distributions(pure, files)),
        *(_of_library(*each) for each in libraries.items()),
        *_of_system(files),
        *(_section(name, _read(TEXTS / f"{name}.txt")) for name in _texts(libraries)),
    ]
    into.write_text("\n\n\n".join(sections) + "\n", encoding="utf-8")
    return into


def _section(title: str, *parts: str) -> str:
    return "\n\n".join([f"{_LINE}\n{title}\n{_LINE}", *(part.strip("\n") for part in parts if part)])


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").replace("\f", "")


def _python_licence() -> Path:
    """Return where this Python has its licence: beside its library, or on Windows beside its program."""
    version = sysconfig.get_python_version()
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE"),
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    for place in places:
        if place.is_file():
            return place
    raise Unlicensed(f"Python's own licence is in none of {', '.join(map(str, places))}")


# --- Python packages --------------------------------------------------------------------------------------


def _distributions(pure: Iterable[Entry], files: Iterable[Entry]) -> list[metadata.Distribution]:
    modules = {name.partition(".")[0] for name, _, _ in pure}
    modules |= {re.split(r"[/\\.]", name)[0] for name, _, kind in files if kind != "SYMLINK"}
    owners = metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module, ())} - {product.COMMAND}
    return [metadata.distribution(name) for name in sorted(names, key=str.lower)]


def _of_distribution(each: metadata.Distribution) -> str:
    name = each.metadata["Name"]
    licence = each.metadata.get("License-Expression") or each.metadata.get("License", "").split("\n")[0]
    texts = [
        _read(Path(str(each.locate_file(file))))
        for file in each.files or ()
        if ".dist-info" in file.parts[0] and _NOTICES.search(file.name) and file.suffix != ".py"
    ]
    if not texts and not _is_qt(name):
        raise Unlicensed(f"{name} brings no licence")
    return _section(f"{name} {each.version}", f"Licence: {licence}" if licence else "", *texts)


def _is_qt(name: str) -> bool:
    return name.lower().startswith(("pyside6", "shiboken6"))


# --- compiled libraries -----------------------------------------------------------------------------------


def _libraries(files: Iterable[Entry]) -> dict[Library, list[str]]:
    """Return the libraries, each with its files. Raises Unlicensed."""
    found: dict[Library, list[str]] = {}
    for name, _, kind in files:
        place = PurePosixPath(name.replace("\\", "/"))
        if kind == "SYMLINK" or not (library := _library(place)):
            continue
        found.setdefault(library, []).append(place.name)
    return found


def _library(place: PurePosixPath) -> Library | None:
    """Return whose file it is, if it is one of a library inside of a wheel."""
    if place.parts[0] == "PySide6":
        return QT_FFMPEG if place.name.removeprefix("lib").startswith(("av", "sw")) else QT
    if place.parts[0] == "shiboken6":
        return QT
    if (inside := INSIDE.get(str(place).partition(".")[0])) is not None:
        return inside
    if place.parts[0] != "av.libs" and ".dylibs" not in place.parts:
        return None
    if place.name.startswith(".load-order"):
        return None
    match = _LIBRARY.fullmatch(place.name)
    if match is None or match["name"] not in LIBRARIES:
        raise Unlicensed(f"packaging/libraries.py does not say whose {place} is")
    return LIBRARIES[match["name"]]


def _of_library(library: Library, files: Iterable[str]) -> str:
    facts = [
        f"Licence: {library.licence}",
        f"Copyright: {library.copyright}",
        f"Source: {library.source}",
        f"The texts are at the end: {', '.join(library.texts)}",
    ]
    if library is not QT:
        facts.append(f"Files: {', '.join(sorted(files))}")
    if library is LIBRARIES["avcodec"]:
        facts += _built_as()
    return _section(library.name, "\n".join(facts))


def _built_as() -> Iterator[str]:
    """Give what PyAV's FFmpeg says of itself."""
    from av._core import library_meta

    codec = library_meta["libavcodec"]
    yield f"It calls its licence: {codec['license']}"
    yield f"It was built with: {codec['configuration']}"


def _texts(libraries: Iterable[Library]) -> list[str]:
    return sorted({text for library in libraries for text in library.texts})


# --- libraries of a Debian system -------------------------------------------------------------------------


def _of_system(files: Iterable[Entry]) -> Iterator[str]:
    """Give the licences of the Debian packages that libraries were taken from."""
    if sys.platform != "linux":
        return
    ours = (Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve(), product.ROOT)
    taken = {Path(source).resolve() for _, source, kind in files if kind == "BINARY"}
    for package in sorted(_packages(file for file in taken if not any(map(file.is_relative_to, ours)))):
        notice = Path("/usr/share/doc", package.partition(":")[0], "copyright")
        if not notice.is_file():
            raise Unlicensed(f"{notice} is missing")
        yield _section(f"Of Debian's package {package.partition(':')[0]}", _read(notice))


def _packages(files: Iterable[Path]) -> set[str]:
    """Return whose files these are. A file may be known by the name that it had before /usr was merged."""
    names = [name for file in sorted(files) for name in (str(file), str(file).removeprefix("/usr"))]
    if not names:
        return set()
    found = subprocess.run(["dpkg", "--search", *names], capture_output=True, text=True, check=False).stdout
    return {line.split(", ")[0].partition(": ")[0] for line in found.splitlines()}
