"""Accounts that administrators have set up: the operator enters the token, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from service_fakes import ACCOUNT, TASK, TOKEN, FakeSecrets, World, draft

from app.domain.account import Account, Secret
from app.domain.provider import InvalidAccount
from app.domain.reason import Reason
from app.services.account_draft import AccountRefused
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved

FRONT = Account("managed-fake-1", "Front desk", "fake", {"instance": "front", "place": ""}, is_managed=True)
GONE = Account("managed-fake-2", "Gone", "fake", {"instance": "gone"}, is_managed=True)
NEW = Secret("a new token")


@pytest.fixture
def managed(world: World) -> World:
    """The services with an administrators' account before the operator's own."""
    world.settings.current = replace(world.settings.current, accounts=(FRONT, ACCOUNT))
    return world


def entered(**changes: object) -> object:
    return draft(**{"id": FRONT.id, "name": FRONT.name, "fields": FRONT.fields, "secrets": {}} | changes)


# --- the token ----------------------------------------------------------------------------------------


async def test_without_its_token_it_says_that_there_is_none(managed: World) -> None:
    with pytest.raises(InvalidAccount) as refused:
        await managed.accounts.open.provider(FRONT.id)
    assert refused.value.reason is Reason.NO_TOKEN


async def test_its_token_is_kept_and_used(managed: World) -> None:
    kept = await managed.accounts.save(entered(secrets={"token": NEW}))
    assert kept == FRONT
    assert managed.secrets.kept[FRONT.id, "token"] == NEW
    await managed.accounts.open.provider(FRONT.id)
    assert managed.far.built[-1] == (FRONT.fields, {"token": NEW, "pin": Secret("")})


async def test_nothing_but_secrets_is_taken_from_the_operator(managed: World) -> None:
    wishes = {"name": "Mine", "fields": {"instance": "mine"}, "provider": "other"}
    assert await managed.accounts.save(entered(secrets={"token": NEW}, **wishes)) == FRONT
    assert managed.accounts.account(FRONT.id) == FRONT


async def test_a_test_goes_by_what_administrators_have_set(managed: World) -> None:
    await managed.accounts.test(entered(secrets={"token": NEW}, fields={"instance": "mine"}))
    assert managed.far.built[-1][0] == FRONT.fields
    assert managed.secrets.kept == {(ACCOUNT.id, "token"): TOKEN}


async def test_it_is_not_saved_without_the_token_that_it_needs(managed: World) -> None:
    with pytest.raises(AccountRefused) as refused:
        await managed.accounts.save(entered(secrets={"pin": Secret("1")}))
    assert refused.value.key == "token"
    assert managed.secrets.kept == {(ACCOUNT.id, "token"): TOKEN}
    managed.secrets.kept[FRONT.id, "token"] = NEW
    await managed.accounts.save(entered())
    assert managed.secrets.kept[FRONT.id, "token"] == NEW


async def test_without_a_keyring_the_token_can_be_kept_for_this_run(managed: World) -> None:
    managed.secrets.error = SecretsUnavailable("no keyring")
    await managed.accounts.save(entered(secrets={"token": NEW}), for_this_run=True)
    await managed.accounts.open.provider(FRONT.id)
    assert managed.far.built[-1][1] == {"token": NEW, "pin": Secret("")}


async def test_an_account_of_the_operator_may_have_the_same_name(managed: World) -> None:
    namesake = replace(ACCOUNT, name="front DESK")
    managed.settings.current = replace(managed.settings.current, accounts=(FRONT, namesake))
    assert managed.accounts.named("Front desk") == FRONT
    assert await managed.accounts.save(entered(secrets={"token": NEW})) == FRONT


# --- removal ------------------------------------------------------------------------------------------


async def test_it_cannot_be_removed(managed: World) -> None:
    managed.secrets.kept[FRONT.id, "token"] = NEW
    with pytest.raises(AccountRefused, match="Your administrator has set up this account"):
        await managed.accounts.remove(FRONT.id)
    assert managed.secrets.kept[FRONT.id, "token"] == NEW
    assert managed.accounts.account(FRONT.id) == FRONT


@pytest.fixture
def gone(world: World) -> World:
    """The services with an account that administrators have taken away again."""
    world.settings.current = replace(
        world.settings.current,
        seen_accounts=(FRONT, GONE),
        chosen_account=GONE.id,
        agent_tasks={GONE.id: TASK, ACCOUNT.id: TASK},
    )
    for account in (FRONT, GONE):
        world.secrets.kept[account.id, "token"] = NEW
    return world


async def test_the_secrets_of_one_that_is_gone_are_forgotten(gone: World) -> None:
    await gone.accounts.forget([GONE])
    assert gone.secrets.kept == {(ACCOUNT.id, "token"): TOKEN, (FRONT.id, "token"): NEW}
    assert gone.settings.current.seen_accounts == (FRONT,)
    assert gone.settings.current.agent_tasks == {ACCOUNT.id: TASK}
    assert gone.settings.current.chosen_account is None
    assert gone.accounts.accounts == (ACCOUNT,)


@pytest.mark.parametrize("error", [SecretsUnavailable("locked"), SecretsSilent("silent")], ids=repr)
async def test_what_could_not_be_forgotten_is_remembered(gone: World, error: Exception) -> None:
    gone.secrets.error = error
    with pytest.raises(type(error)):
        await gone.accounts.forget([GONE])
    assert gone.settings.current.seen_accounts == (FRONT, GONE)


async def test_where_the_settings_cannot_be_written_it_is_tried_again(gone: World) -> None:
    gone.settings.fails = True
    with pytest.raises(NotSaved):
        await gone.accounts.forget([GONE])
    assert gone.settings.current.seen_accounts == (FRONT, GONE)


async def test_one_whose_provider_is_not_known_waits_for_a_version_that_knows_it(gone: World) -> None:
    unknown = replace(GONE, provider="pigeon")
    await gone.accounts.forget([unknown])
    assert gone.secrets.kept[GONE.id, "token"] == NEW
    assert gone.settings.current.seen_accounts == (FRONT, GONE)


async def test_what_was_kept_for_this_run_goes_too(gone: World) -> None:
    assert isinstance(gone.run_secrets, FakeSecrets)
    gone.run_secrets.kept[GONE.id, "token"] = NEW
    await gone.accounts.forget([GONE])
    assert gone.run_secrets.kept == {}
