"""What a number's scenario does to the request that calls it, whichever provider gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.practice.scenarios import LIMITED_S, Effect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.practice.calls import Waits
    from app.practice.contract import Refused
    from app.practice.limiter import Limiter
    from app.practice.scenarios import Scenario


class Reception:
    """Refuses, delays or breaks off a call as its scenario wants it."""

    def __init__(self, limiter: Limiter, waits: Waits) -> None:
        self._limiter = limiter
        self._waits = waits

    def admit(self, scenario: Scenario, token: str, refusals: Mapping[Effect, Refused]) -> None:
        """Raise the one of `refusals` that the scenario calls for, with what follows for `token`."""
        if scenario.effect is Effect.LIMITED:
            self._limiter.block(token, LIMITED_S * self._waits.pace)
        if refused := refusals.get(scenario.effect):
            raise refused

    async def replies(self, scenario: Scenario) -> bool:
        """Wait until the reply is due. False: none comes, the connection breaks instead."""
        return scenario.effect is not Effect.BREAKS and await self._waits.paced(scenario.reply_after_s)
