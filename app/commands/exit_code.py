"""What the exit code of a command says. Part of the command line's interface."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """0 and 2 to 4, as the README lists them."""

    DONE = 0
    """Done; for a call: the provider accepted it."""
    BAD_INPUT = 2
    """Bad usage or input: nothing was sent."""
    NOT_PLACED = 3
    """Certainly not placed; for a test: the account cannot call."""
    UNKNOWN = 4
    """It may have been placed."""


class BadInput(Exception):
    """The command cannot be carried out as it was given. The message says what to change."""
