"""Property lists of macOS, as they are found: by whomever written, or broken."""

from __future__ import annotations

from typing import Any


def read_plist(data: bytes) -> dict[str, Any]:
    """Return the values in `data`; none where it is no property list with names."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        values = plistlib.loads(data)
    except (AttributeError, ExpatError, ValueError):  # an AttributeError: a date that is none
        return {}
    return values if isinstance(values, dict) else {}
