"""What an operator sends along with a question: versions, platform, kinds of account, last errors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app import __version__
from app.desktop.log_file import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

LIBRARIES = ("PySide6_Essentials", "qasync", "httpx", "websockets", "keyring", "msgspec", "phonenumbers")


def diagnostics(*, account_kinds: Iterable[str], live: Iterable[str], last_errors: Iterable[str]) -> str:
    """Return the text: no secret, no account's name, no whole number."""
    import platform

    lines = [
        f"Toque {__version__}",
        f"Python {platform.python_version()} on {sys.platform} ({platform.platform()}, {platform.machine()})",
        *(f"{library} {_version(library)}" for library in LIBRARIES),
        f"Accounts: {', '.join(account_kinds) or 'none'}",
        f"Live status: {', '.join(live) or 'none'}",
        "Last errors:",
        *([masked(error) for error in last_errors] or ["none"]),
    ]
    return "\n".join(lines)


def _version(library: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "unknown"
