"""What there is to choose from for an agent's call, and what was chosen, account by account."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_fakes import ACCOUNT, NOON, POLLED, TASK, World, settle

from app.domain.account import Secret
from app.domain.agent import AgentTask
from app.domain.provider import (
    AGENTS,
    OWN_NUMBERS,
    AuthenticationFailed,
    Choice,
    OutcomeUnknown,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
    SecondsRange,
)
from app.domain.reason import Reason
from app.services.agent_choice import LIST_DEADLINE_S, AgentChoice
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECOND = replace(ACCOUNT, id="a2", name="Sales")
ANA, BIA = Choice("agent-1", "Ana", detail="pt"), Choice("agent-2", "Bia")
OFFICE = Choice("+5511988880000", "Office")


class Desk:
    """A choice on fakes, with two accounts that have agents. `changes` counts what was to be seen."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.far.kind.capabilities = POLLED
        world.far.listed = {AGENTS: [ANA, BIA], OWN_NUMBERS: [OFFICE]}
        world.settings.current = Settings(accounts=(ACCOUNT, SECOND))
        world.secrets.kept[SECOND.id, "token"] = Secret("a token")
        self.troubles: list[str] = []
        self.changes = 0
        self.choice = self.another_start()

    def another_start(self) -> AgentChoice:
        return AgentChoice(
            accounts=self.world.accounts,
            settings=self.world.settings,
            on_change=self._changed,
            on_trouble=self.troubles.append,
        )

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
async def desk(world: World) -> AsyncIterator[Desk]:
    desk = Desk(world)
    yield desk
    await desk.choice.close()


# --- what there is ------------------------------------------------------------------------------------


async def test_nothing_is_there_before_an_account_is_shown(desk: Desk) -> None:
    choice = desk.choice
    assert (choice.agents, choice.numbers, choice.is_loading, choice.error) == ([], [], False, None)
    assert choice.task.agent_id == ""
    choice.refresh()
    choice.set_task(TASK)
    choice.show(None)
    await settle()
    assert desk.world.far.listing.reached == 0


async def test_the_lists_of_an_account_are_fetched_when_it_is_shown(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    assert desk.choice.is_loading
    changes = desk.changes
    await settle()
    assert (desk.choice.agents, desk.choice.numbers) == ([ANA, BIA], [OFFICE])
    assert not desk.choice.is_loading
    assert desk.changes == changes + 1


async def test_lists_are_fetched_once_a_run(desk: Desk) -> None:
    for account_id in (ACCOUNT.id, SECOND.id, ACCOUNT.id, None, SECOND.id):
        desk.choice.show(account_id)
        await settle()
    assert desk.world.far.listing.reached == 4
    assert desk.choice.agents == [ANA, BIA]


async def test_shown_twice_while_loading_is_fetched_once(desk: Desk) -> None:
    desk.world.far.listing.hold()
    for account_id in (ACCOUNT.id, SECOND.id, ACCOUNT.id):
        desk.choice.show(account_id)
        await settle()
    assert desk.world.far.listing.reached == 2
    assert desk.choice.is_loading


async def test_what_comes_for_an_account_no_longer_shown_is_kept_and_not_told(desk: Desk) -> None:
    desk.world.far.listing.hold()
    desk.choice.show(ACCOUNT.id)
    await settle()
    desk.choice.show(None)
    changes = desk.changes
    desk.world.far.listing.open()
    await settle()
    assert (desk.changes, desk.choice.agents) == (changes, [])
    desk.choice.show(ACCOUNT.id)
    assert desk.choice.agents == [ANA, BIA]


async def test_an_account_without_agents_is_asked_nothing(desk: Desk) -> None:
    desk.world.far.kind.capabilities = replace(POLLED, agent=None)
    desk.choice.show(ACCOUNT.id)
    await settle()
    assert not desk.choice.is_loading
    assert desk.world.far.listing.reached == 0


async def test_refreshing_fetches_again_and_keeps_what_is_there_meanwhile(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    await settle()
    desk.world.far.listed[AGENTS] = [BIA]
    desk.choice.refresh()
    assert (desk.choice.agents, desk.choice.is_loading) == ([ANA, BIA], True)
    await settle()
    assert (desk.choice.agents, desk.choice.is_loading) == ([BIA], False)


async def test_an_account_that_was_changed_is_asked_anew(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    await settle()
    desk.world.far.listed[AGENTS] = [BIA]
    desk.choice.renew(ACCOUNT.id)
    assert desk.choice.agents == []
    await settle()
    assert desk.choice.agents == [BIA]


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (AuthenticationFailed("no"), Reason.TOKEN_REFUSED, "no"),
        (ProviderUnavailable("no"), Reason.NOT_REACHED, "no"),
        (OutcomeUnknown("no"), Reason.NO_ANSWER, ""),
    ],
)
async def test_an_error_is_there_to_be_said_and_cured(
    desk: Desk, error: ProviderError, reason: Reason, detail: str
) -> None:
    desk.world.far.listed[OWN_NUMBERS] = error
    desk.choice.show(ACCOUNT.id)
    await settle()
    assert desk.choice.error is not None
    assert (desk.choice.error.reason, desk.choice.error.detail) == (reason, detail)
    assert not desk.choice.is_loading
    desk.world.far.listed[OWN_NUMBERS] = [OFFICE]
    desk.choice.refresh()
    await settle()
    assert (desk.choice.error, desk.choice.numbers) == (None, [OFFICE])


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (SecretsSilent("It slept."), Reason.SECRETS_SILENT, ""),
        (SecretsUnavailable("Install one."), Reason.SECRETS_MISSING, "Install one."),
    ],
)
async def test_what_is_wrong_with_the_keyring_is_said(
    desk: Desk, error: Exception, reason: Reason, detail: str
) -> None:
    desk.world.secrets.error = error
    desk.choice.show(ACCOUNT.id)
    await settle()
    assert desk.choice.error is not None
    assert (desk.choice.error.reason, desk.choice.error.detail) == (reason, detail)


