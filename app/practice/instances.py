"""The instances the practice provider knows, and which token sees which."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.practice.contract import LiveConfig, Refused, instance_not_found, invalid_token

if TYPE_CHECKING:
    from collections.abc import Sequence

PRACTICE = "practice"
OFFLINE = "practice-offline"
LOGGED_OUT = "practice-loggedout"

_LISTED_STATES = {
    "connected": "connected",
    "keepalive_restored": "connected",
    "logged_out": "loggedout",
    "qr_ready": "connecting",
    "keepalive_timeout": "connecting",
}
"""The state that the list shows after an `instance.state` event; "disconnected" after any other."""


def _new_token() -> str:
    return secrets.token_hex(16)


@dataclass(slots=True)
class Instance:
    """One WhatsApp line. `state` is as the list shows it; `live` None: never configured."""

    name: str
    state: str = "connected"
    live: LiveConfig | None = None
    token: str = field(default_factory=_new_token, repr=False)

    def require_connected(self) -> None:
        """Raise Refused if it cannot call."""
        if self.state != "connected":
            raise Refused(500, "instance is not connected")

    def require_live(self) -> None:
        """Raise Refused if its WebSocket is off."""
        if self.live is None or not self.live.enabled:
            raise Refused(
                400,
                "WebSocket is not enabled for this instance. "
                f"Enable it with POST /api/events/websocket/{self.name}.",
            )

    def note_state(self, event: str) -> None:
        """Take over the state that an `instance.state` event tells."""
        self.state = _LISTED_STATES.get(event, "disconnected")

    def as_json(self) -> dict[str, object]:
        """Return it as the list shows it."""
        connected = self.state == "connected"
        return {
            "name": self.name,
            "connection": {
                "state": self.state,
                "numberJid": "5511900000000@s.whatsapp.net" if connected else "",
                "presenceStatus": "available" if connected else "unavailable",
                "displayStatus": "",
            },
            "profile": {"name": "Practice", "pictureUrl": "", "isBusiness": False, "businessName": ""},
            "webhook": None,
            "websocket": (self.live or LiveConfig(enabled=False)).as_json(),
        }


class Instances:
    """All instances, the token of each, and the account token that sees them all."""

    def __init__(self, *, live: bool) -> None:
        self.account_token = _new_token()
        known = (
            Instance(PRACTICE, live=LiveConfig(enabled=True) if live else None),
            Instance(OFFLINE, state="disconnected"),
            Instance(LOGGED_OUT, state="loggedout"),
        )
        self._by_name = {instance.name: instance for instance in known}

    def __getitem__(self, name: str) -> Instance:
        return self._by_name[name]

    def allowed(self, token: str, name: str) -> Instance:
        """Return the instance `name`, if `token` may use it. Raises Refused."""
        seen = self._seen_by(token)
        if not name:
            raise Refused(400, "Instance name is required")
        for instance in seen:
            if instance.name == name:
                return instance
        raise instance_not_found()

    def listed(self, token: str, names: Sequence[str]) -> list[Instance]:
        """Return those of `names` (all, if none are given) that the account token sees.

        An instance's token always gets its own. Raises Refused, also for a single unknown name.
        """
        seen = self._seen_by(token)
        if token != self.account_token or not names:
            return seen
        found = [instance for instance in seen if instance.name in names]
        if not found and len(names) == 1:
            raise instance_not_found()
        return found

    def _seen_by(self, token: str) -> list[Instance]:
        if token == self.account_token:
            return list(self._by_name.values())
        seen = [instance for instance in self._by_name.values() if instance.token == token]
        if not seen:
            raise invalid_token()
        return seen
