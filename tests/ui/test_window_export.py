"""Saving the history as a file from the window, and what the settings do with old calls."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from history_calls import ONE, OTHER, ended, made, put, settled, shown
from PySide6.QtCore import QDate, QDir, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QRadioButton, QTabWidget

from app.domain.call import Outcome
from app.practice.server import PracticeServer
from app.services.history import NotRecorded
from app.ui.history_export_dialog import HistoryExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget
    from window_harness import Desk, Script

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.02) as server:
        yield server


async def opened(desk: Desk) -> HistoryExportDialog:
    desk.key(Qt.Key.Key_E, CONTROL)
    dialog = desk.window.findChild(HistoryExportDialog)
    assert isinstance(dialog, HistoryExportDialog)
    await desk.until(desk.named("Save as…", dialog).isEnabled)
    return dialog


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def choose_file(desk: Desk, dialog: HistoryExportDialog, path: Path) -> None:
    desk.click("Save as…", dialog)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.close()
    chooser.fileSelected.emit(str(path))


def test_what_is_filtered_is_saved_and_said_before(
    at_desk: Callable[[Script], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def open_url(url: QUrl) -> bool:
        folders.append(QDir.toNativeSeparators(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE), Outcome.UNKNOWN), ended(made("b", OTHER, minutes=9)))
        panel = desk.window.history.panel
        panel.choose(panel.choice.unknown_only(is_wanted=True))
        await settled(desk)
        dialog = await opened(desk)
        assert not dialog.isModal()
        assert "1 call" in words(dialog)
        assert "Not known" in words(dialog)
        choose_file(desk, dialog, tmp_path / "calls.csv")
        await desk.until(lambda: desk.sees("Open folder", dialog))
        text = (tmp_path / "calls.csv").read_text(encoding="utf-8-sig")
        assert text.count("RyzeAPI") >= 1
        assert len([line for line in text.splitlines() if ";a" in line or ",a" in line]) >= 1
        assert "97777" not in text
        desk.click("Open folder", dialog)
        assert folders == [str(tmp_path)]
        dialog.reject()

    at_desk(script)


def test_search_is_exported_as_json(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)).annotated("the invoice", ""), ended(made("b", OTHER)))
        desk.key(Qt.Key.Key_F, CONTROL)
        desk.type("invoice")
        await settled(desk)
        dialog = await opened(desk)
        assert "Search “invoice”" in words(dialog)
        json_form = next(form for form in dialog.findChildren(QRadioButton) if "JSON" in form.text())
        json_form.setChecked(True)
        choose_file(desk, dialog, tmp_path / "calls.json")
        await desk.until(lambda: desk.sees("Open folder", dialog))
        exported = json.loads((tmp_path / "calls.json").read_text(encoding="utf-8"))
        assert [call["note"] for call in exported] == ["the invoice"]
        dialog.reject()

    at_desk(script)


def test_failure_is_said_with_the_file_and_tried_again(
    at_desk: Callable[[Script], None], tmp_path: Path, spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        dialog = await opened(desk)
        path = tmp_path / "not there" / "calls.csv"
        choose_file(desk, dialog, path)
        await desk.until(lambda: desk.sees("Try again", dialog))
        assert str(path) in words(dialog)
        assert str(path) in spoken[-1]
        path.parent.mkdir()
        desk.click("Try again", dialog)
        await desk.until(path.exists)
        await desk.until(lambda: desk.sees("Open folder", dialog))
        assert not desk.sees("Try again", dialog)
        dialog.reject()

    at_desk(script)


def test_cancelled_export_leaves_nothing(at_desk: Callable[[Script], None], tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        dialog = await opened(desk)
        folder = tmp_path / "exports"
        folder.mkdir()
        choose_file(desk, dialog, folder / "calls.csv")
        desk.key(Qt.Key.Key_Escape)
        await desk.until(lambda: desk.sees("Close", dialog))
        assert dialog.isVisible()
        assert list(folder.iterdir()) == []
        assert "Cancelled: no file was written." in words(dialog)
        dialog.reject()

    at_desk(script)


def test_a_failure_after_cancel_is_said_as_one(
    at_desk: Callable[[Script], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What became of the export is told by its result, not by what was pressed meanwhile."""

    async def script(desk: Desk) -> None:
        async def fail(*_args: object, **_more: object) -> int:
            await desk.until(dialog._bar.is_cancelled)
            raise NotRecorded("The disk failed.")

        async def be_late(*_args: object, **_more: object) -> int:
            await desk.until(dialog._bar.is_cancelled)
            return 1

        await put(desk, ended(made("a", ONE)))
        dialog = await opened(desk)
        monkeypatch.setattr(desk.program.history, "export", fail)
        choose_file(desk, dialog, tmp_path / "calls.csv")
        desk.click("Cancel", dialog)
        await desk.until(lambda: desk.sees("Try again", dialog))
        assert "The disk failed." in words(dialog)
        monkeypatch.setattr(desk.program.history, "export", be_late)
        desk.click("Try again", dialog)
        desk.click("Cancel", dialog)
        await desk.until(lambda: desk.sees("Open folder", dialog))
        assert "1 call saved as" in words(dialog)
        assert "Cancelled" not in words(dialog)
        dialog.reject()

    at_desk(script)


