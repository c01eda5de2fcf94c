"""Desktop files of freedesktop.org: what they consist of, and how they are quoted and read."""

from __future__ import annotations

import configparser
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_SECTION = "Desktop Entry"


def exec_line(command: Iterable[str], *, field: str = "") -> str:
    """Return `command` as the value of the key Exec, with the field code `field` (such as %u) at its end."""
    words = [_quoted(word) for word in command] + ([field] if field else [])
    return " ".join(words)


def is_quoted(command: Iterable[str]) -> bool:
    """Whether a word of `command` needs quotes in a desktop file."""
    return any(not word or any(sign in _RESERVED for sign in word) for word in command)


def _quoted(word: str) -> str:
    escaped = word.replace("%", "%%")
    if is_quoted([word]):
        for sign in '\\"`$':
            escaped = escaped.replace(sign, "\\" + sign)
        escaped = f'"{escaped}"'
    return escaped.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")  # a value's own escapes


def entry(values: Mapping[str, str]) -> str:
    """Return a desktop file."""
    return "".join(line + "\n" for line in (f"[{_SECTION}]", *(f"{k}={v}" for k, v in values.items())))


def read_entry(path: Path) -> dict[str, str]:
    """Return the values of a desktop file, unescaped as little as they are; empty where there is none.

    Raises OSError.
    """
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys have capitals
    try:
        parser.read_string(path.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return {}
    except configparser.Error:
        return {}
    return dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}


def write_whole(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Write `text` at `path`, whole or not at all; the folder is made. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(file, "w", encoding="utf-8") as opened:
            opened.write(text)
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def data_home() -> Path:
    """Return XDG_DATA_HOME."""
    return _home("XDG_DATA_HOME", ".local/share")


def data_folders() -> list[Path]:
    """Return XDG_DATA_DIRS: what packages have brought for everybody."""
    given = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(folder) for folder in given.split(":") if folder]


def config_home() -> Path:
    """Return XDG_CONFIG_HOME."""
    return _home("XDG_CONFIG_HOME", ".config")


def _home(variable: str, usual: str) -> Path:
    """A path that is not absolute counts as none, as the specification says."""
    path = os.environ.get(variable, "")
    return Path(path) if os.path.isabs(path) else Path.home() / usual  # noqa: PTH117 - of a variable's text
