"""A sentence of our own with values in it, such as a folder: English text that can still be translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping


class Detail(str):
    """`template`, marked QT_TRANSLATE_NOOP("Detail", …), with `values` (text, other details, numbers) in it.

    It is the English sentence, like any other detail. The window, which has it from an error's `str()`,
    says the same in the operator's language; what keeps its text alone, as the history does, keeps English.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str | int]

    def __new__(cls, template: str, **values: str | int) -> Self:
        """Fill in the values; numbers are grouped by thousands."""
        texts = {key: f"{value:,}" if isinstance(value, int) else value for key, value in values.items()}
        detail = super().__new__(cls, template.format(**texts))
        detail.template = template
        detail.values = values
        return detail

    def __str__(self) -> str:
        """Return itself, not a plain copy."""
        return self
