"""Phone links on Linux: a desktop file of this user, and `xdg-mime`."""

from __future__ import annotations

import shlex
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app import resources
from app.desktop.desktop_file import (
    config_home,
    data_folders,
    data_home,
    entry,
    exec_line,
    is_quoted,
    read_entry,
    write_whole,
)
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.desktop import LinkState, LinkWay, NotArranged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "toque.desktop"
TAKEN = ("tel", "callto", "toque")
"""The links that become Toque's."""
OFFERED = (*TAKEN, "whatsapp")
"""The links that it can open: those of WhatsApp are left to whoever has them."""
DEADLINE_S = 10.0
"""`xdg-mime` asks the desktop's own program, which may be slow to start; never that slow."""
_BEFORE = "X-Toque-Before-"

_NO_XDG_UTILS = QT_TRANSLATE_NOOP(
    "Detail",
    "The program xdg-mime is missing: install the package xdg-utils "
    "(sudo apt install xdg-utils), then press again.",
)
_SILENT = QT_TRANSLATE_NOOP("Detail", "The desktop did not answer within {seconds} seconds. Try again.")
_REFUSED = QT_TRANSLATE_NOOP("Detail", "The desktop refused: {why}")
_NOT_WRITTEN = QT_TRANSLATE_NOOP("Detail", "{file} could not be written: {why}")
_ONLY_ONE = QT_TRANSLATE_NOOP(
    "Detail", "No other program here opens phone links. They open Toque as long as it is installed."
)
_NOT_KEPT = QT_TRANSLATE_NOOP(
    "Detail", "The desktop did not keep it: it still opens phone links with {program}."
)


def values(command: Sequence[str], icon: str, before: Mapping[str, str]) -> dict[str, str]:
    """Return what the desktop file says. `before` has, by kind of link, who opened it until now."""
    return {
        "Type": "Application",
        "Version": "1.0",
        "Name": "Toque",
        "GenericName": "Phone calls",
        "GenericName[pt_BR]": "Chamadas telefônicas",
        "GenericName[es]": "Llamadas telefónicas",
        "Exec": exec_line(command, field="%u"),
        "Icon": icon,
        "Terminal": "false",
        "Categories": "Network;Telephony;",
        "MimeType": "".join(f"x-scheme-handler/{scheme};" for scheme in OFFERED),
        "StartupNotify": "true",
        "StartupWMClass": "toque",
        "X-GNOME-SingleWindow": "true",
    } | {f"{_BEFORE}{scheme}": name for scheme, name in before.items()}


