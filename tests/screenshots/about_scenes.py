"""What Toque is: its page of the settings, what a check for updates says, and the help."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.release import FeedAddress, Release, ReleaseFile, System, Version
from app.services.updates import Updates, UpdateUnknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

_NOTES = """### Added

- Calls can be **transferred** to a colleague while they ring.
- The history remembers which columns you chose.

### Fixed

- A number that was pasted with an extension lost its last digit.
"""
_URL = "https://github.com/example/toque/releases/download/v0.2.0/Toque-0.2.0-windows-x86_64.exe"
_FILE = ReleaseFile("windows", "x86_64", _URL, 41_943_040, "7d8c1f" * 10 + "9a0b")
_NEXT_YEAR = datetime(datetime.now(UTC).year + 1, 11, 20, tzinfo=UTC)
_PUBLISHED = datetime(2026, 11, 20, 14, tzinfo=UTC)
_TROUBLE = (
    "The release feed is not signed with the key that is known here, so nothing of it is believed. Try "
    "again later; if it stays so, tell your administrator."
)


class Feed:
    """What the publisher announces; None is a feed that somebody else has signed."""

    release: Release | None = None

    async def read(self, _feed: FeedAddress) -> Release:
        await asyncio.sleep(0)
        if self.release is None:
            raise UpdateUnknown(_TROUBLE)
        return self.release


async def about(desk: Desk, picture: Picture) -> None:
    """The page as it is, with each answer, at its narrowest, and the help over it."""
    from PySide6.QtWidgets import QTabWidget

    feed = Feed()
    window = desk.window
    updates = Updates(
        feed=lambda: FeedAddress("https://releases.example/feed.json", ""),
        off=lambda: None,
        read=feed.read,
        settings=desk.settings,
        installed=Version(0, 1, 0),
        system=lambda: System("windows", "x86_64", "10.0.22631"),
    )
    window.settings._services = replace(window.settings._services, updates=updates)
    await desk.open()
    dialog = window.settings.dialog()
    dialog.open()
    dialog.findChild(QTabWidget).setCurrentWidget(dialog.about_page)
    await asyncio.sleep(0.2)
    picture("about", dialog)
    desk.click("Check for updates", dialog)
    await asyncio.sleep(0.2)
    picture("update-refused", dialog)
    for version, name in ((Version(0, 1, 0), "update-newest"), (Version(0, 2, 0), "update-found")):
        feed.release = Release(version, _PUBLISHED, _NEXT_YEAR, {"en": _NOTES}, (_FILE,))
        desk.click("Check for updates", dialog)
        await asyncio.sleep(0.2)
        picture(name, dialog)
    dialog.resize(360, 600)
    await asyncio.sleep(0.2)
    picture("update-found-compact", dialog)
    dialog.hide()
    window.help.open()
    await asyncio.sleep(0.2)
    picture("help", _help())
    _help().resize(360, 600)
    await asyncio.sleep(0.2)
    picture("help-compact", _help())
    _help().close()


def _help() -> QWidget:
    from PySide6.QtWidgets import QApplication

    from app.ui.help_desk import HelpDialog

    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog))
