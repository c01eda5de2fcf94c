"""The command line: starts the window, or runs one command without it."""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import signal
import sys
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app import __version__
from app.commands.exit_code import BadInput, ExitCode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from app.commands.call import Printer, Wish
    from app.program import Program
    from app.services.account_draft import AccountDraft
    from app.services.policy import Policy
    from app.services.settings import SettingsStore
    from app.storage.profile import Profile
    from app.storage.settings_file import SettingsFile

COMMANDS = ("account", "call", "history", "number", "practice")

_DESCRIPTION = "Without a command: opens the window, with NUMBER filled in and never dialled."
_COMMANDS_HELP = """commands:
  account add|token|list|test|agents|remove   accounts at call providers
  call NUMBER                                 place one call without a window
  history export FILE                         calls as a table or JSON, all or those searched for
  number TEXT                                 how a number is understood, without calling
  practice                                    run the practice provider alone

`toque COMMAND --help` says more. Exit codes: 0 done, 2 bad usage or input and
nothing sent, 3 certainly not placed, 4 unknown: it may have been placed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code."""
    _write_what_can_be_written()
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(words).parse_args(words)
    try:
        return _run(options)
    except BadInput as error:
        print(f"toque: {error}", file=sys.stderr)
        return ExitCode.BAD_INPUT
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case None if options.smoke_test is not None:
            from app.smoke_test.run import smoke_test

            return smoke_test(Path(options.smoke_test) if options.smoke_test else None)
        case None if options.close:
            return _close(options)
        case None if options.remove_data:
            return _remove_data(options)
        case None:
            return _window(options)
        case "number":
            from app.commands import number

            region = (
                number.checked_region(options.region)
                if options.region
                else _region(_managed(_settings(_profile(options)), _policy()))
            )
            return number.explain(options.text, region=region, as_json=options.json)
        case "practice":
            from app.commands import practice

            return practice.serve(options.port, live=options.live)
        case "call":
            return _call(options)
        case "history":
            return asyncio.run(_export_history(options))
        case _:
            return asyncio.run(_account(options, _draft(options)))


def _window(options: argparse.Namespace) -> int:
    """Open the window, unless one is open: then that one takes the number, and nothing heavy is loaded."""
    from app.desktop.first_start import HandedOver, first_start

    text = options.number or ""
    try:
        hold = first_start(_profile(options).settings_file, text)
    except HandedOver:
        return ExitCode.DONE
    from app.main import run_window

    return run_window(
        options.profile,
        practice=options.practice,
        number=text,
        hold=hold,
        in_background=options.background,
    )


def _close(options: argparse.Namespace) -> int:
    """Have the window and that of practice mode closed; return 0 where no Toque runs any more, else 1.

    A command that places a call is left alone, and counts.
    """
    from app.desktop.closing import close_running
    from app.storage.profile import Profile
    from app.storage.profile_removal import is_in_use

    profiles = [Profile.of(options.profile, practice=practice) for practice in (False, True)]
    ended = [close_running(profile.settings_file) for profile in profiles]
    return 0 if all(ended) and not any(map(is_in_use, profiles)) else 1


def _remove_data(options: argparse.Namespace) -> int:
    from app.commands.removal import remove_data

    for sentence in asyncio.run(remove_data(options.profile)):
        print(sentence)
    return ExitCode.DONE


def _write_what_can_be_written() -> None:
    """Let a sign that the terminal does not know become another, rather than end the program.

    What Windows writes to a pipe or a file is UTF-8: its code pages do not have the signs of a step.
    """
    encoding = "utf-8" if sys.platform == "win32" else None
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def _call(options: argparse.Namespace) -> ExitCode:
    """Place a call. However it is interrupted, the exit code says what is known of it."""
    from app.commands import call

    printer = call.Printer(as_json=options.json, follow=options.follow)
    with suppress(KeyboardInterrupt):  # the second Ctrl+C, where the loop cannot hear it
        asyncio.run(_place(options, printer))
    return call.exit_code(printer.newest)


async def _place(options: argparse.Namespace, printer: Printer) -> None:
    from app.commands import call

    async with _program(options, printer) as program:
        placing = asyncio.create_task(
            call.place(
                program,
                options.number,
                account_name=options.account,
                wish=_wish(options),
                region=_region(program.settings),
                follow=options.follow,
                printed=printer,
                anyway=options.anyway,
            ),
            name="placing",
        )
        _hear_signals(placing.cancel)
        with suppress(asyncio.CancelledError):  # what was placed stays placed
            await placing


