"""What a frozen program can do without: what nobody asks for, and what nothing that is kept links to.

PyInstaller collects every plugin of every Qt module that is imported, and all that these link to. Here stands
which of them are left out and why; libraries that only they needed go with them. Whether something was needed
after all `toque --smoke-test` says.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Entry = tuple[str, str, str]
    """Where it goes below the program's folder, where it comes from, and its kind."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """Files that are left out: those that `pattern` matches, but not one of `but`."""

    pattern: str
    why: str
    but: tuple[str, ...] = ()

    def matches(self, name: str) -> bool:
        """Return whether the file of that name, with slashes, is left out."""
        return fnmatch(name, self.pattern) and not any(fnmatch(name, kept) for kept in self.but)


MODULES = (
    "PySide6.QtMultimediaWidgets",  # shows videos
    "PySide6.scripts",  # builds programs
    "_pytest",
    "anyio.pytest_plugin",
    "babel.messages",  # translates programs
    "distutils",
    "doctest",
    "ensurepip",
    "lib2to3",
    "markdown_it",  # of rich
    "pdb",
    "phonenumbers.carrier",  # whose network a number once was of: nobody asks
    "phonenumbers.carrierdata",
    "phonenumbers.geocoder",  # nor for the city; time zones are a table of their own
    "phonenumbers.geodata",
    "pip",
    "py",  # of pytest
    "pydoc",
    "pydoc_data",
    "pygments",  # of rich
    "pytest",
    "rich",  # httpx's own command
    "setuptools",
    "test",
    "tkinter",
    "unittest",
    "xmlrpc",
)
"""Python modules that are imported for what Toque does not do."""

EVERYWHERE = (
    Omitted(
        "*/translations/*", "languages Toque does not speak", but=("*/qtbase_pt_BR.qm", "*/qtbase_es.qm")
    ),
    Omitted("*/plugins/imageformats/*", "shows drawings, no photographs", but=("*qsvg.*", "*qico.*")),
    Omitted("*/plugins/tls/*", "HTTPS is Python's, not Qt's"),
    Omitted("*/plugins/networkinformation/*", "nobody asks Qt for the network"),
    Omitted("*/plugins/platforminputcontexts/*virtualkeyboard*", "the system has one"),
    Omitted(
        "*.dist-info/*",
        "of every package version and entry points are asked; its licence is in licenses.txt",
        but=("*/METADATA", "*/entry_points.txt"),
    ),
    Omitted("pytz/zoneinfo/*", "of vobject's calendars; the zones that are used are tzdata's"),
)
_LINUX = (
    Omitted("*/plugins/platformthemes/*gtk3.*", "GTK would come with it; the portal theme asks the desktop"),
    Omitted(
        "*/plugins/platforms/*",
        "screens without a desktop",
        but=("*qxcb.*", "*qwayland.*", "*qoffscreen.*"),
    ),
    Omitted("*/plugins/egldeviceintegrations/*", "screens without a desktop"),
    Omitted("*/plugins/generic/*", "mice and keyboards without a desktop"),
    Omitted(
        "*/plugins/wayland-shell-integration/*", "desktops of cars and telephones", but=("*xdg-shell.*",)
    ),
)
_WINDOWS = (
    Omitted("*/plugins/platforms/*", "other screens", but=("*qwindows.*", "*qoffscreen.*")),
    Omitted("*/plugins/generic/*", "touch screens without Windows"),
    Omitted("*/plugins/styles/*", "Fusion is built in"),
    Omitted("*/plugins/multimedia/windows*", "FFmpeg's is used"),
    Omitted("*/opengl32sw.dll", "OpenGL in software, for Quick: widgets are painted without OpenGL"),
)
_MAC = (
    Omitted("*/plugins/platforms/*", "other screens", but=("*qcocoa.*", "*qoffscreen.*")),
    Omitted("*/plugins/generic/*", "touch screens without macOS"),
    Omitted("*/plugins/styles/*", "Fusion is built in"),
    Omitted("*/plugins/multimedia/*darwin*", "FFmpeg's is used"),
)
OMITTED = {
    "linux": (*EVERYWHERE, *_LINUX),
    "win32": (*EVERYWHERE, *_WINDOWS),
    "darwin": (*EVERYWHERE, *_MAC),
}
"""By `sys.platform`."""

