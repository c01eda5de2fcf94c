"""`toque history export`: the calls that are meant, as a file for spreadsheets or programs."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from argparse import ArgumentTypeError
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput, ExitCode

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from app.domain.account import Account
    from app.program import Program
    from app.services.history import HistoryFilter

STDOUT = "-"


def add_arguments(export: argparse.ArgumentParser) -> None:
    """Take what `export` may be given."""
    from app.domain.call import CallKind, Outcome

    outcomes, kinds = [outcome.value for outcome in Outcome], [kind.value for kind in CallKind]
    export.add_argument("file", metavar="FILE", help="written whole or not at all; - for the standard output")
    export.add_argument("--format", choices=["csv", "json"], help="else what FILE ends in, else csv")
    export.add_argument("--search", default="", metavar="TEXT", help="as in the window's search")
    export.add_argument("--outcome", action="append", default=[], choices=outcomes, help="may be repeated")
    export.add_argument("--unknown", action="store_true", help="the same as --outcome unknown")
    export.add_argument("--account", metavar="NAME")
    export.add_argument("--kind", choices=kinds)
    export.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="from this day on")
    export.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="up to the end of this day")


async def export(program: Program, options: argparse.Namespace) -> ExitCode:
    """Write the file and say how many calls are in it. Raises BadInput, and then no file was written."""
    from app.services.history import NotRecorded
    from app.services.history_export import ExportFormat, export

    path = Path(options.file)
    form = ExportFormat(options.format or ("json" if path.suffix.lower() == ".json" else "csv"))
    await program.contacts.begin()
    which = await _which(program, options)
    try:
        with _target(options.file) as target:
            count = await export(
                program.history,
                which,
                target,
                form,
                name_of=program.contacts.name_of,
                progress=_say_progress if sys.stderr.isatty() else None,
                delimiter=_delimiter(program.region()),
            )
    except NotRecorded as error:
        raise BadInput(str(error)) from error
    sys.stderr.write(f"{count:,} {'call' if count == 1 else 'calls'} exported.\n")
    return ExitCode.DONE


async def _which(program: Program, options: argparse.Namespace) -> HistoryFilter:
    from app.domain.call import CallKind, Outcome
    from app.services.history import HistoryFilter
    from app.services.settings import NotSaved

    try:
        people = await program.contacts.people_named(options.search)
    except NotSaved:  # which was said when the contacts were opened
        people = ()
    unknown = [Outcome.UNKNOWN] if options.unknown else []
    return HistoryFilter(
        text=options.search,
        people=people,
        outcomes=frozenset([*map(Outcome, options.outcome), *unknown]),
        account_id=None if options.account is None else _account(program, options.account).id,
        kind=CallKind(options.kind) if options.kind else None,
        since=_midnight(options.since) if options.since else None,
        until=_midnight(options.until + timedelta(days=1)) if options.until else None,
    )


def _account(program: Program, name: str) -> Account:
    from app.commands.account import find

    return find(program.accounts, name)


@contextmanager
def _target(file: str) -> Iterator[Path]:
    """Give the file to write; for the standard output one whose content goes there in the end."""
    if file != STDOUT:
        path = Path(file).expanduser().absolute()
        if path.is_dir():
            raise BadInput(f"{path} is a folder: give a file's name.")
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="toque-") as folder:
        path = Path(folder) / "calls"
        yield path
        _print(path)


def _print(path: Path) -> None:
    """Print the file's bytes as they are. Whoever read may have gone."""
    try:
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_progress(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done:,} of {total:,}" + ("\n" if done == total else ""))
    sys.stderr.flush()


def _delimiter(region: str | None) -> str:
    """Return what spreadsheets of that country expect between two cells."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    from app.services.history_export import delimiter_for

    try:
        return delimiter_for(get_decimal_symbol(Locale.parse(f"und_{region}")))
    except (UnknownLocaleError, ValueError):
        return delimiter_for(".")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text}: give a day as YYYY-MM-DD.") from error


def _midnight(day: date) -> datetime:
    """Return the beginning of that day here."""
    return datetime.combine(day, time()).astimezone()
