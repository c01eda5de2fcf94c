"""`toque account`: add, list, test and remove accounts, keep their tokens, and list their agents."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput, ExitCode
from app.domain.account import Secret
from app.domain.provider import AGENTS, Line, ProviderError
from app.domain.reason import sentence
from app.services.account_draft import AccountDraft, AccountRefused
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.account import Account
    from app.domain.provider import AccountField, CallProvider
    from app.services.account_service import AccountService


def read_draft(
    providers: Iterable[type[CallProvider]], name: str, provider: str, fields: Sequence[str]
) -> AccountDraft:
    """Return the account as given; secrets are asked for without echo, or read one a line where nobody types.

    Raises BadInput.
    """
    kinds = {kind.key: kind for kind in providers}
    kind = kinds.get(provider)
    if kind is None:
        raise BadInput(f"There is no provider “{provider}”. Known: {', '.join(kinds)}.")
    return AccountDraft(name, provider, _read_fields(kind, fields), _read_secrets(kind))


def read_token(
    providers: Iterable[type[CallProvider]], accounts: Sequence[Account], name: str
) -> AccountDraft:
    """Return the account of that name with other secrets, asked for or read as of one that is added.

    An empty line leaves a secret as it is. Raises BadInput.
    """
    account = next((each for each in accounts if each.name.casefold() == name.strip().casefold()), None)
    if account is None:
        raise BadInput(_unknown(name, accounts))
    kind = next((kind for kind in providers if kind.key == account.provider), None)
    if kind is None:
        raise BadInput(f"There is no provider “{account.provider}” in this version.")
    secrets = {key: secret for key, secret in _read_secrets(kind).items() if secret}
    if not secrets:
        raise BadInput("Nothing was entered, so everything stays as it is.")
    return AccountDraft(account.name, account.provider, account.fields, secrets, account.id)


async def keep(accounts: AccountService, draft: AccountDraft) -> ExitCode:
    """Add the account, or keep the secrets of the one that is there."""
    try:
        account = await accounts.save(draft)
    except AccountRefused as error:
        raise BadInput(f"{error.key}: {error}" if error.key else str(error)) from error
    except (SecretsUnavailable, SecretNotKept, NotSaved) as error:
        raise BadInput(str(error)) from error
    except SecretsSilent as error:
        raise BadInput(_SILENT) from error
    sys.stdout.write(f"{'Kept the token of' if draft.id else 'Added'} {account.name}.\n")
    return ExitCode.DONE


async def show(accounts: AccountService) -> ExitCode:
    """List the accounts, the one that calls go through marked with a star, the administrators' in words."""
    chosen = accounts.chosen
    for account in accounts.accounts:
        kind = accounts.kind_of(account)
        facts = [f"{key}={value}" for key, value in account.fields.items() if value]
        facts += ["(set by your administrator)"] if account.is_managed else []
        mark = "*" if account == chosen else " "
        provider = kind.name if kind else account.provider
        sys.stdout.write(f"{mark} {account.name}  {provider}  {' '.join(facts)}\n")
    return ExitCode.DONE


async def test(accounts: AccountService, name: str) -> ExitCode:
    """Ask the provider for the state of the account's line."""
    account = find(accounts, name)
    kind = accounts.kind_of(account)
    try:
        status = await accounts.open.refresh(account.id)
    except SecretsUnavailable as error:
        raise BadInput(str(error)) from error
    except SecretsSilent as error:
        raise BadInput(_SILENT) from error
    if status.reason is not None:
        sys.stdout.write(
            sentence(status.reason, provider=kind.name if kind else "", detail=status.detail) + "\n"
        )
    else:
        detail = status.connection.detail or status.connection.line.value
        sys.stdout.write(f"{account.name}: {detail}\n")
    return ExitCode.DONE if status.connection.line is Line.CONNECTED else ExitCode.NOT_PLACED


async def agents(accounts: AccountService, name: str) -> ExitCode:
    """List the agents that the account's calls can be placed with: id and name."""
    account = find(accounts, name)
    kind = accounts.kind_of(account)
    if kind is None or kind.capabilities.agent is None:
        raise BadInput(f"{kind.name if kind else account.provider} has no agents.")
    try:
        found = await accounts.open.choices(account.id, AGENTS)
    except ProviderError as error:
        sys.stdout.write(sentence(error.reason, provider=kind.name, detail=error.detail) + "\n")
        return ExitCode.NOT_PLACED
    except SecretsUnavailable as error:
        raise BadInput(str(error)) from error
    except SecretsSilent as error:
        raise BadInput(_SILENT) from error
    sys.stdout.writelines(f"{agent.value}  {agent.label}\n" for agent in found)
    return ExitCode.DONE


async def remove(accounts: AccountService, name: str) -> ExitCode:
    """Remove the account and its secrets."""
    account = find(accounts, name)
    try:
        await accounts.remove(account.id)
    except (AccountRefused, SecretsUnavailable, NotSaved) as error:
        raise BadInput(str(error)) from error
    except SecretsSilent as error:
        raise BadInput(_SILENT) from error
    sys.stdout.write(f"Removed {account.name}.\n")
    return ExitCode.DONE


def find(accounts: AccountService, name: str | None) -> Account:
    """Return the account of that name, or the chosen one for None. Raises BadInput."""
    account = accounts.chosen if name is None else accounts.named(name)
    if account is not None:
        return account
    if name is None:
        raise BadInput("There is no account yet. Add one: toque account add NAME --provider ryzeapi …")
    raise BadInput(_unknown(name, accounts.accounts))


def _unknown(name: str, accounts: Iterable[Account]) -> str:
    known = ", ".join(f"“{account.name}”" for account in accounts) or "none"
    return f"There is no account “{name}”. Known: {known}."


def _read_fields(kind: type[CallProvider], pairs: Sequence[str]) -> dict[str, str]:
    plain = [field for field in kind.account_fields if not field.secret]
    fields = {field.key: field.default for field in plain}
    switches = {field.key for field in plain if field.is_switch}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in fields:
            known = ", ".join(fields)
            raise BadInput(f"--field {key}: give KEY=VALUE with one of {known}; secrets are asked for.")
        if key in switches and value not in {"on", ""}:
            raise BadInput(f"--field {pair}: give {key}=on, or leave it out.")
        fields[key] = value
    return fields


def _read_secrets(kind: type[CallProvider]) -> dict[str, Secret]:
    return {field.key: _read_secret(field) for field in kind.account_fields if field.secret}


def _read_secret(field: AccountField) -> Secret:
    if sys.stdin.isatty():
        try:
            return Secret(getpass.getpass(f"{field.label}: ").strip())
        except EOFError as error:  # Ctrl+D
            raise BadInput(f"{field.label}: nothing was entered, so nothing was kept.") from error
    return Secret(sys.stdin.readline().strip())


_SILENT = "The system's keyring did not answer. Unlock it and try again."
