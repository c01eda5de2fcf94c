"""What the Windows installers register, from the program's own list: they cannot differ from it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import product
from executables import WINDOW

from app.desktop.windows_links import RegistryText, entries, own_keys

_REGISTERED = r"Software\RegisteredApplications"


def values(folder: str) -> tuple[RegistryText, ...]:
    """Return what makes the program in `folder` known, which ends with a backslash if it must have one."""
    return entries((f"{folder}{WINDOW}",))


def nsis_macros(frozen: Path) -> str:
    """Return NSIS' macros RegisterLinks and UnregisterLinks, and RemoveProgram for what is in `frozen`."""
    register = [
        f"WriteRegStr HKCU {_quoted(each.key)} {_quoted(each.name)} {_quoted(each.text)}"
        for each in values("$INSTDIR\\")
    ]
    unregister = [
        *(f"DeleteRegKey HKCU {_quoted(key)}" for key in own_keys()),
        f"DeleteRegValue HKCU {_quoted(_REGISTERED)} {_quoted(product.NAME)}",
    ]
    remove = [
        f"{'RMDir /r' if each.is_dir() else 'Delete'} {_quoted(f'$INSTDIR{chr(92)}{each.name}')}"
        for each in sorted(frozen.iterdir())
    ]
    macros = {"RegisterLinks": register, "UnregisterLinks": unregister, "RemoveProgram": remove}
    return "".join(
        f"!macro {name}\n{''.join(f'  {line}{chr(10)}' for line in lines)}!macroend\n"
        for name, lines in macros.items()
    )


def _quoted(text: str) -> str:
    """Return one of NSIS' strings: in these the backslash is a letter like another, $INSTDIR is replaced."""
    if "'" in text or "$" in text.replace("$INSTDIR", ""):
        raise ValueError(f"NSIS would read {text} as something else")
    return f"'{text}'"