SYSTEM_LIBRARIES = (
    "libX11*.so.*",
    "libxcb.so.*",
    "libdbus-1.so.*",
    "libdrm.so.*",
    "libexpat.so.*",
    "libfontconfig.so.*",
    "libfreetype.so.*",
    "libgcc_s.so.*",
    "libmvec.so.*",
    "libstdc++.so.*",
    "libuuid.so.*",
    "libz.so.*",
)
"""What every Linux desktop has, and has to match: its C library, drivers, fonts and bus."""


WITH_SYMBOLS = ("av/*.so", "nacl/*.so", "libpython*.so.*")
"""What comes to Linux with symbols for debuggers, 40 MB of them. Not Qt: what is linked to a fixed address by
`patchelf` does not always outlive `strip`."""


_FRAMEWORK = ".framework/"
"""On macOS a library is such a folder, which goes as a whole."""


class Stale(Exception):
    """A list names what is not there any more."""


def without_omitted(entries: Iterable[Entry], system: str = sys.platform) -> list[Entry]:
    """Return the entries that are kept. Raises Stale where something that is to be left out is not there."""
    entries = list(entries)
    named = {omitted.pattern: False for omitted in OMITTED[system]}
    kept = []
    for entry in entries:
        name = _slashes(entry[0])
        matching = [omitted.pattern for omitted in OMITTED[system] if omitted.matches(name)]
        named.update(dict.fromkeys(matching, True))
        if not matching and not (system == "linux" and _is_of_system(name)):
            kept.append(entry)
    if stale := [pattern for pattern, is_there in named.items() if not is_there]:
        raise Stale(f"packaging/trim.py leaves out what is not there: {', '.join(stale)}")
    return kept


def without_orphans(
    entries: Iterable[Entry], imports: Callable[[str], Iterable[str]] | None = None
) -> list[Entry]:
    """Return the entries without the libraries that nothing links to, `imports` being what a file links to.

    What is loaded by its name (extension modules, plugins, Python itself) is needed by itself.
    """
    imports = imports or _imports()
    entries = list(entries)
    libraries = {_file_name(entry[0]): entry for entry in entries if _is_library(entry)}
    needed: set[str] = set()
    todo = [entry[1] for entry in entries if entry[2] in {"BINARY", "EXTENSION"} and not _is_library(entry)]
    while todo:
        for name in map(_file_name, imports(todo.pop())):
            if name in libraries and name not in needed:
                needed.add(name)
                todo.append(libraries[name][1])
    gone = {_slashes(entry[0]) for name, entry in libraries.items() if name not in needed}
    frameworks = tuple(name.partition(_FRAMEWORK)[0] + _FRAMEWORK for name in gone if _FRAMEWORK in name)
    return [
        entry
        for entry in entries
        if not _slashes(entry[0]).startswith(frameworks)
        and _slashes(entry[0]) not in gone
        and not (entry[2] == "SYMLINK" and _target(entry) in gone)
    ]


def without_symbols(entries: Iterable[Entry], folder: Path) -> Iterator[Entry]:
    """Give the entries, those with symbols as copies without them in `folder`."""
    for name, source, kind in entries:
        if kind == "SYMLINK" or not any(fnmatch(name, pattern) for pattern in WITH_SYMBOLS):
            yield name, source, kind
            continue
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["strip", "--strip-unneeded", "-o", copy, source], check=True)
        yield name, str(copy), kind


def _is_library(entry: Entry) -> bool:
    """Whether it is loaded only by what links to it."""
    name = _slashes(entry[0])
    if entry[2] != "BINARY" or "/plugins/" in name or name.startswith("av.libs/"):
        return False
    return not fnmatch(_file_name(name), "*python*")


def _file_name(path: str) -> str:
    return PurePosixPath(_slashes(path)).name.lower()


def _is_of_system(name: str) -> bool:
    return "/" not in name and any(fnmatch(name, pattern) for pattern in SYSTEM_LIBRARIES)


def _target(entry: Entry) -> str:
    """Return what a symbolic link leads to, below the program's folder."""
    return (PurePosixPath(_slashes(entry[0])).parent / _slashes(entry[1])).as_posix()


def _slashes(name: str) -> str:
    return name.replace("\\", "/")


def _imports() -> Callable[[str], Iterable[str]]:
    if sys.platform == "linux":
        return _elf_imports
    from PyInstaller.depend import bindepend

    return lambda path: (name for name, _ in bindepend.get_imports(path))


def _elf_imports(path: str) -> Iterator[str]:
    """Give what the file itself links to, and not what these do: ldd would go on into the system's."""
    printed = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
    for line in printed.splitlines():
        if line.strip().startswith("NEEDED"):
            yield line.split()[1]