def _wish(options: argparse.Namespace) -> Wish:
    from app.commands.call import Wish

    return Wish(
        ring=options.ring,
        audio=options.audio,
        audio_url=options.audio_url,
        agent=options.agent,
        from_number=options.from_number,
        metadata=tuple(options.meta),
        record=options.record,
        max_duration=options.max_duration,
    )


def _hear_signals(stop: Callable[[], object]) -> None:
    """Call `stop` at each Ctrl+C and SIGTERM."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows, where `asyncio.run` cancels at the first Ctrl+C
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)


async def _export_history(options: argparse.Namespace) -> ExitCode:
    from app.commands import history

    async with _program(options) as program:
        return await history.export(program, options)


def _draft(options: argparse.Namespace) -> AccountDraft | None:
    """Return the account to keep, asked for before the loop runs: there Ctrl+C would not end the asking."""
    from app.commands import account
    from app.providers import PROVIDERS
    from app.storage.settings_file import SettingsFile

    match options.action:
        case "add":
            return account.read_draft(PROVIDERS, options.name, options.provider, options.field)
        case "token":
            known = _managed(SettingsFile(_profile(options).settings_file), _policy())
            return account.read_token(PROVIDERS, known.current.accounts, options.name)
    return None


async def _account(options: argparse.Namespace, draft: AccountDraft | None) -> ExitCode:
    from app.commands import account

    async with _program(options) as program:
        if draft is not None:
            return await account.keep(program.accounts, draft)
        match options.action:
            case "list":
                return await account.show(program.accounts)
            case "test":
                return await account.test(program.accounts, options.name)
            case "agents":
                return await account.agents(program.accounts, options.name)
            case _:
                return await account.remove(program.accounts, options.name)


@asynccontextmanager
async def _program(options: argparse.Namespace, printer: Printer | None = None) -> AsyncIterator[Program]:
    from app.desktop.log_file import start_log
    from app.program import Program
    from app.storage.keyring_secrets import KeyringSecrets

    profile, policy = _profile(options), _policy()
    start_log(profile.log_file)
    settings = _settings(profile)
    program = Program(
        profile,
        _managed(settings, policy),
        secrets=KeyringSecrets(),
        on_call=printer or _ignore,
        on_account=_ignore,
        on_audio=lambda: None,
        on_question=_ignore,
        on_trouble=_warn,
        on_kept_aside=lambda kept: _warn(f"a file was {kept.why} and is kept as {kept.path.name}"),
        policy=policy,
    )
    try:
        yield program
    finally:
        await program.close()
        settings.close()


def _warn(sentence: str) -> None:
    print(f"toque: {sentence}", file=sys.stderr)


def _ignore(_news: object) -> None:
    """Hear what only a window shows."""


def _profile(options: argparse.Namespace) -> Profile:
    from app.storage.profile import Profile

    return Profile.of(options.profile, practice=options.practice)


def _settings(profile: Profile) -> SettingsFile:
    from app.storage.settings_file import SettingsFile

    settings = SettingsFile(profile.settings_file)
    if settings.problem:
        _warn(settings.problem)
    if settings.kept_aside:
        _warn(f"the settings were damaged and are kept as {settings.kept_aside.name}")
    return settings


def _policy() -> Policy:
    from app.providers import PROVIDERS
    from app.storage.policy_file import policy_path, read_policy

    return read_policy(policy_path(), PROVIDERS)


def _managed(settings: SettingsStore, policy: Policy) -> SettingsStore:
    from app.storage.managed_settings import ManagedSettings

    return ManagedSettings(settings, policy)


def _region(settings: SettingsStore) -> str | None:
    """Return the country of numbers written without one: as set, or else the system's."""
    from app.desktop.region import system_region

    return settings.current.region or system_region()