class XdgLinks:
    """PhoneLinks of this user. `command` starts Toque; the link is put behind it.

    Where a package has brought a desktop file for everybody, this user needs one only to remember who opened
    the links before.
    """

    way = LinkWay.REGISTERS

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._opens = tuple(command)
        self._launcher = data_home() / "toque" / "open-link"
        if is_quoted(command):
            self._opens = (str(self._launcher),)
        self._file = data_home() / "applications" / NAME
        self._icon = data_home() / "icons" / "hicolor" / "scalable" / "apps" / "toque.svg"

    def state(self) -> LinkState:
        """Ask who opens tel: links. One of the same name that was moved away does not count."""
        name = _handler("tel")
        return LinkState(name == NAME and self._is_current(), "" if name == NAME else name)

    def take(self) -> None:
        """Write the desktop file and the icon, and become the default."""
        before = {scheme: name for scheme in TAKEN if (name := _handler(scheme)) not in {"", NAME}}
        try:
            known = read_entry(self._file)
            for scheme in TAKEN:
                before.setdefault(scheme, known.get(_BEFORE + scheme, ""))
            self._write({scheme: name for scheme, name in before.items() if name})
        except OSError as error:
            raise _not_written(error, self._file) from error
        self._refresh()
        _run("xdg-mime", "default", NAME, *(f"x-scheme-handler/{scheme}" for scheme in TAKEN))
        if (name := _handler("tel")) != NAME:
            raise NotArranged(Detail(_NOT_KEPT, program=name or "–"))

    def give_back(self) -> None:
        """Remove what was written; who opened the links before does so again.

        Raises NotArranged, too, where that leaves them to Toque because a package says that it opens them.
        """
        self.forget()
        if self.state().is_ours:
            raise NotArranged(_ONLY_ONE)

    def forget(self) -> None:
        """Remove what was written, and let who opened the links before do so again."""
        try:
            known = read_entry(self._file)
            _forget(config_home() / "mimeapps.list")
            _forget(data_home() / "applications" / "mimeapps.list")
            self._remove()
        except OSError as error:
            raise _not_written(error, self._file) from error
        self._refresh()
        for scheme in TAKEN:
            if name := known.get(_BEFORE + scheme):
                _run("xdg-mime", "default", name, f"x-scheme-handler/{scheme}")

    def _is_current(self) -> bool:
        """Whether the desktop file starts this installation: the user's, or else the one for everybody."""
        try:
            known = read_entry(self._file)
        except OSError:
            return False
        if not known:
            return self._is_for_everybody()
        is_ours = known.get("Exec") == exec_line(self._opens, field="%u")
        return is_ours and (self._opens == tuple(self._command) or self._launches())

    def _is_for_everybody(self) -> bool:
        """Whether a package has brought a desktop file, and it starts this installation."""
        for folder in data_folders():
            try:
                known = read_entry(folder / "applications" / NAME)
            except OSError:
                continue
            if known:
                program, _, rest = known.get("Exec", "").partition(" ")
                words = [str(Path(word).resolve()) for word in (program, self._command[0])]
                return rest == "%u" and len(self._command) == 1 and words[0] == words[1]
        return False

    def _launches(self) -> bool:
        try:
            return self._launcher.read_text(encoding="utf-8") == launcher(self._command)
        except (OSError, UnicodeDecodeError):
            return False

    def _write(self, before: Mapping[str, str]) -> None:
        if not before and self._is_for_everybody():
            self._remove()
            return
        write_whole(self._icon, resources.path("toque.svg").read_text(encoding="utf-8"))
        if self._opens != tuple(self._command):
            write_whole(self._launcher, launcher(self._command), mode=0o755)
        write_whole(self._file, entry(values(self._opens, str(self._icon), before)))

    def _remove(self) -> None:
        for file in (self._file, self._icon, self._launcher):
            file.unlink(missing_ok=True)

    def _refresh(self) -> None:
        """Tell the desktop of the file, where it has a cache of them."""
        with suppress(NotArranged):
            _run("update-desktop-database", str(self._file.parent))


def launcher(command: Sequence[str]) -> str:
    """Return a script that starts `command` with what it is given.

    For a command with a word to be quoted, such as a folder with a space: xdg-open does not read quotes.
    """
    return f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n'


def _not_written(error: OSError, file: Path) -> NotArranged:
    return NotArranged(
        Detail(_NOT_WRITTEN, file=error.filename or str(file), why=error.strerror or str(error))
    )


def _handler(scheme: str) -> str:
    return _run("xdg-mime", "query", "default", f"x-scheme-handler/{scheme}").strip()


def _run(*command: str) -> str:
    """Return what the program prints. Raises NotArranged."""
    try:
        done = subprocess.run(  # noqa: S603 - the two programs above, and nothing of the operator's
            command,
            check=True,
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=DEADLINE_S,
        )
    except FileNotFoundError as error:
        raise NotArranged(_NO_XDG_UTILS) from error
    except subprocess.TimeoutExpired as error:
        raise NotArranged(Detail(_SILENT, seconds=round(DEADLINE_S))) from error
    except subprocess.CalledProcessError as error:
        why = (error.stderr or error.stdout).strip().splitlines()
        raise NotArranged(Detail(_REFUSED, why=why[-1] if why else str(error.returncode))) from error
    except OSError as error:
        raise NotArranged(Detail(_REFUSED, why=error.strerror or str(error))) from error
    return done.stdout


def _forget(file: Path) -> None:
    """Take Toque out of the lists of programs in a mimeapps.list, and leave all else as it is."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return
    kept = [line for line in map(without_toque, lines) if line is not None]
    if kept != lines:
        write_whole(file, "".join(f"{line}\n" for line in kept))


def without_toque(line: str) -> str | None:
    """Return a line of mimeapps.list without Toque, None where nothing is left of it."""
    key, equals, programs = line.partition("=")
    names = [name for name in programs.split(";") if name]
    if not equals or NAME not in names:
        return line
    left = [name for name in names if name != NAME]
    return f"{key}={';'.join(left)};" if left else None
