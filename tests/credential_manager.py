"""Windows' real keyring, the Credential Manager, of which a test sees only what has come since it began."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from keyring.backends.Windows import WinVaultKeyring
from win32ctypes.pywin32 import pywintypes, win32cred

if TYPE_CHECKING:
    from pathlib import Path

    from keyring.backend import KeyringBackend

_NOT_FOUND = 1168  # winerror.h: ERROR_NOT_FOUND


class CredentialManager:
    """As `secret_service.SecretService`, but nobody can lock it or let it be silent."""

    address = ""
    """Of the D-Bus that it is on: on none."""

    def __init__(self, folder: Path) -> None:
        """`folder` is for keyrings that need one."""
        self.environment = dict(os.environ)
        self._earlier = {each["TargetName"] for each in _credentials()}

    @staticmethod
    def backend() -> KeyringBackend:
        return WinVaultKeyring()

    def items(self) -> dict[tuple[str, str], str]:
        """Return everything that was kept since: secrets by service name and user name."""
        return {
            (each["TargetName"], each["UserName"]): each["CredentialBlob"].decode("utf-16-le")
            for each in self._own()
        }

    def close(self) -> None:
        """Leave it as it was."""
        for each in self._own():
            win32cred.CredDelete(each["TargetName"], win32cred.CRED_TYPE_GENERIC)

    def _own(self) -> list[dict[str, object]]:
        return [each for each in _credentials() if each["TargetName"] not in self._earlier]


def _credentials() -> list[dict[str, object]]:
    """Return what was kept with keyring."""
    try:
        everything = win32cred.CredEnumerate()
    except pywintypes.error as error:
        if error.winerror != _NOT_FOUND:
            raise
        return []
    return [each for each in everything if each["Comment"] == "Stored using python-keyring"]
