"""`toque practice`: the practice provider alone, to try the command line and other programs on."""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput, ExitCode

if TYPE_CHECKING:
    from app.practice.server import PracticeServer

_SIGNALS_HEARD_EVERY_S = 0.5
"""On Windows no signal interrupts a wait: Ctrl+C is heard between two."""


def serve(port: int, *, live: bool, all_accounts: bool = False) -> ExitCode:
    """Serve until interrupted, printing first where to reach it and then one line a request.

    RyzeAPI's account comes first, in three lines that other programs read. The accounts of the other
    providers follow for people, who see them on a terminal, and for whoever asks for `all_accounts`.
    """
    from app.practice.server import PracticeServer

    stopped = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: stopped.set())
    server = PracticeServer(port=port, live=live, on_request=_print)
    try:
        server.start()
    except OSError as error:
        raise BadInput(f"Port {port} cannot be used: {error.strerror}.") from error
    except OverflowError as error:
        raise BadInput(f"Port {port} cannot be used: give one from 0 to 65535.") from error
    _print(f"Base URL: {server.base_url}")
    _print(f"Instance: {server.instance}")
    _print(f"Token:    {server.token}")
    if all_accounts or sys.stdout.isatty():
        _print_accounts(server)
    while not stopped.wait(_SIGNALS_HEARD_EVERY_S):
        pass
    server.stop()
    return ExitCode.DONE


def _print_accounts(server: PracticeServer) -> None:
    """Print what `toque account add` asks for: the fields by their keys, then the secrets in their order."""
    for provider in server.providers[1:]:
        fields = {**server.account_fields(provider), **server.secrets(provider)}
        _print(f"{provider}: " + " ".join(f"{key}={value}" for key, value in fields.items()))


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
