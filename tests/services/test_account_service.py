"""Accounts: added, edited, removed, chosen and tested, with their secrets where they belong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, TASK, TOKEN, FakeSecrets, World, draft, ring, settle

from app.domain.account import Account, Secret
from app.domain.call import CallState, Outcome
from app.domain.provider import (
    AccountNotFound,
    AuthenticationFailed,
    Budget,
    Choice,
    Connection,
    InsufficientCredit,
    InvalidAccount,
    InvalidRequest,
    Line,
    OutcomeUnknown,
    ProviderError,
    ProviderFailed,
    ProviderUnavailable,
    RateLimited,
    UnexpectedReply,
)
from app.domain.reason import Reason
from app.services.account_draft import AccountRefused
from app.services.account_service import AccountService
from app.services.account_status import AccountStatus
from app.services.open_accounts import WARM_FOR_S
from app.services.secret_store import SecretNotKept, SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved

if TYPE_CHECKING:
    from app.services.account_draft import AccountDraft

UP = Connection(Line.CONNECTED, "connected")
NEW = Secret("a new token")


def edited(**changes: object) -> AccountDraft:
    """The account that there is, as if opened for editing."""
    whole = {"id": ACCOUNT.id, "name": ACCOUNT.name, "fields": ACCOUNT.fields, "secrets": {}}
    return draft(**whole | changes)


def run_secrets(world: World) -> dict[tuple[str, str], Secret]:
    assert isinstance(world.run_secrets, FakeSecrets)
    return world.run_secrets.kept


# --- adding -------------------------------------------------------------------------------------------


async def test_an_account_is_added_behind_the_others(world: World) -> None:
    account = await world.accounts.save(draft())
    assert world.accounts.accounts == (ACCOUNT, account)
    assert (account.name, account.provider) == ("Sales", "fake")
    assert account.fields == {"instance": "two", "place": ""}
    assert world.secrets.kept[account.id, "token"] == Secret("another token")
    assert world.changed_accounts == [account.id]


async def test_names_and_fields_are_kept_without_spaces_around_them(world: World) -> None:
    account = await world.accounts.save(draft(name="  Sales ", fields={"instance": " two\n"}))
    assert (account.name, account.fields["instance"]) == ("Sales", "two")


async def test_fields_that_the_provider_does_not_have_are_not_kept(world: World) -> None:
    account = await world.accounts.save(draft(fields={"instance": "two", "token": "in clear", "other": "x"}))
    assert account.fields == {"instance": "two", "place": ""}


async def test_the_first_account_is_chosen(world: World) -> None:
    await world.accounts.remove(ACCOUNT.id)
    assert world.accounts.chosen is None
    account = await world.accounts.save(draft())
    await world.accounts.save(draft(name="Third"))
    assert world.accounts.chosen == account
    assert world.settings.current.chosen_account == account.id


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"name": ""}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "support"}, "name"),
        ({"name": " SUPPORT "}, "name"),
        ({"provider": "other"}, ""),
        ({"fields": {}}, "instance"),
        ({"fields": {"instance": "  "}}, "instance"),
        ({"secrets": {}}, "token"),
        ({"secrets": {"token": Secret("")}}, "token"),
        ({"fields": {"instance": "two", "place": "nowhere"}}, ""),
    ],
)
async def test_what_cannot_be_an_account_is_refused_and_the_field_named(
    world: World, changes: dict[str, object], key: str
) -> None:
    with pytest.raises(AccountRefused) as refused:
        await world.accounts.save(draft(**changes))
    assert refused.value.key == key
    assert str(refused.value)
    assert world.accounts.accounts == (ACCOUNT,)
    assert list(world.secrets.kept) == [(ACCOUNT.id, "token")]
    assert world.changed_accounts == []


async def test_a_refusal_by_the_provider_says_why(world: World) -> None:
    with pytest.raises(AccountRefused, match="There is no such place"):
        await world.accounts.save(draft(fields={"instance": "two", "place": "nowhere"}))


SECRET_ERRORS = [SecretsUnavailable("Install one."), SecretsSilent("It slept."), SecretNotKept("Too long.")]


@pytest.mark.parametrize("error", SECRET_ERRORS)
async def test_an_account_whose_secret_cannot_be_kept_is_not_added(world: World, error: Exception) -> None:
    world.secrets.set_errors["token"] = error
    with pytest.raises(type(error)):
        await world.accounts.save(draft())
    assert world.accounts.accounts == (ACCOUNT,)
    assert list(world.secrets.kept) == [(ACCOUNT.id, "token")]


async def test_a_second_secret_that_is_not_kept_takes_the_first_with_it(world: World) -> None:
    world.secrets.set_errors["pin"] = SecretNotKept("Too long.")
    with pytest.raises(SecretNotKept):
        await world.accounts.save(draft(secrets={"token": NEW, "pin": Secret("1")}))
    assert list(world.secrets.kept) == [(ACCOUNT.id, "token")]


async def test_an_account_that_cannot_be_saved_leaves_no_secret_behind(world: World) -> None:
    world.settings.fails = True
    with pytest.raises(NotSaved):
        await world.accounts.save(draft())
    assert world.secrets.kept == {(ACCOUNT.id, "token"): TOKEN}
    assert world.changed_accounts == []


async def test_secrets_for_this_run_only_never_reach_the_keyring(world: World) -> None:
    world.secrets.error = SecretsUnavailable("Install one.")
    account = await world.accounts.save(draft(), for_this_run=True)
    assert run_secrets(world)[account.id, "token"] == Secret("another token")
    world.secrets.error = None
    assert (account.id, "token") not in world.secrets.kept


async def test_a_secret_for_this_run_is_enough_to_call_without_a_keyring(world: World) -> None:
    world.secrets.error = SecretsUnavailable("Install one.")
    account = await world.accounts.save(draft(), for_this_run=True)
    await world.call(ring(account_id=account.id))
    assert [request.account_id for request in world.far.requests] == [account.id]
    assert world.far.built[-1][1]["token"] == Secret("another token")


# --- editing ------------------------------------------------------------------------------------------


async def test_an_edited_account_stays_in_its_place_and_keeps_its_secret(world: World) -> None:
    other = await world.accounts.save(draft())
    account = await world.accounts.save(edited(name="Help", fields={"instance": "three"}))
    assert world.accounts.accounts == (account, other)
    assert (account.id, account.name) == (ACCOUNT.id, "Help")
    assert world.secrets.kept[ACCOUNT.id, "token"] == TOKEN


async def test_an_edited_account_may_keep_its_name(world: World) -> None:
    await world.accounts.save(edited(name="SUPPORT"))
    assert [account.name for account in world.accounts.accounts] == ["SUPPORT"]


async def test_an_edited_account_may_not_take_anothers_name(world: World) -> None:
    await world.accounts.save(draft())
    with pytest.raises(AccountRefused) as refused:
        await world.accounts.save(edited(name="sales"))
    assert refused.value.key == "name"


async def test_a_new_secret_replaces_the_old_and_is_used_at_the_next_call(world: World) -> None:
    await world.call()
    await world.accounts.save(edited(secrets={"token": NEW}))
    await world.call()
    assert world.secrets.kept == {(ACCOUNT.id, "token"): NEW}
    assert [secrets["token"] for fields, secrets in world.far.built if fields] [-1] == NEW  # fmt: skip


async def test_a_secret_in_the_keyring_replaces_the_one_for_this_run(world: World) -> None:
    await world.accounts.save(edited(secrets={"token": Secret("for now")}), for_this_run=True)
    await world.accounts.save(edited(secrets={"token": NEW}))
    assert (ACCOUNT.id, "token") not in run_secrets(world)
    await world.call()
    assert world.far.built[-1][1]["token"] == NEW


@pytest.mark.parametrize("error", SECRET_ERRORS)
async def test_editing_changes_nothing_where_the_secret_cannot_be_kept(
    world: World, error: Exception
) -> None:
    world.secrets.set_errors["token"] = error
    with pytest.raises(type(error)):
        await world.accounts.save(edited(name="Help", secrets={"token": NEW}))
    assert world.accounts.accounts == (ACCOUNT,)
    assert world.secrets.kept == {(ACCOUNT.id, "token"): TOKEN}


async def test_editing_changes_nothing_where_the_settings_cannot_be_written(world: World) -> None:
    world.settings.fails = True
    with pytest.raises(NotSaved):
        await world.accounts.save(edited(name="Help", secrets={"token": NEW, "pin": Secret("1")}))
    assert world.accounts.accounts == (ACCOUNT,)
    assert world.secrets.kept == {(ACCOUNT.id, "token"): TOKEN}


async def test_a_secret_for_this_run_outlives_an_edit_that_fails(world: World) -> None:
    await world.accounts.save(edited(secrets={"token": Secret("for now")}), for_this_run=True)
    world.settings.fails = True
    with pytest.raises(NotSaved):
        await world.accounts.save(edited(secrets={"token": NEW}))
    assert run_secrets(world) == {(ACCOUNT.id, "token"): Secret("for now")}


async def test_a_call_under_way_goes_on_with_what_it_began_with(world: World) -> None:
    world.far.replying.hold()
    call_id = world.calls.place(ring())
    await settle()
    await world.accounts.save(edited(fields={"instance": "three"}))
    assert world.far.closed == 0
    world.far.replying.open()
    await world.calls.finished(call_id)
    assert CallState.PLACED in world.states
    assert world.far.built[-1][0]["instance"] == "three"  # only checked: nothing was opened with it yet
    await world.call()
    assert world.far.requests[-1].account_id == ACCOUNT.id


async def test_a_call_under_way_goes_on_when_its_account_is_removed(world: World) -> None:
    world.far.replying.hold()
    call_id = world.calls.place(ring())
    await settle()
    await world.accounts.remove(ACCOUNT.id)
    world.far.replying.open()
    await world.calls.finished(call_id)
    assert world.shown[-1].account_name == "Support"
    assert world.shown[-1].outcome is Outcome.UNKNOWN


async def test_an_edit_while_the_account_is_being_opened_is_not_lost(world: World) -> None:
    world.secrets.asked.hold()
    opening = asyncio.create_task(world.accounts.open.provider(ACCOUNT.id))
    await settle()
    saving = asyncio.create_task(world.accounts.save(edited(fields={"instance": "three"})))
    await settle()
    world.secrets.asked.open()
    await asyncio.gather(opening, saving)
    await world.accounts.open.provider(ACCOUNT.id)
    assert world.far.built[-1][0]["instance"] == "three"


async def test_what_was_known_of_an_account_is_forgotten_when_it_is_edited(world: World) -> None:
    world.accounts.open.note_error(ACCOUNT.id, AuthenticationFailed("no"))
    await world.accounts.save(edited(secrets={"token": NEW}))
    assert world.accounts.open.status(ACCOUNT.id) == AccountStatus()


# --- removing and choosing ----------------------------------------------------------------------------


async def test_removing_takes_every_secret_along(world: World) -> None:
    await world.accounts.save(edited(secrets={"token": NEW, "pin": Secret("1")}))
    run_secrets(world)[ACCOUNT.id, "token"] = Secret("for now")
    other = await world.accounts.save(draft())
    await world.accounts.remove(ACCOUNT.id)
    assert world.accounts.accounts == (other,)
    assert list(world.secrets.kept) == [(other.id, "token")]
    assert run_secrets(world) == {}
    assert world.changed_accounts[-1] == ACCOUNT.id


async def test_removing_takes_what_its_agent_was_to_do_along(world: World) -> None:
    world.settings.current = replace(world.settings.current, agent_tasks={ACCOUNT.id: TASK, "other": TASK})
    await world.accounts.remove(ACCOUNT.id)
    assert world.settings.current.agent_tasks == {"other": TASK}


async def test_removing_an_account_that_is_gone_does_nothing(world: World) -> None:
    await world.accounts.remove("gone")
    assert world.accounts.accounts == (ACCOUNT,)


@pytest.mark.parametrize("error", [SecretsUnavailable("Install one."), SecretsSilent("It slept.")])
async def test_an_account_whose_secret_cannot_be_removed_stays(world: World, error: Exception) -> None:
    world.secrets.error = error
    with pytest.raises(type(error)):
        await world.accounts.remove(ACCOUNT.id)
    assert world.accounts.accounts == (ACCOUNT,)


async def test_an_account_for_this_run_only_is_removed_without_a_keyring(world: World) -> None:
    world.secrets.error = SecretsUnavailable("Install one.")
    account = await world.accounts.save(draft(), for_this_run=True)
    await world.accounts.remove(account.id)
    assert world.accounts.accounts == (ACCOUNT,)
    assert run_secrets(world) == {}


async def test_the_chosen_account_is_the_one_last_chosen(world: World) -> None:
    other = await world.accounts.save(draft())
    assert world.accounts.chosen == ACCOUNT
    world.accounts.choose(other.id)
    assert world.accounts.chosen == other
    assert world.changed_accounts[-1] == other.id


async def test_where_the_chosen_account_is_gone_the_first_is_chosen(world: World) -> None:
    other = await world.accounts.save(draft())
    world.accounts.choose(other.id)
    await world.accounts.remove(other.id)
    assert world.accounts.chosen == ACCOUNT


async def test_a_choice_counts_at_once_and_is_remembered_for_the_next_start(world: World) -> None:
    other = await world.accounts.save(draft())
    world.accounts.choose(other.id)
    assert world.accounts.chosen == other
    assert world.settings.current.chosen_account != other.id
    await world.accounts.remember_choice()
    assert world.settings.current.chosen_account == other.id


async def test_a_choice_that_cannot_be_saved_counts_all_the_same(world: World) -> None:
    other = await world.accounts.save(draft())
    world.settings.fails = True
    world.accounts.choose(other.id)
    with pytest.raises(NotSaved):
        await world.accounts.remember_choice()
    assert world.accounts.chosen == other


async def test_what_another_toque_chose_changes_nothing_here(world: World) -> None:
    other = await world.accounts.save(draft())
    world.accounts.choose(ACCOUNT.id)
    await world.settings.update(lambda settings: replace(settings, chosen_account=other.id))
    assert world.accounts.chosen == ACCOUNT


async def test_saving_and_removing_say_what_must_be_made_anew(world: World) -> None:
    other = await world.accounts.save(draft())
    await world.accounts.remove(other.id)
    assert world.replaced_accounts == [other.id, other.id]


async def test_an_account_that_another_toque_changed_is_opened_anew(world: World) -> None:
    first = await world.accounts.open.provider(ACCOUNT.id)
    changed = replace(ACCOUNT, fields={**ACCOUNT.fields, "instance": "elsewhere"})
    await world.settings.update(lambda settings: replace(settings, accounts=(changed,)))
    assert await world.accounts.open.provider(ACCOUNT.id) is not first


async def test_accounts_are_found_by_name_in_either_case(world: World) -> None:
    assert world.accounts.named(" sUPPORT ") == ACCOUNT
    assert world.accounts.named("nobody") is None


async def test_the_providers_are_known_by_their_kind(world: World) -> None:
    assert world.accounts.providers == (world.far.kind,)
    assert world.accounts.kind_of(ACCOUNT) is world.far.kind
    assert world.accounts.kind_of(Account("b", "B", "of a newer version")) is None


async def test_an_account_of_a_provider_that_this_version_does_not_know_cannot_be_opened(
    world: World,
) -> None:
    newer = Account("b", "B", "of a newer version")
    await world.settings.update(lambda settings: type(settings)(accounts=(*settings.accounts, newer)))
    with pytest.raises(InvalidAccount):
        await world.accounts.open.provider("b")
    await world.accounts.remove("b")
    assert world.accounts.accounts == (ACCOUNT,)


# --- testing what was entered -------------------------------------------------------------------------


async def test_a_test_asks_with_what_was_entered_and_keeps_nothing(world: World) -> None:
    assert await world.accounts.test(draft()) == UP
    assert world.far.built[-1] == (
        {"instance": "two", "place": ""},
        {"token": Secret("another token"), "pin": Secret("")},
    )
    assert world.far.closed == 1
    assert world.accounts.accounts == (ACCOUNT,)
    assert list(world.secrets.kept) == [(ACCOUNT.id, "token")]


async def test_a_test_of_an_edited_account_uses_the_secret_that_is_kept(world: World) -> None:
    await world.accounts.test(edited())
    assert world.far.built[-1][1]["token"] == TOKEN


async def test_a_test_is_made_with_what_saving_would_keep(world: World) -> None:
    await world.accounts.test(draft(fields={"instance": " two ", "place": ""}))
    assert world.far.built[-1][0]["instance"] == "two"


@pytest.mark.parametrize("error", [AuthenticationFailed("no"), ProviderUnavailable("no")])
async def test_a_test_raises_what_the_provider_says_and_closes(world: World, error: ProviderError) -> None:
    world.far.line = error
    with pytest.raises(type(error)):
        await world.accounts.test(draft())
    assert world.far.closed == 1


async def test_a_test_of_what_cannot_be_an_account_is_refused(world: World) -> None:
    with pytest.raises(AccountRefused) as refused:
        await world.accounts.test(draft(name=""))
    assert refused.value.key == "name"


async def test_a_test_without_any_token_is_refused(world: World) -> None:
    world.secrets.kept.clear()
    with pytest.raises(AccountRefused) as refused:
        await world.accounts.test(edited())
    assert refused.value.key == "token"


async def test_choices_need_only_what_they_depend_on(world: World) -> None:
    world.far.choices = [Choice("one", "One", UP)]
    assert await world.accounts.choices(draft(name="", fields={}), "instance") == world.far.choices
    assert world.far.closed == 1


async def test_choices_without_a_token_are_refused(world: World) -> None:
    with pytest.raises(AccountRefused) as refused:
        await world.accounts.choices(draft(secrets={}), "instance")
    assert refused.value.key == "token"


# --- what is known of an account ----------------------------------------------------------------------


async def test_nothing_is_known_at_first(world: World) -> None:
    assert world.accounts.open.status(ACCOUNT.id) == AccountStatus()


async def test_refreshing_asks_for_the_line_and_the_budget(world: World) -> None:
    world.far.budget = Budget(100, 97, NOON)
    assert await world.accounts.open.refresh(ACCOUNT.id) == AccountStatus(UP, budget=world.far.budget)
    assert world.changed_accounts == [ACCOUNT.id]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (AuthenticationFailed("why"), Reason.TOKEN_REFUSED),
        (AccountNotFound("why"), Reason.INSTANCE_NOT_FOUND),
        (InvalidAccount("why"), Reason.SETTINGS_WRONG),
        (ProviderUnavailable("why"), Reason.NOT_REACHED),
        (ProviderFailed("why"), Reason.PROVIDER_FAILED),
        (UnexpectedReply("why"), Reason.ANSWER_NOT_UNDERSTOOD),
    ],
)
async def test_an_error_says_why_the_line_is_not_known(
    world: World, error: ProviderError, reason: Reason
) -> None:
    await world.accounts.open.refresh(ACCOUNT.id)
    world.far.line = error
    status = await world.accounts.open.refresh(ACCOUNT.id)
    assert (status.connection.line, status.reason, status.detail) == (Line.UNKNOWN, reason, "why")


async def test_a_question_that_got_no_reply_speaks_of_no_call(world: World) -> None:
    world.far.line = OutcomeUnknown()
    status = await world.accounts.open.refresh(ACCOUNT.id)
    assert (status.connection.line, status.reason) == (Line.UNKNOWN, Reason.NO_ANSWER)


@pytest.mark.parametrize(
    "error",
    [InvalidRequest("odd number"), InsufficientCredit("no money"), ProviderFailed("no"), OutcomeUnknown()],
)
async def test_a_refusal_of_one_call_says_nothing_of_the_line(world: World, error: ProviderError) -> None:
    await world.accounts.open.refresh(ACCOUNT.id)
    world.far.reply = error
    await world.call()
    assert world.accounts.open.status(ACCOUNT.id) == AccountStatus(UP)


async def test_a_reply_that_refuses_still_tells_the_budget(world: World) -> None:
    world.far.reply = ProviderFailed("no")
    world.far.budget = Budget(100, 3, NOON)
    await world.call()
    assert world.accounts.open.status(ACCOUNT.id).budget == world.far.budget
    assert world.changed_accounts == [ACCOUNT.id]


async def test_a_good_reply_takes_the_error_back(world: World) -> None:
    world.accounts.open.note_error(ACCOUNT.id, AuthenticationFailed("no"))
    assert await world.accounts.open.refresh(ACCOUNT.id) == AccountStatus(UP)


async def test_a_rate_limit_is_known_until_it_is_lifted(world: World) -> None:
    await world.accounts.open.refresh(ACCOUNT.id)
    world.accounts.open.note_error(ACCOUNT.id, RateLimited("no", NOON + timedelta(seconds=5)))
    status = world.accounts.open.status(ACCOUNT.id)
    assert (status.connection, status.reason) == (UP, None)
    assert status.retry_at == NOON + timedelta(seconds=5)
    assert world.accounts.open.limited_for_s(ACCOUNT.id) == 5
    await asyncio.sleep(5)
    assert world.accounts.open.status(ACCOUNT.id).retry_at is None
    assert world.accounts.open.limited_for_s(ACCOUNT.id) == 0


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (SecretsUnavailable("Install one."), Reason.SECRETS_MISSING, "Install one."),
        (SecretsSilent("It slept."), Reason.SECRETS_SILENT, ""),
    ],
)
async def test_a_keyring_that_fails_is_raised_and_known(
    world: World, error: Exception, reason: Reason, detail: str
) -> None:
    world.secrets.error = error
    with pytest.raises(type(error)):
        await world.accounts.open.refresh(ACCOUNT.id)
    status = world.accounts.open.status(ACCOUNT.id)
    assert (status.connection.line, status.reason, status.detail) == (Line.UNKNOWN, reason, detail)


# --- a warm connection --------------------------------------------------------------------------------


async def warm(world: World) -> int:
    """Keep warm as a key press does; return how often the provider was asked so far."""
    world.accounts.open.keep_warm(ACCOUNT.id)
    await settle()
    return world.far.lines_asked.reached


async def test_the_connection_is_opened_once_and_renewed_only_when_idle(world: World) -> None:
    assert await warm(world) == 1
    assert await warm(world) == 1
    await asyncio.sleep(WARM_FOR_S - 0.1)
    assert await warm(world) == 1
    await asyncio.sleep(0.2)
    assert await warm(world) == 2


async def test_any_exchange_keeps_it_warm(world: World) -> None:
    await warm(world)
    await asyncio.sleep(WARM_FOR_S - 1)
    world.accounts.open.note_exchange(ACCOUNT.id, await world.accounts.open.provider(ACCOUNT.id))
    await asyncio.sleep(WARM_FOR_S - 1)
    assert await warm(world) == 1


async def test_keys_pressed_while_it_is_being_opened_do_not_open_it_again(world: World) -> None:
    world.far.lines_asked.hold()
    assert await warm(world) == 1
    await asyncio.sleep(WARM_FOR_S * 2)
    assert await warm(world) == 1
    world.far.lines_asked.open()
    await settle()
    await asyncio.sleep(WARM_FOR_S)
    assert await warm(world) == 2


async def test_nothing_is_sent_to_keep_warm_while_rate_limited(world: World) -> None:
    world.accounts.open.note_error(ACCOUNT.id, RateLimited("no", NOON + timedelta(seconds=60)))
    await asyncio.sleep(59)
    assert await warm(world) == 0
    await asyncio.sleep(1)
    assert await warm(world) == 1


async def test_a_provider_that_cannot_be_reached_is_not_asked_at_every_key(world: World) -> None:
    world.far.line = ProviderUnavailable("no")
    assert await warm(world) == 1
    assert await warm(world) == 1


@pytest.mark.parametrize("error", [SecretsUnavailable("Install one."), SecretsSilent("It slept.")])
async def test_a_keyring_that_fails_is_not_asked_at_every_key(world: World, error: Exception) -> None:
    world.secrets.error = error
    await warm(world)
    await warm(world)
    assert world.secrets.asked.reached == 1


@pytest.mark.logs("Task .* failed")
async def test_a_mistake_in_the_adapter_does_not_pass_unheard(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.far.line = ZeroDivisionError()
    await warm(world)
    assert "ZeroDivisionError" in caplog.text


# --- opening and closing ------------------------------------------------------------------------------


async def test_an_account_is_opened_once(world: World) -> None:
    first, second = await asyncio.gather(
        world.accounts.open.provider(ACCOUNT.id), world.accounts.open.provider(ACCOUNT.id)
    )
    assert first is second
    assert len(world.far.built) == 1


async def test_closing_closes_every_provider_also_those_of_before_an_edit(world: World) -> None:
    await world.accounts.open.provider(ACCOUNT.id)
    await world.accounts.save(edited())
    await world.accounts.open.provider(ACCOUNT.id)
    await world.accounts.close()
    assert world.far.closed == 2


async def test_no_secret_is_in_any_repr(world: World) -> None:
    assert "another token" not in repr(draft())
    assert "a token" not in repr(world.settings.current)
    assert isinstance(world.accounts, AccountService)


async def test_an_answer_about_the_account_as_it_was_says_nothing_of_it_as_it_is(world: World) -> None:
    world.far.lines_asked.hold()
    asking = asyncio.ensure_future(world.accounts.open.refresh(ACCOUNT.id))
    await settle()
    await world.accounts.save(edited(name="Renamed"))
    world.far.lines_asked.open()
    assert await asking == AccountStatus()
