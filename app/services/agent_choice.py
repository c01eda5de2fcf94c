"""What the next call of an agent is to be, for each account, and what there is to choose from."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from app.domain.agent import AgentTask
from app.domain.provider import AGENTS, OWN_NUMBERS, ProviderError, ProviderUnavailable
from app.domain.reason import Reason
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.services.settings import NotSaved
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.provider import Choice
    from app.services.account_service import AccountService
    from app.services.settings import Settings, SettingsStore

LIST_DEADLINE_S = 60.0
"""For all pages of both lists."""
SAVING_GRACE_S = 1.0
"""How long a closing program waits for what was chosen last to be written."""


@dataclass(slots=True)
class _Lists:
    """What an account has to choose from, as far as it was fetched."""

    agents: list[Choice] = field(default_factory=list)
    numbers: list[Choice] = field(default_factory=list)
    error: ProviderError | None = None
    is_loading: bool = False
    is_fetched: bool = False


class AgentChoice:
    """Of one account at a time, the one that is shown. Lists are fetched once a run, or when refreshed.

    `on_change` is called when anything that is to be seen has changed; `on_trouble` gets a sentence when
    what was chosen could not be kept for the next start.
    """

    def __init__(
        self,
        *,
        accounts: AccountService,
        settings: SettingsStore,
        on_change: Callable[[], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        self._accounts = accounts
        self._settings = settings
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._shown: str | None = None
        self._lists: dict[str, _Lists] = {}
        self._chosen: dict[str, AgentTask] = {}
        self._unsaved: dict[str, AgentTask] = {}
        self._is_saving = False
        self._fetching = Tasks()
        self._saving = Tasks()

    # --- what there is --------------------------------------------------------------------------------

    @property
    def agents(self) -> list[Choice]:
        """The agents of the account that is shown."""
        return self._of_shown.agents

    @property
    def numbers(self) -> list[Choice]:
        """Its own numbers, which a call can come from."""
        return self._of_shown.numbers

    @property
    def is_loading(self) -> bool:
        """Whether they are being fetched."""
        return self._of_shown.is_loading

    @property
    def error(self) -> ProviderError | None:
        """Why they could not be fetched, the keyring's reasons included."""
        return self._of_shown.error

    @property
    def _of_shown(self) -> _Lists:
        return self._lists.get(self._shown or "", _Lists())

    def show(self, account_id: str | None) -> None:
        """Show that account, or none; fetch its lists, unless they were fetched before."""
        self._shown = account_id
        self._fetch_if_needed()
        self._on_change()

    def refresh(self) -> None:
        """Fetch the lists of the account that is shown again; until then it keeps those it has."""
        self._of_shown.is_fetched = False
        self._fetch_if_needed()
        self._on_change()

    def renew(self, account_id: str) -> None:
        """Forget the lists of an account that was changed or removed."""
        self._lists.pop(account_id, None)
        if self._accounts.account(account_id) is None:
            self._chosen.pop(account_id, None)
        if account_id == self._shown:
            self.show(account_id)

    def _fetch_if_needed(self) -> None:
        if self._shown is None or self._longest_s(self._shown) is None:
            return
        lists = self._lists.setdefault(self._shown, _Lists())
        if not lists.is_fetched and not lists.is_loading:
            lists.is_loading = True
            self._fetching.start(self._fetch(self._shown, lists), f"agents of account {self._shown}")

    async def _fetch(self, account_id: str, lists: _Lists) -> None:
        try:
            async with asyncio.timeout(LIST_DEADLINE_S):
                agents = await self._accounts.open.choices(account_id, AGENTS)
                numbers = await self._accounts.open.choices(account_id, OWN_NUMBERS)
        except ProviderError as error:
            lists.error = error
        except TimeoutError:
            lists.error = ProviderUnavailable(reason=Reason.NO_ANSWER)
        except SecretsSilent:
            lists.error = ProviderUnavailable(reason=Reason.SECRETS_SILENT)
        except SecretsUnavailable as error:
            lists.error = ProviderUnavailable(str(error), reason=Reason.SECRETS_MISSING)
        else:
            lists.agents, lists.numbers, lists.error, lists.is_fetched = agents, numbers, None, True
        finally:
            lists.is_loading = False
        if self._of_shown is lists:
            self._on_change()

    # --- what is chosen -------------------------------------------------------------------------------

    @property
    def task(self) -> AgentTask:
        """What the next call is to be; without an agent's id where none was chosen yet."""
        account_id = self._shown or ""
        kept = self._chosen.get(account_id) or self._settings.current.agent_tasks.get(account_id)
        return kept or AgentTask("", longest_s=self._longest_s(account_id) or AgentTask("").longest_s)

    def set_task(self, task: AgentTask) -> None:
        """Choose, for the account that is shown, and remember it for the next start."""
        if self._shown is None or task == self.task:
            return
        self._chosen[self._shown] = self._unsaved[self._shown] = task
        if not self._is_saving:
            self._is_saving = True
            self._saving.start(self._save(), "saving what an agent is to do")
        self._on_change()

    async def _save(self) -> None:
        try:
            while self._unsaved:
                tasks, self._unsaved = self._unsaved, {}
                await self._settings.update(partial(_with_tasks, tasks=tasks))
        except NotSaved as error:
            self._on_trouble(str(error))
        finally:
            self._is_saving = False

    def _longest_s(self, account_id: str) -> int | None:
        """Return how long a call of an agent lasts at most if nobody chooses; None where there are none."""
        account = self._accounts.account(account_id)
        kind = self._accounts.kind_of(account) if account else None
        return kind.capabilities.agent.default if kind and kind.capabilities.agent else None

    async def close(self) -> None:
        """Give up what is being fetched; write what was chosen last."""
        await self._fetching.close()
        await self._saving.close(SAVING_GRACE_S)


def _with_tasks(settings: Settings, tasks: Mapping[str, AgentTask]) -> Settings:
    there = {account.id for account in settings.accounts}
    whole = {id_: task for id_, task in {**settings.agent_tasks, **tasks}.items() if id_ in there}
    return replace(settings, agent_tasks=whole)
