"""The accounts in the administrators' settings file: everything of them but their secrets."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Annotated

import msgspec

from app.domain.account import Account
from app.services.account_draft import AccountDraft, AccountRefused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.domain.provider import AccountField, CallProvider

_SPACE = uuid.UUID("9f1d1d9e-5f53-4a4e-9a53-0f6a5d3c1b7e")


class AccountRecord(msgspec.Struct, forbid_unknown_fields=True):
    """One account. Its id stays the same while provider and name do, or provider and `id` if there is one."""

    name: str
    provider: str
    fields: dict[str, str | bool] = {}
    id: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]{1,64}\Z")] = ""


def managed_accounts(
    records: Iterable[AccountRecord], providers: Iterable[type[CallProvider]], folder: Path
) -> tuple[Account, ...]:
    """Return the accounts; paths in them begin at `folder`.

    Raises ValueError for what no account can be, for one that is there twice, and for a secret: everybody
    can read the file. No message shows a value.
    """
    kinds = {kind.key: kind for kind in providers}
    accounts = tuple(_account(each, kinds.get(each.provider), folder) for each in records)
    for taken in (
        [account.id.casefold() for account in accounts],  # as Windows's keyring has it
        [account.name.casefold() for account in accounts],
    ):
        if len(set(taken)) < len(taken):
            raise ValueError("accounts: two have the same name or id")
    return accounts


def _account(record: AccountRecord, kind: type[CallProvider] | None, folder: Path) -> Account:
    name = record.name.strip()
    if not name:
        raise ValueError("accounts: one has no name")
    if kind is None:
        raise ValueError(f"accounts: {name}: there is no provider {record.provider}")
    own = record.id or uuid.uuid5(_SPACE, name.casefold()).hex
    account_id = f"managed-{kind.key}-{own}"
    try:
        draft = AccountDraft(name, kind.key, _fields(record, kind, folder), id=account_id)
        draft.require_complete(kind)
    except AccountRefused as error:
        raise ValueError(f"accounts: {name}: {error.key}: {error}") from error
    return Account(account_id, name, kind.key, draft.plain_fields(kind), is_managed=True)


def _fields(record: AccountRecord, kind: type[CallProvider], folder: Path) -> dict[str, str]:
    fields = {field.key: field.default for field in kind.account_fields if not field.secret}
    known = {field.key: field for field in kind.account_fields}
    for key, value in record.fields.items():
        if key not in known:
            raise AccountRefused(f"there is no such field; known are {', '.join(fields)}", key)
        fields[key] = _text(known[key], value, folder)
    return fields


def _text(field: AccountField, value: str | bool, folder: Path) -> str:
    if field.secret:
        raise AccountRefused(
            "it is a secret, and everybody can read this file: operators enter it", field.key
        )
    if field.is_switch:
        if value in ("on", ""):
            value = value == "on"
        if not isinstance(value, bool):
            raise AccountRefused("give true or false", field.key)
        return "on" if value else ""
    if isinstance(value, bool):
        raise AccountRefused("give a text", field.key)
    return str(folder / value.strip()) if field.is_file and value.strip() else value