# --- what may be typed --------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(ExitCode.BAD_INPUT, f"toque: {message}\n")


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for `words`: a command's, or that of the window, whose only word is a number."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--profile",
        type=Path,
        default=os.environ.get("TOQUE_PROFILE") or None,
        metavar="DIR",
        help="keep settings, history and log under DIR (or TOQUE_PROFILE) instead of the system's folders",
    )
    parser = _Parser(
        prog="toque",
        description=_DESCRIPTION,
        epilog=_COMMANDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.set_defaults(command=None, practice=False)
    parser.add_argument("--version", action="version", version=f"Toque {__version__}")
    if _first_word(words) in COMMANDS:
        _add_commands(parser)
    else:
        parser.add_argument("--practice", action="store_true", help="no real phone rings; in its own profile")
        parser.add_argument("--background", action="store_true", help=argparse.SUPPRESS)  # start at login
        parser.add_argument("--smoke-test", nargs="?", const="", metavar="REPORT", help=argparse.SUPPRESS)
        for option in ("--close", "--remove-data"):  # what installers and uninstallers ask for
            parser.add_argument(option, action="store_true", help=argparse.SUPPRESS)
        parser.add_argument("number", nargs="?", metavar="NUMBER", help="filled in, never dialled")
    return parser


def _first_word(words: Sequence[str]) -> str | None:
    before = None
    for word in words:
        if not word.startswith("-") and before != "--profile":
            return word
        before = word
    return None


def _add_commands(parser: _Parser) -> None:
    from app.commands import history

    # A command takes --profile behind it too; there it must not undo one given before it.
    late = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    late.add_argument("--profile", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, prog="toque")

    number = commands.add_parser("number", parents=[late], help="how a number is understood")
    number.add_argument("text", metavar="TEXT")
    number.add_argument("--region", metavar="BR", help="the country of numbers written without one")
    number.add_argument("--json", action="store_true")

    call = commands.add_parser("call", parents=[late], help="place exactly one call without a window")
    call.add_argument("number", metavar="NUMBER", help="anything that `toque number` understands")
    call.add_argument("--account", metavar="NAME", help="else the one chosen last in the window")
    what = call.add_mutually_exclusive_group()
    what.add_argument("--ring", metavar="SECONDS", help="how long it rings")
    what.add_argument("--audio", metavar="FILE", help="a sound that plays when the call is answered")
    what.add_argument("--audio-url", metavar="URL", help="the same, fetched by the provider")
    what.add_argument("--agent", metavar="ID", help="the agent that speaks; else the one remembered")
    call.add_argument(
        "--from", dest="from_number", metavar="NUMBER", help="the own number an agent calls from"
    )
    call.add_argument("--meta", action="append", default=[], metavar="KEY=VALUE", help="goes along with it")
    call.add_argument("--no-record", dest="record", action="store_false", help="keep no recording of it")
    call.add_argument("--max-duration", metavar="SECONDS", help="how long an agent's call may last")
    call.add_argument(
        "--anyway",
        metavar="REASON",
        help="call although the number is on the do-not-call list, it is quiet hours there, or the provider "
        "does not reach it; kept in history. Without it such a call is refused (2), and always where an "
        "administrator has it so",
    )
    call.add_argument("--no-follow", dest="follow", action="store_false", help="leave after the reply")
    call.add_argument("--json", action="store_true", help="one JSON object a line")

    practice = commands.add_parser("practice", parents=[late], help="run the practice provider alone")
    practice.add_argument("--port", type=int, default=0, metavar="N", help="0, the default: any free one")
    practice.add_argument("--live", action="store_true", help="begin with live status switched on")

    kept = commands.add_parser("history", help="the calls that were placed")
    actions = kept.add_subparsers(dest="action", required=True, parser_class=_Parser)
    history.add_arguments(actions.add_parser("export", parents=[late], help="as a table or JSON"))

    _add_account_commands(commands.add_parser("account", help="accounts at call providers"), late)


def _add_account_commands(account: _Parser, late: _Parser) -> None:
    actions = account.add_subparsers(dest="action", required=True, parser_class=_Parser)
    add = actions.add_parser("add", parents=[late], help="secrets are asked for, or read one a line")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--provider", required=True, metavar="KEY", help="ryzeapi, zapi or ringyo")
    add.add_argument("--field", action="append", default=[], metavar="KEY=VALUE")
    actions.add_parser("list", parents=[late])
    for action, words in (
        ("token", "keep another token, or the one of an account that an administrator has set up"),
        ("test", "ask for the state of its line"),
        ("agents", "list the agents that its calls can be placed with: id and name"),
        ("remove", "with its secrets"),
    ):
        actions.add_parser(action, parents=[late], help=words).add_argument("name", metavar="NAME")
