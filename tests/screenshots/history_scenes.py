"""The history with calls of several days: searched, filtered, one of them with a note, and exported."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from window_harness import Desk

    Picture = Callable[[str, QWidget], None]

COMPACT = (360, 600)

_CALLS = (
    # minutes ago, number, outcome, note, tag
    (
        4,
        "+55 11 99999-0001",
        "answered",
        "Asked to be called again after three, about the invoice.",
        "Call back",
    ),
    (9, "+55 11 99999-0002", "rejected", "", ""),
    (14, "+52 55 1234 5678", "no_answer", "", "Left a message"),
    (31, "+1 415 555 2671", "answered", "Order 4711 has arrived; the second parcel is missing.", "Reached"),
    (44, "+55 31 96666-1234", "unknown", "", ""),
    (75, "+55 21 97777-0006", "failed", "", ""),
    (60 * 24, "+55 11 98888-0003", "answered", "", "Not interested"),
    (60 * 24 + 30, "+34 612 34 56 78", "busy", "", ""),
    (60 * 24 * 3, "+55 11 99999-0001", "no_answer", "", ""),
    (60 * 24 * 12, "+55 11 99999-0001", "answered", "First call.", ""),
)
_NAMES = {
    "+55 11 99999-0001": "Oficina Sul",
    "+52 55 1234 5678": "Taller Ruiz",
    "+34 612 34 56 78": "Ana Díaz",
}


async def fill(desk: Desk) -> None:
    """Record calls of several days and give some callees names."""
    from app.domain.call import Call, CallKind, CallRequest, CallState, CallStep, Outcome
    from app.domain.call import KnownBy as By
    from app.domain.contact import Contact, ContactNumber
    from app.domain.phone_number import PhoneNumber

    now = datetime.now(UTC).replace(second=7)
    for place, (minutes, text, outcome, note, tag) in reversed(list(enumerate(_CALLS))):
        at = now - timedelta(minutes=minutes)
        number = PhoneNumber.parse(text)
        request = CallRequest("account", number, CallKind.RING, ring_seconds=8 + place)
        call = Call(
            f"shown-{place}", request, "Support desk", "RyzeAPI", (CallStep(CallState.QUEUED, at, By.LOCAL),)
        )
        steps = [(CallState.SENDING, By.LOCAL, None)]
        if outcome != "failed":
            steps += [(CallState.PLACED, By.PROVIDER, None), (CallState.RINGING, By.PROVIDER, None)]
        if outcome == "answered":
            steps.append((CallState.IN_PROGRESS, By.PROVIDER, None))
        steps.append((CallState.ENDED, By.PROVIDER, Outcome(outcome)))
        await desk.program.history.record(call)
        for n, (state, known_by, ending) in enumerate(steps):
            call = call.advance(CallStep(state, at + timedelta(seconds=n * 2), known_by, ending))
            await desk.program.history.record(call)
        if note or tag:
            await desk.program.history.annotate(call.id, note, tag)
    for text, name in _NAMES.items():
        contact = Contact(f"contact {name}", name, (ContactNumber(PhoneNumber.parse(text)),))
        await desk.program.contacts.save(contact)


async def history(desk: Desk, picture: Picture) -> None:
    """The table, a search, filters, all with one person, the details with a note, the export."""
    from PySide6.QtCore import QDate, Qt

    from app.domain.call import Outcome
    from app.ui.call_details import CallDetails
    from app.ui.history_choice import Days, HistoryChoice

    await desk.open()
    await fill(desk)
    window, panel = desk.window, desk.window.history.panel
    model = desk.window.history_model
    model.refresh()
    window.history.refresh_names()
    await desk.until(lambda: model.rowCount() == len(_CALLS) and model.is_settled)
    panel.view.select_first()
    await _both("history", desk, picture)
    panel.focus_search()
    panel.search.line.setText("invoice")
    await desk.until(lambda: model.rowCount() == 1 and model.is_settled)
    await _both("history-search", desk, picture)
    panel.search.line.setText("nobody")
    await desk.until(lambda: model.rowCount() == 0 and model.is_settled)
    await _both("history-no-match", desk, picture)
    panel.search.line.clear()
    panel.search.filters.setChecked(True)
    panel.choose(HistoryChoice(outcomes=frozenset({Outcome.ANSWERED, Outcome.NO_ANSWER}), days=Days.LAST_7))
    await desk.until(lambda: model.rowCount() == 5 and model.is_settled)
    await _both("history-filters", desk, picture)
    panel.search.filters.setChecked(False)
    panel.show_all()
    await desk.until(lambda: model.rowCount() == len(_CALLS) and model.is_settled)
    panel.view.selectRow(0)
    panel.call_actions.do(_act("delete"))
    await _both("history-delete", desk, picture)
    panel._deletion._on_answer("no")
    window.history.write_note(model.call(0))
    details = window.findChild(CallDetails)
    await asyncio.sleep(0.3)
    picture("history-details", details)
    details.resize(*COMPACT)
    await asyncio.sleep(0.2)
    picture("history-details-compact", details)
    details.accept()
    await asyncio.sleep(0.1)
    from app.ui.history_export_dialog import HistoryExportDialog

    window.history.export()
    dialog = window.findChild(HistoryExportDialog)
    await desk.until(dialog._save.isEnabled)
    picture("history-export", dialog)
    dialog.hide()
    window.settings.open()
    settings = window.settings.dialog()
    tabs = settings._tabs
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == "History"))
    await asyncio.sleep(0.1)
    desk.named("Delete calls of before", settings).setDate(QDate.currentDate())
    desk.click("Delete old calls", settings)
    await asyncio.sleep(0.3)
    picture("history-settings", settings)
    settings.hide()
    window.setFocus(Qt.FocusReason.OtherFocusReason)


def _act(name: str) -> object:
    from app.ui.history_actions import Act

    return Act(name)


async def _both(name: str, desk: Desk, picture: Picture) -> None:
    """Take the window at its usual size and as the compact window."""
    before = desk.window.size()
    await asyncio.sleep(0.2)
    picture(name, desk.window)
    desk.window.resize(*COMPACT)
    desk.window._halves.show_half(1)
    await asyncio.sleep(0.2)
    picture(f"{name}-compact", desk.window)
    desk.window.resize(before)
    await asyncio.sleep(0.1)
