"""The manual page toque(1), made of what the command line says of itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from product import COMMAND, NAME, SUMMARY, VERSION

from app import cli

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

_WIDE = 10_000
_FILES = (
    (r"\fI~/.config/Toque/\fP", "settings; accounts without their tokens, which the keyring keeps"),
    (r"\fI~/.local/share/Toque/\fP", "history, contacts, do-not-call list, queue"),
    (r"\fI~/.local/state/Toque/\fP", "the log"),
    (r"\fI~/.config/Toque Practice/\fP and such", "the same of practice mode"),
    (r"\fI/etc/toque/policy.json\fP", "what administrators set"),
)
_EXIT_STATUS = (
    "0 done, for a call: the provider accepted it; 2 bad usage or input, nothing sent; 3 certainly not "
    "placed; 4 unknown, it may have been placed."
)
_REMOVAL = (
    f"Removing the package leaves what each user keeps. \\fB{COMMAND} \\-\\-remove\\-data\\fP, run by a user "
    "before that, removes all of it: tokens, settings, history, start at login and phone links."
)


def manual(built: datetime) -> str:
    """Return the page in the form that man reads."""
    window = cli._parser([])
    whole = cli._parser([cli.COMMANDS[0]])
    page = [
        f'.TH {COMMAND.upper()} 1 {built:%Y-%m-%d} "{NAME} {VERSION}" "User commands"',
        ".SH NAME",
        rf"{COMMAND} \- {SUMMARY[0].lower()}{SUMMARY[1:]}",
        ".SH SYNOPSIS",
        *_synopsis(window),
        ".br",
        rf"\fB{COMMAND}\fP \fICOMMAND\fP \fR...",
        ".SH DESCRIPTION",
        _plain(window.description or ""),
        *_options(window),
        ".SH COMMANDS",
        *(line for command in _commands(whole) for line in _command(command)),
        ".SH EXIT STATUS",
        _EXIT_STATUS,
        ".SH FILES",
        *(line for name, text in _FILES for line in (".TP", name, _plain(text))),
        ".SH REMOVAL",
        _REMOVAL,
    ]
    return "\n".join(page) + "\n"


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    if parsers := list(_commands(parser)):
        for each in parsers:
            yield from _command(each)
        return
    yield f".SS {_plain(parser.prog)}"
    yield from _synopsis(parser)
    yield from _options(parser)


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _synopsis(parser: argparse.ArgumentParser) -> Iterable[str]:
    parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=_WIDE)
    usage = parser.format_usage().strip().removeprefix("usage: ").removeprefix(parser.prog)
    return [rf"\fB{_plain(parser.prog)}\fP{_plain(usage)}"]


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):
            continue
        value = "" if action.nargs == 0 else rf" \fI{_plain(str(action.metavar or action.dest))}\fP"
        yield ".TP"
        yield (", ".join(rf"\fB{_plain(name)}\fP" for name in action.option_strings) + value).strip()
        yield _plain((action.help or "").replace("%%", "%"))


def _plain(text: str) -> str:
    """Return text in which man sees nothing of its own."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())
