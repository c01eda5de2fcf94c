"""The names of countries in the window's language, from Babel: Qt knows few but English and native ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QLocale

if TYPE_CHECKING:
    from collections.abc import Mapping


def country_name(country: str) -> str:
    """Return what the window's language calls the country with that ISO 3166 code; "" if none has it."""
    return _territories(QLocale().name().partition("_")[0]).get(country, "") if country.isalpha() else ""


def countries() -> list[tuple[str, str]]:
    """Return name and code of every country that has telephone numbers, as a dictionary sorts them."""
    from phonenumbers import SUPPORTED_REGIONS

    collator = QCollator()
    names = [(country_name(code) or code, code) for code in SUPPORTED_REGIONS]
    return sorted(names, key=lambda country: collator.sortKey(country[0]))


@lru_cache(maxsize=1)
def _territories(language: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(language).territories
    except UnknownLocaleError:  # the C locale has no language
        return Locale("en").territories
