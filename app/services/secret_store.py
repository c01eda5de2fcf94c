"""Where accounts' secrets are kept, as the services need it; `app.storage` implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.account import Secret


class SecretsUnavailable(Exception):
    """There is no keyring to use. The message says what to install or do."""


class SecretsSilent(Exception):
    """The keyring did not answer in time (it may be waiting to be unlocked)."""


class SecretNotKept(Exception):
    """The keyring did not keep the secret (too long, or lost on the way). The message says why."""


class SecretStore(Protocol):
    """One secret per account and field key. Every method raises SecretsUnavailable or SecretsSilent."""

    async def get(self, account_id: str, key: str) -> Secret | None:
        """Return the secret, or None if none is kept."""
        ...

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        """Keep the secret, in place of an earlier one. Raises SecretNotKept."""
        ...

    async def delete(self, account_id: str, key: str) -> None:
        """Forget the secret; nothing happens if none is kept."""
        ...
