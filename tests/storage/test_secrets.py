from __future__ import annotations

import asyncio
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from storage_programs import run_python

from app.domain.account import Secret
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretStore, SecretsUnavailable
from app.storage.keyring_secrets import WINDOWS_LIMIT, KeyringSecrets, refuse_too_long
from app.storage.memory_secrets import MemorySecrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secret_service import SecretService

leaks_a_socket = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
"""keyring 25.7 does so where it raises."""

NO_KEYRING = {
    "linux": "Install gnome-keyring or KWallet",
    "darwin": "The macOS Keychain cannot be used",
    "win32": "Windows's credential store cannot be used",
}[sys.platform]

LONG = WINDOWS_LIMIT if sys.platform == "win32" else 10_000

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="nobody can lock or stop the keyring")

MARKER = "marker-token-4711"


# --- the contract, for every store ----------------------------------------------------------------------


@pytest.fixture(params=["memory", "keyring"])
def store(request: pytest.FixtureRequest) -> Iterator[SecretStore]:
    if request.param == "memory":
        yield MemorySecrets()
    else:
        request.getfixturevalue("secret_service")
        with closing(KeyringSecrets()) as secrets:
            yield secrets


async def test_what_was_kept_is_returned(store: SecretStore) -> None:
    await store.set("a", "token", Secret(MARKER))
    assert await store.get("a", "token") == Secret(MARKER)


async def test_what_was_never_kept_is_none(store: SecretStore) -> None:
    assert await store.get("a", "token") is None


async def test_a_secret_replaces_the_earlier_one(store: SecretStore) -> None:
    await store.set("a", "token", Secret("first"))
    await store.set("a", "token", Secret("second"))
    assert await store.get("a", "token") == Secret("second")


async def test_accounts_and_keys_do_not_mix(store: SecretStore) -> None:
    kept = {
        (account, key): Secret(f"{account}/{key}") for account in "ab" for key in ("token", "client_token")
    }
    for place, secret in kept.items():
        await store.set(*place, secret)
    await store.delete("a", "token")
    del kept["a", "token"]
    assert await store.get("a", "token") is None
    assert {place: await store.get(*place) for place in kept} == kept


async def test_forgetting_what_is_not_kept_does_nothing(store: SecretStore) -> None:
    await store.delete("a", "token")
    assert await store.get("a", "token") is None


@pytest.mark.parametrize("value", ["ção 🎧 \n\0'\"", "x" * LONG, "x"])
async def test_any_text_comes_back_unchanged(store: SecretStore, value: str) -> None:
    await store.set("a", "token", Secret(value))
    assert await store.get("a", "token") == Secret(value)


# --- the real Secret Service ----------------------------------------------------------------------------


@pytest.fixture
def secrets(secret_service: SecretService) -> Iterator[KeyringSecrets]:
    with closing(KeyringSecrets()) as store:
        yield store


async def test_each_secret_has_a_service_name_of_its_own(
    secrets: KeyringSecrets, secret_service: SecretService
) -> None:
    await secrets.set("id-1", "token", Secret(MARKER))
    await secrets.set("id-1", "client_token", Secret("other"))
    assert secret_service.items() == {
        ("Toque id-1 token", "token"): MARKER,
        ("Toque id-1 client_token", "client_token"): "other",
    }


async def test_nothing_is_left_of_what_was_replaced(
    secrets: KeyringSecrets, secret_service: SecretService
) -> None:
    await secrets.set("a", "token", Secret(MARKER))
    await secrets.set("a", "token", Secret("second"))
    assert list(secret_service.items().values()) == ["second"]
    await secrets.delete("a", "token")
    assert secret_service.items() == {}


async def test_secrets_survive_the_program(secrets: KeyringSecrets, secret_service: SecretService) -> None:
    await secrets.set("a", "token", Secret(MARKER))
    script = "import keyring; print(keyring.get_password('Toque a token', 'token'))"
    other = await asyncio.to_thread(run_python, script, environment=secret_service.environment)
    assert other == f"{MARKER}\n"


@only_linux
@leaks_a_socket
async def test_a_locked_keyring_that_nobody_can_unlock_says_so(
    secrets: KeyringSecrets, secret_service: SecretService
) -> None:
    await secrets.set("a", "token", Secret(MARKER))
    secret_service.lock()
    with pytest.raises(SecretsUnavailable, match="is locked"):
        await secrets.get("a", "token")
    with pytest.raises(SecretsUnavailable):
        await secrets.set("a", "token", Secret(MARKER))


@only_linux
async def test_a_keyring_that_never_answers_meets_the_deadline_and_blocks_no_later_question(
    secret_service: SecretService,
) -> None:
    with closing(KeyringSecrets(deadline_s=30)) as patient:
        await patient.set("a", "token", Secret(MARKER))
    with closing(KeyringSecrets(deadline_s=0.2)) as secrets:
        with secret_service.silent():
            with pytest.raises(SecretsSilent, match=r"within 0.2 s"):
                await secrets.get("a", "token")
            with pytest.raises(SecretsSilent):
                await secrets.set("a", "token", Secret("later"))
        secrets._deadline_s = 30
        assert await secrets.get("a", "token") is not None


