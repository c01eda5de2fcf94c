"""Secrets for this run only: practice, and computers without a keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.account import Secret


class MemorySecrets:
    """A SecretStore that forgets everything when the program ends."""

    def __init__(self) -> None:
        self._secrets: dict[tuple[str, str], Secret] = {}

    async def get(self, account_id: str, key: str) -> Secret | None:
        """Return the secret, or None if none is kept."""
        return self._secrets.get((account_id, key))

    async def set(self, account_id: str, key: str, secret: Secret) -> None:
        """Keep the secret, in place of an earlier one."""
        self._secrets[account_id, key] = secret

    async def delete(self, account_id: str, key: str) -> None:
        """Forget the secret; nothing happens if none is kept."""
        self._secrets.pop((account_id, key), None)
