"""Secrets in the system's keyring. The only module that touches `keyring`, and only on first use."""

from __future__ import annotations

import importlib
import logging
import sys
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from app.domain.account import Secret
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.storage.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from keyring.backend import KeyringBackend

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_log = logging.getLogger(__name__)

DEADLINE_S = 60.0
"""The keyring may be asking a person for its password."""

WINDOWS_LIMIT = 1280
"""UTF-16 units: CRED_MAX_CREDENTIAL_BLOB_SIZE is 2,560 bytes
(https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw)."""

_PARTS = {
    "linux": ("keyring.backends.SecretService", "secretstorage", "jeepney.io.blocking"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
}
"""By `sys.platform`: what the library does without where it is missing, and then finds no keyring."""

_UNUSABLE = {
    "linux": QT_TRANSLATE_NOOP(
        "Detail",
        "The system's keyring does not work. Check that gnome-keyring or KWallet is running "
        "(logging in again starts it), and try again.",
    ),
    "darwin": QT_TRANSLATE_NOOP(
        "Detail",
        "The macOS Keychain cannot be used. Open Keychain Access, unlock the login keychain, and try again.",
    ),
    "win32": QT_TRANSLATE_NOOP(
        "Detail",
        "Windows's credential store cannot be used. Check that the service Credential Manager is running, "
        "and try again.",
    ),
}
_NO_KEYRING = _UNUSABLE | {
    "linux": QT_TRANSLATE_NOOP(
        "Detail",
        "There is no keyring to keep tokens in. Install gnome-keyring or KWallet, log out and in again, "
        "and start Toque again.",
    ),
}
_SWITCHED_OFF = QT_TRANSLATE_NOOP(
    "Detail",
    "The keyring is switched off for Python programs. Remove PYTHON_KEYRING_BACKEND from the environment, "
    "or default-keyring from keyringrc.cfg, and start Toque again.",
)
_LOCKED = QT_TRANSLATE_NOOP("Detail", "The system's keyring is locked. Unlock it and try again.")
_LOST = QT_TRANSLATE_NOOP(
    "Detail",
    "The system's keyring accepted the token but does not give it back. Check the keyring and try again.",
)
_SILENT = QT_TRANSLATE_NOOP(
    "Detail", "The system's keyring did not answer within {seconds} s. Unlock it and try again."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Detail",
    "The token is too long for Windows's credential store ({length} of at most {longest} characters).",
)


class KeyringSecrets:
    """A SecretStore in the system's keyring: one service name per secret, `Toque {account_id} {key}`.

    Works in a thread of its own. Where the keyring does not answer within `deadline_s`, SecretsSilent is
    raised and the next question gets a new thread; what was to be kept may be kept later, when the keyring
    is unlocked. No exception holds a secret, nor is chained to one that might.
    """

    def __init__(self, *, deadline_s: float = DEADLINE_S) -> None:
        self._deadline_s = deadline_s
        self._worker = Worker("keyring")

    async def get(self, account_id: str, key: str) -> Secret | None:
        """Return the secret, or None if none is kept."""
        value = await self._run(_get, account_id, key)
        return None if value is None else Secret(value)

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        """Keep the secret, in place of an earlier one, and read it back; an empty one is none.

        Raises SecretNotKept.
        """
        await self._run(_set, account_id, key, secret)

    async def delete(self, account_id: str, key: str) -> None:
        """Forget the secret; nothing happens if none is kept."""
        await self._run(_delete, account_id, key)

    def close(self) -> None:
        """Let the thread end. Does not wait for it."""
        self._worker.close()

    async def _run(self, function: Callable[[KeyringBackend, *Ts], T], *args: *Ts) -> T:
        worker = self._worker
        try:
            answer = await worker.run(_answer, function, *args, deadline_s=self._deadline_s)
        except TimeoutError as error:
            worker.close()  # it ends if it ever gets loose
            if self._worker is worker:
                self._worker = Worker("keyring")
            raise SecretsSilent(Detail(_SILENT, seconds=f"{self._deadline_s:g}")) from error
        return answer


def name_in_use() -> str | None:
    """Return the name of the keyring in use, None where none runs.

    Raises ImportError where a part of the library is missing that this system's keyring takes.
    """
    from importlib.metadata import entry_points

    import keyring

    for module in _PARTS.get(sys.platform, ()):
        importlib.import_module(module)
    if not entry_points(group="keyring.backends"):
        raise ImportError("keyring does not know its backends")
    backend = keyring.get_keyring()
    return None if _modules(backend) == {"keyring.backends.fail"} else backend.name


def refuse_too_long(text: str, backend_modules: Iterable[str]) -> None:
    """Raise SecretNotKept where a backend from one of these modules cannot hold a secret of that length."""
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if length > WINDOWS_LIMIT and "keyring.backends.Windows" in backend_modules:
        raise SecretNotKept(Detail(_TOO_LONG, length=length, longest=WINDOWS_LIMIT))


# --- in the worker's thread ---------------------------------------------------------------------------


def _answer(function: Callable[[KeyringBackend, *Ts], T], *args: *Ts) -> T:
    """Run `function` on the keyring in use; whatever a backend raises becomes one of our own errors."""
    failed: Exception
    try:
        import keyring

        backend = keyring.get_keyring()
        if _modules(backend) == {"keyring.backends.null"}:
            failed = SecretsUnavailable(_SWITCHED_OFF)
        else:
            return function(backend, *args)
    except SecretNotKept:
        raise
    except Exception as error:  # noqa: BLE001 - backends raise what they like: pywintypes.error, D-Bus errors
        _log.info("The keyring failed with %s.%s", type(error).__module__, type(error).__name__)
        failed = SecretsUnavailable(_sentence(error))
    raise failed  # here, so that what the backend raised is not its context


def _get(backend: KeyringBackend, account_id: str, key: str) -> str | None:
    return backend.get_password(_service(account_id, key), key)


def _set(backend: KeyringBackend, account_id: str, key: str, secret: Secret) -> None:
    if not secret.reveal():
        _delete(backend, account_id, key)  # not every backend gives an empty one back
        return
    refuse_too_long(secret.reveal(), _modules(backend))
    backend.set_password(_service(account_id, key), key, secret.reveal())
    _delete_earlier(backend, account_id, key)
    if _get(backend, account_id, key) != secret.reveal():
        raise SecretNotKept(_LOST)


def _delete(backend: KeyringBackend, account_id: str, key: str) -> None:
    if _get(backend, account_id, key) is not None:
        backend.delete_password(_service(account_id, key), key)


def _delete_earlier(backend: KeyringBackend, account_id: str, key: str) -> None:
    """Delete the secret that was replaced, where the library has moved it aside under another service name.

    keyring 25.7 does so on Windows, as if the one that it is to make room for were another user's.
    """
    if "keyring.backends.Windows" in _modules(backend):
        aside = f"{key}@{_service(account_id, key)}"
        if backend.get_password(aside, key) is not None:
            backend.delete_password(aside, key)


def _service(account_id: str, key: str) -> str:
    return f"Toque {account_id} {key}"


def _modules(backend: KeyringBackend) -> set[str]:
    """Return the modules of the backends in use: of those in a chain, or of the one."""
    module = type(backend).__module__
    chain: Iterable[object] = getattr(backend, "backends", ()) if module == "keyring.backends.chainer" else ()
    return {module, *(type(each).__module__ for each in chain)}


def _sentence(error: Exception) -> str:
    from keyring.errors import KeyringLocked, NoKeyringError

    if isinstance(error, KeyringLocked):
        return _LOCKED
    sentences = _NO_KEYRING if isinstance(error, NoKeyringError) else _UNUSABLE
    return sentences.get(sys.platform, sentences["linux"])
