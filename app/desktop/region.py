"""The country that the system is set to, for numbers written without a country code."""

from __future__ import annotations

import os
import re
import sys

_LOCALE = re.compile(r"[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})\b")


def system_region() -> str | None:
    """Return the ISO 3166 code of the system's country, or None where it names none.

    The first variable that is set decides, also where it names no country: so POSIX has it.
    """
    variables = (os.environ.get(variable) for variable in ("LC_ALL", "LC_TELEPHONE", "LANG"))
    names = [next(filter(None, variables), "")]
    if sys.platform == "win32":  # which has no such variables of its own
        names.append(_windows_locale())
    matches = (_LOCALE.match(name) for name in names)
    return next((match[1] for match in matches if match), None)


def _windows_locale() -> str:
    import ctypes

    name = ctypes.create_unicode_buffer(85)  # LOCALE_NAME_MAX_LENGTH
    ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))  # type: ignore[attr-defined, unused-ignore]  # Windows only
    return name.value
