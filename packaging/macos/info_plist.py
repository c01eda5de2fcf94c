"""What the bundle says of itself to macOS, and what it may do there.

No usage description stands here, because nothing that Toque does asks for one: FaceTime's settings are
opened through LaunchServices, without an Apple event; sound is only played; and the keys of the whole system
(Accessibility, Input Monitoring) are granted in the system's settings, for which Info.plist has no key. A
provider on the local network makes macOS ask in its own words, which it has in every language.

LSMultipleInstancesProhibited is left out too: it would keep a second user of the machine from starting
Toque. That one Toque runs a profile is held by the program.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from product import COPYRIGHT, IDENTIFIER, NAME, VERSION

from app.desktop import mac_links

MINIMUM_MACOS = "14.4"
"""What Qt 6.12 was built for: it waits with os_sync_wait_on_address, which came with that version and without
which it does not load. The wheels' names say 14.0."""
LANGUAGES = ("en", "es", "pt-BR")
"""As Apple writes them."""


def info_plist() -> dict[str, Any]:
    """Return Info.plist."""
    return {
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundlePackageType": "APPL",
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": NAME,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleURLTypes": mac_links.url_types(),
        "LSMinimumSystemVersion": MINIMUM_MACOS,
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSPrincipalClass": "NSApplication",
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,  # or a window keeps the fast, hungry card awake
    }


def entitlements(*, has_team: bool) -> dict[str, bool]:
    """Return what the hardened runtime is to allow the executable: nothing, if a certificate signs.

    Neither unsigned executable memory nor a JIT: CPython from python.org and PyObjC make their callbacks with
    the system's libffi, which wants none (a CPython with a libffi of its own does, so build.py refuses it),
    and Qt falls back to interpreting regular expressions. Libraries need no exemption either, for all of them
    are signed with the same certificate. But an ad-hoc signature names no team, and then no library would
    count as the program's own.
    """
    return {} if has_team else {"com.apple.security.cs.disable-library-validation": True}
