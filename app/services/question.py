"""Whether to call all the same: everything that speaks against a call, in one question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.guard import Despite, Guard
from app.services.do_not_call import clean_reason

if TYPE_CHECKING:
    from app.domain.call import Call, CallRequest
    from app.domain.quiet_hours import Quiet
    from app.services.do_not_call import DoNotCallEntry

_WITH_REASON = frozenset({Guard.DO_NOT_CALL, Guard.QUIET_HOURS})


@dataclass(frozen=True, slots=True)
class Question:
    """Whether to call all the same. At least one thing speaks against it.

    There is an `earlier` call to the same person; the provider says that it does not reach the number
    (`is_reached` False); the person is on the do-not-call list, or that could not be looked up (`unchecked`
    is a sentence that says why); it is quiet there. `bound` are those of the guards that administrators let
    nobody pass, in the file `set_in`.
    """

    request: CallRequest
    earlier: Call | None = None
    is_reached: bool = True
    do_not_call: DoNotCallEntry | None = None
    unchecked: str = ""
    quiet: Quiet | None = None
    bound: frozenset[Guard] = frozenset()
    set_in: str = ""

    @property
    def guards(self) -> tuple[Guard, ...]:
        """What speaks against the call, the weightiest first."""
        speaks = {
            Guard.DO_NOT_CALL: self.do_not_call is not None or bool(self.unchecked),
            Guard.QUIET_HOURS: self.quiet is not None,
            Guard.NOT_REACHED: not self.is_reached,
            Guard.EARLIER: self.earlier is not None,
        }
        return tuple(guard for guard, does in speaks.items() if does)

    @property
    def needs_reason(self) -> bool:
        """Whether nobody may call all the same without saying why."""
        return not _WITH_REASON.isdisjoint(self.guards)

    @property
    def is_binding(self) -> bool:
        """Whether nobody may call all the same at all."""
        return bool(self.bound)

    def covers(self, other: Question) -> bool:
        """Whether an answer to this question is one to `other` too, which came of asking again."""
        is_same_call = other.earlier is None or self.earlier is None or self.earlier.id == other.earlier.id
        return is_same_call and set(other.guards) <= set(self.guards)

    def overruled(self, reason: str) -> CallRequest:
        """Return the request as it is placed all the same, for that reason."""
        return replace(self.request, despite=Despite(self.guards, clean_reason(reason)))