# --- old calls ----------------------------------------------------------------------------------------


def page(desk: Desk) -> QWidget:
    desk.window.settings.open()
    tabs = desk.window.settings.dialog().findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    place = next(place for place in range(tabs.count()) if tabs.tabText(place) == "History")
    tabs.setCurrentIndex(place)
    return tabs.widget(place)


def test_old_calls_are_counted_asked_about_and_deleted(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        old = datetime.now(UTC) - timedelta(days=200)
        await put(desk, ended(made("a", ONE)), ended(made("old", OTHER, at=old)))
        settings = page(desk)
        desk.named("Delete calls of before", settings).setDate(QDate.currentDate().addDays(-100))
        desk.click("Delete old calls", settings)
        await desk.until(lambda: desk.sees("Keep them", settings))
        assert "Delete 1 call of before" in words(settings)
        assert desk.named("Keep them", settings).hasFocus()
        desk.click("Keep them", settings)
        assert len(await desk.program.history.page()) == 2
        desk.click("Delete old calls", settings)
        await desk.until(lambda: desk.sees("Delete them", settings))
        desk.click("Delete them", settings)
        await desk.until(lambda: "1 call deleted." in words(settings))
        await desk.until(lambda: shown(desk) == ["a"])
        assert [call.id for call in await desk.program.history.page()] == ["a"]
        desk.click("Delete old calls", settings)
        await desk.until(lambda: "There are no calls of before" in words(settings))
        desk.window.settings.dialog().close()

    at_desk(script)


def test_how_long_calls_are_kept_is_set(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        settings = page(desk)
        keep = desk.named("Keep calls for", settings)
        assert isinstance(keep, QComboBox)
        for text, days in (("90 days", 90), ("1 year", 365), ("A number of days", 180), ("Ever", None)):
            choose(keep, text)
            await desk.until(lambda days=days: desk.settings.current.keep_history_days == days)
        choose(keep, "A number of days")
        desk.named("Days that calls are kept", settings).setValue(45)
        await desk.until(lambda: desk.settings.current.keep_history_days == 45)
        desk.window.settings.dialog().close()

    at_desk(script)


def test_keeping_calls_shorter_is_asked_first_where_some_would_go(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)), ended(made("b", at=datetime.now(UTC) - timedelta(days=50))))
        settings = page(desk)
        keep = desk.named("Keep calls for", settings)
        assert isinstance(keep, QComboBox)
        choose(keep, "30 days")
        await desk.until(lambda: desk.sees("Leave it as it was", settings))
        assert "Older than 30 days: 1 call." in words(settings)
        desk.key(Qt.Key.Key_Escape)
        assert keep.currentText() == "Ever"
        assert desk.settings.current.keep_history_days is None
        assert desk.window.settings.dialog().isVisible()
        choose(keep, "30 days")
        await desk.until(lambda: desk.sees("Keep no older calls", settings))
        desk.click("Keep no older calls", settings)
        await desk.until(lambda: desk.settings.current.keep_history_days == 30)
        assert await desk.program.keeping.look() == 1
        desk.window.settings.dialog().close()

    at_desk(script)


def choose(combo: QComboBox, text: str) -> None:
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def test_trouble_with_deleting_is_said(
    at_desk: Callable[[Script], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_args: object, **_more: object) -> int:
        raise NotRecorded("The disk failed.")

    async def script(desk: Desk) -> None:
        await put(desk, ended(made("a", ONE)))
        settings = page(desk)
        monkeypatch.setattr(desk.program.history, "count", refuse)
        desk.click("Delete old calls", settings)
        await desk.until(lambda: "The disk failed." in words(settings))
        desk.window.settings.dialog().close()

    at_desk(script)
