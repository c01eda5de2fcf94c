"""What administrators have set for everybody at this computer, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.guard import Guard, GuardRules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import time, timedelta

    from app.domain.account import Account
    from app.domain.release import FeedAddress

CAN_BIND = frozenset({Guard.EARLIER, Guard.DO_NOT_CALL, Guard.QUIET_HOURS})
CAN_SET = frozenset(
    {
        "language", "region", "ring_seconds", "check_links", "keep_history_days", "watch_clipboard", "notify",
    }
)  # fmt: skip
"""The settings, by their names in `Settings`, whose beginning can be another than the usual."""


class Fixable(StrEnum):
    """Those of them that can be taken from the operator; the rest belong to the call that is next."""

    LANGUAGE = "language"
    REGION = "region"
    KEEP_HISTORY_DAYS = "keep_history_days"
    WATCH_CLIPBOARD = "watch_clipboard"
    NOTIFY = "notify"


@dataclass(frozen=True, slots=True)
class Policy:
    """The administrators' settings; without any of them the operator's own count.

    `path` is the file they stand in, "" where there is none. `binding` are the guards that no operator can go
    on in spite of. `numbers` and `numbers_file` (a CSV file) are people never to be called. `problem` is a
    sentence where the file is there and cannot be read. Then nobody knows what it forbids: the guards that
    can be seen are binding, quiet hours are kept, and any other call is placed only with a reason.

    `settings` count, by name, until the operator chooses others; those of `fixed` in any case, as they are
    usually where none is set. `accounts` are everybody's; `proxy` and `ca_file` what every connection uses.
    """

    path: str = ""
    again_within: timedelta | None = None
    quiet_hours: tuple[time, time] | None = None
    binding: frozenset[Guard] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Reasons by number, as written."""
    numbers_file: str = ""
    problem: str = ""
    updates: FeedAddress | None = None
    """Where to ask for newer versions instead of where the build would."""
    forbids_updates: bool = False
    """Whether nobody is to ask for them."""
    settings: Mapping[str, str | int | bool] = field(default_factory=dict)
    fixed: frozenset[Fixable] = frozenset()
    accounts: tuple[Account, ...] = ()
    proxy: str = ""
    ca_file: str = ""

    @classmethod
    def unreadable(cls, path: str, problem: str) -> Policy:
        """Return what counts where the file cannot be read."""
        return cls(path, binding=CAN_BIND, problem=problem, forbids_updates=True)

    @property
    def fixes_again_within(self) -> bool:
        """Whether the operator cannot choose it: it is set, or binding, which its length is part of."""
        return self.again_within is not None or Guard.EARLIER in self.binding

    @property
    def fixes_quiet_hours(self) -> bool:
        """Whether the operator cannot choose them."""
        return self.quiet_hours is not None or Guard.QUIET_HOURS in self.binding

    def rules(self, own: GuardRules) -> GuardRules:
        """Return the rules that count where the operator has `own`; what is binding and not set is usual."""
        usual = GuardRules()
        if self.fixes_again_within:
            own = replace(own, again_within=self.again_within or usual.again_within)
        if self.fixes_quiet_hours:
            begins, ends = self.quiet_hours or (usual.quiet_from, usual.quiet_until)
            own = replace(own, quiet_hours=True, quiet_from=begins, quiet_until=ends)
        return own

    def bound(self, guards: Collection[Guard]) -> frozenset[Guard]:
        """Return those of `guards` that are binding."""
        return self.binding & frozenset(guards)

    def everybodys(self, seen: tuple[Account, ...]) -> tuple[Account, ...]:
        """Return the accounts that administrators have set; those `seen` before where nobody can tell now."""
        return seen if self.problem else self.accounts

    def gone(self, seen: Iterable[Account]) -> tuple[Account, ...]:
        """Return those of `seen` that administrators have taken away.

        None where there is no file: one that is just being replaced must not cost anybody a secret.
        """
        named = {account.id for account in self.accounts}
        is_known = self.path and not self.problem
        return tuple(account for account in seen if is_known and account.id not in named)


NO_POLICY = Policy()
