"""An account as it was entered, and what may be wrong with it before anyone is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.account import Secret
    from app.domain.provider import CallProvider


class AccountRefused(Exception):
    """What was entered cannot be an account. The message says what to change; `key` in which field."""

    def __init__(self, sentence: str, key: str = "") -> None:
        super().__init__(sentence)
        self.key = key


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """An account as entered. `id` None: a new one. `secrets` holds only those entered now."""

    name: str
    provider: str
    fields: Mapping[str, str]
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    id: str | None = None

    def plain_fields(self, kind: type[CallProvider]) -> dict[str, str]:
        """Return the fields of `kind` that are not secret: without spaces around them, files whole."""
        fields = {f.key: self.fields.get(f.key, "").strip() for f in kind.account_fields if not f.secret}
        for path in (f.key for f in kind.account_fields if f.is_file and fields[f.key]):
            fields[path] = str(Path(fields[path]).absolute())  # another start has another current folder
        return fields

    def require_complete(self, kind: type[CallProvider]) -> None:
        """Raise AccountRefused for the first required field that is empty; kept secrets count as there."""
        fields = self.plain_fields(kind)
        for spec in kind.account_fields:
            is_kept = spec.secret and self.id is not None
            if spec.required and not is_kept and not (self.secrets.get(spec.key) or fields.get(spec.key)):
                raise AccountRefused(FIELD_MISSING, spec.key)


NO_NAME = QT_TRANSLATE_NOOP("Detail", "Give the account a name.")
NAME_TAKEN = QT_TRANSLATE_NOOP("Detail", "Another account has this name. Choose a different one.")
NO_PROVIDER = QT_TRANSLATE_NOOP("Detail", "Choose a provider.")
MANAGED = QT_TRANSLATE_NOOP(
    "Detail", "Your administrator has set up this account. Only the administrator can remove it."
)
FIELD_MISSING = QT_TRANSLATE_NOOP("Detail", "This field is needed.")