@only_linux
@leaks_a_socket
async def test_a_keyring_that_went_away_is_unavailable(
    secrets: KeyringSecrets, secret_service: SecretService
) -> None:
    secret_service.close()
    with pytest.raises(SecretsUnavailable, match="does not work"):
        await secrets.get("a", "token")


@only_linux
def test_a_program_ends_although_the_keyring_is_stuck(secret_service: SecretService) -> None:
    script = """
import asyncio
from app.services.secret_store import SecretsSilent
from app.storage.keyring_secrets import KeyringSecrets
async def main():
    try:
        await KeyringSecrets(deadline_s=0.2).get("a", "token")
    except SecretsSilent:
        print("silent")
asyncio.run(main())
"""
    with secret_service.silent():
        said = run_python(script, environment=secret_service.environment)
    assert said == "silent\n"


# --- keyrings that cannot keep anything -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("backend", "says"),
    [
        ("keyring.backends.fail.Keyring", NO_KEYRING),
        ("keyring.backends.null.Keyring", "Remove PYTHON_KEYRING_BACKEND"),
        ("no.such.Backend", "cannot be used" if sys.platform == "win32" else "does not work"),
    ],
)
def test_without_a_keyring_every_method_says_what_to_do(backend: str, says: str) -> None:
    script = """
import asyncio
from app.domain.account import Secret
from app.services.secret_store import SecretsUnavailable
from app.storage.keyring_secrets import KeyringSecrets
async def main():
    store = KeyringSecrets()
    for question in store.get("a", "k"), store.set("a", "k", Secret("x")), store.delete("a", "k"):
        try:
            await question
        except SecretsUnavailable as error:
            print(error)
asyncio.run(main())
"""
    lines = run_python(script, environment=os.environ | {"PYTHON_KEYRING_BACKEND": backend}).splitlines()
    assert len(lines) == 3
    assert all(says in line for line in lines)


class ForgetfulKeyring(KeyringBackend):
    priority = 0

    def get_password(self, service: str, username: str) -> None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class TalkativeKeyring(KeyringBackend):
    priority = 0

    def get_password(self, service: str, username: str) -> None:
        raise SystemError("of the backend")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise SystemError(f"cannot keep {password}")


@pytest.fixture
def in_use() -> Iterator[None]:
    yield
    keyring.set_keyring(keyring.backends.fail.Keyring())


async def test_an_empty_secret_is_none_that_could_be_lost(in_use: None) -> None:
    keyring.set_keyring(ForgetfulKeyring())
    with closing(KeyringSecrets()) as secrets:
        await secrets.set("a", "client_token", Secret(""))
        assert await secrets.get("a", "client_token") is None


async def test_what_does_not_come_back_was_not_kept(in_use: None) -> None:
    keyring.set_keyring(ForgetfulKeyring())
    with closing(KeyringSecrets()) as secrets, pytest.raises(SecretNotKept, match="does not give it back"):
        await secrets.set("a", "token", Secret(MARKER))


async def test_no_error_leads_to_the_secret(in_use: None) -> None:
    keyring.set_keyring(TalkativeKeyring())
    with closing(KeyringSecrets()) as secrets, pytest.raises(SecretsUnavailable) as caught:
        await secrets.set("a", "token", Secret(MARKER))
    error: BaseException | None = caught.value
    while error is not None:
        assert MARKER not in str(error)
        error = error.__cause__ or error.__context__


async def test_a_keyring_in_a_chain_is_recognized(in_use: None, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = type("WinVaultKeyring", (ForgetfulKeyring,), {"__module__": "keyring.backends.Windows"})
    monkeypatch.setattr(ChainerBackend, "backends", [windows()])
    keyring.set_keyring(ChainerBackend())
    with closing(KeyringSecrets()) as secrets, pytest.raises(SecretNotKept, match="too long for Windows"):
        await secrets.set("a", "token", Secret("x" * (WINDOWS_LIMIT + 1)))


@pytest.mark.parametrize(
    ("text", "modules", "refused"),
    [
        ("x" * 1280, {"keyring.backends.Windows"}, False),
        ("x" * 1281, {"keyring.backends.Windows"}, True),
        ("🎧" * 640, {"keyring.backends.Windows"}, False),
        ("🎧" * 641, {"keyring.backends.Windows"}, True),
        ("x" * 5000, {"keyring.backends.SecretService"}, False),
    ],
)
def test_windows_holds_1280_characters(text: str, modules: set[str], refused: bool) -> None:
    if not refused:
        refuse_too_long(text, modules)
        return
    with pytest.raises(SecretNotKept, match=r"\(1,28\d of at most 1,280 characters\)"):
        refuse_too_long(text, modules)
