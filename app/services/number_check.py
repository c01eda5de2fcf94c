"""Asking the provider before a call whether it reaches the number, where the account has it so."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.domain.provider import ProviderError, RateLimited
from app.services.open_accounts import asked
from app.services.secret_store import SecretsSilent, SecretsUnavailable

if TYPE_CHECKING:
    from app.domain.call import CallRequest
    from app.services.account_service import AccountService

log = logging.getLogger(__name__)

CHECK_FIRST = "check_first"
"""The field of an account that says, with "on", that numbers are checked before each call."""
CHECK_DEADLINE_S = 5.0
"""A check that takes longer is given up: it is a service, and the operator waits for the call."""


async def is_reached(accounts: AccountService, request: CallRequest) -> bool:
    """Ask the provider, where the account has it so; where the check itself fails, the call goes on."""
    account = accounts.account(request.account_id)
    kind = accounts.kind_of(account) if account else None
    if account is None or kind is None or not kind.capabilities.checks_numbers:
        return True
    if account.fields.get(CHECK_FIRST) != "on" or accounts.open.limited_for_s(account.id) > 0:
        return True
    try:
        async with asyncio.timeout(CHECK_DEADLINE_S):
            provider = await accounts.open.provider(account.id)
            reached = await asked(provider.reaches(request.number))
    except RateLimited as limited:  # then the call itself says so, and nothing is sent
        accounts.open.note_error(account.id, limited)
        return True
    except (ProviderError, SecretsSilent, SecretsUnavailable, TimeoutError) as error:
        log.info("A number could not be checked: %s", type(error).__name__)
        return True
    accounts.open.note_exchange(account.id, provider)
    return reached