async def test_a_list_that_never_comes_has_a_deadline(desk: Desk) -> None:
    desk.world.far.listing.hold()
    desk.choice.show(ACCOUNT.id)
    await asyncio.sleep(LIST_DEADLINE_S + 1)
    assert desk.choice.error is not None
    assert desk.choice.error.reason is Reason.NO_ANSWER


async def test_a_rate_limit_holds_for_everything_of_the_account(desk: Desk) -> None:
    limited = RateLimited("", NOON + timedelta(seconds=30))
    desk.world.far.listed[AGENTS] = limited
    desk.choice.show(ACCOUNT.id)
    await settle()
    assert desk.choice.error is limited
    assert desk.world.accounts.open.limited_for_s(ACCOUNT.id) == pytest.approx(30)
    desk.choice.refresh()
    await settle()
    assert desk.world.far.listing.reached == 1
    assert isinstance(desk.choice.error, RateLimited)


async def test_closing_gives_up_what_is_being_fetched(desk: Desk) -> None:
    desk.world.far.listing.hold()
    desk.choice.show(ACCOUNT.id)
    await settle()
    await desk.choice.close()
    assert not desk.choice.is_loading


# --- what is chosen -----------------------------------------------------------------------------------


async def test_a_task_begins_with_the_longest_time_that_is_usual(desk: Desk) -> None:
    desk.world.far.kind.capabilities = replace(POLLED, agent=SecondsRange(1, 900, 600))
    desk.choice.show(ACCOUNT.id)
    assert desk.choice.task == AgentTask("", longest_s=600)


async def test_each_account_remembers_its_own_task(desk: Desk) -> None:
    other = AgentTask("agent-2", record=False)
    desk.choice.show(ACCOUNT.id)
    desk.choice.set_task(TASK)
    desk.choice.show(SECOND.id)
    assert desk.choice.task.agent_id == ""
    desk.choice.set_task(other)
    await settle()
    assert desk.world.settings.current.agent_tasks == {ACCOUNT.id: TASK, SECOND.id: other}
    later = desk.another_start()
    later.show(ACCOUNT.id)
    assert later.task == TASK
    await later.close()


async def test_a_task_counts_at_once(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    changes = desk.changes
    desk.choice.set_task(TASK)
    assert (desk.choice.task, desk.changes) == (TASK, changes + 1)
    desk.choice.set_task(TASK)
    assert desk.changes == changes + 1


async def test_of_tasks_in_quick_succession_the_last_is_kept(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    for seconds in range(1, 20):
        desk.choice.set_task(replace(TASK, longest_s=seconds))
        await asyncio.sleep(0)
    await settle()
    assert desk.world.settings.current.agent_tasks == {ACCOUNT.id: replace(TASK, longest_s=19)}


async def test_a_task_that_cannot_be_kept_counts_for_this_run_and_is_told(desk: Desk) -> None:
    desk.world.settings.fails = True
    desk.choice.show(ACCOUNT.id)
    desk.choice.set_task(TASK)
    await settle()
    assert (desk.choice.task, desk.troubles) == (TASK, ["The disk is full."])
    desk.world.settings.fails = False
    desk.choice.set_task(replace(TASK, record=False))
    await settle()
    assert desk.world.settings.current.agent_tasks == {ACCOUNT.id: replace(TASK, record=False)}


async def test_closing_writes_what_was_chosen_last(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    desk.choice.set_task(TASK)
    await desk.choice.close()
    assert desk.world.settings.current.agent_tasks == {ACCOUNT.id: TASK}


async def test_the_task_of_a_removed_account_is_dropped(desk: Desk) -> None:
    desk.choice.show(ACCOUNT.id)
    desk.choice.set_task(TASK)
    await settle()
    await desk.world.accounts.remove(ACCOUNT.id)
    desk.choice.renew(ACCOUNT.id)
    assert desk.choice.task.agent_id == ""
    desk.choice.set_task(replace(TASK, record=False))
    await settle()
    assert desk.world.settings.current.agent_tasks == {}
