"""What a frozen folder is made up of: `python packaging/sizes.py dist/Toque [FILE…]`, largest first.

Files that are given after the folder, such as installers, are listed with their sizes.
"""

from __future__ import annotations

import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import executables
import product

PARTS = (
    ("FFmpeg and codecs in PyAV", ("*/av.libs/*", "*/.dylibs/*", "*/av/*", "av/*")),
    (
        "FFmpeg of Qt Multimedia",
        ("*/PySide6/*libav*", "*/PySide6/*libsw*", "*/PySide6/av*.dll", "*/PySide6/sw*.dll"),
    ),
    ("Qt's knowledge of languages (ICU)", ("*/libicu*",)),
    ("Qt Quick, which its FFmpeg links to", ("*/libQt6Q*",)),
    ("Qt and PySide6", ("*/PySide6/*", "*/shiboken6/*")),
    ("PyNaCl", ("*/nacl/*", "*_cffi_backend*")),
    ("cryptography, of Linux's keyring", ("*/cryptography/*",)),
    (
        "the program and Python's modules",
        (product.COMMAND, executables.WINDOW, executables.CONSOLE, "*/base_library.zip"),
    ),
    ("Python", ("*python3*", "*/lib-dynload/*", "*.pyd", "*/libffi*", "*/sqlite3.dll", "*/lib*-3.dll")),
    ("time zones", ("*/tzdata/*",)),
    ("resources and licences", ("*/resources/*",)),
    ("C++ library of Windows", ("*/VCRUNTIME*", "*/MSVCP*")),
    ("libraries of the system", ("*/lib*.so*",)),
    ("all else", ("*",)),
)
"""Each part with the files that belong to it, unless they belong to one above."""


def parts(folder: Path) -> Counter[str]:
    """Return the bytes of each part; what is a symbolic link is counted once, where it leads to."""
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            name = file.relative_to(folder).as_posix()
            part = next(part for part, patterns in PARTS if any(fnmatch(name, each) for each in patterns))
            sizes[part] += file.stat().st_size
    return sizes


def main(folder: Path, *files: Path) -> None:
    """Print the list."""
    sizes = parts(folder)
    for part, size in sizes.most_common():
        print(f"{size / 1e6:7.1f} MB  {part}")
    print(
        f"{sizes.total() / 1e6:7.1f} MB  {folder.name}, {sum(1 for _ in folder.rglob('*'))} files and folders"
    )
    for file in files:
        print(f"{file.stat().st_size / 1e6:7.1f} MB  {file.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
