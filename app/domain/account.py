"""An account at a call provider, and the type its secrets travel in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping


class Secret:
    """A token or key. Shows nothing of itself in a repr, a log line or a pickle; `reveal` is the only way."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the secret itself: for the request that needs it, and for the keyring."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of an account besides its secrets.

    `provider` is a provider's key; `fields` its plain (not secret) account fields by key. `is_managed`:
    administrators have set it, and the operator enters nothing but its secrets.
    """

    id: str
    name: str
    provider: str
    fields: Mapping[str, str] = field(default_factory=dict)
    is_managed: bool = False
