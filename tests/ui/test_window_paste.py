"""Pasting whatever was copied, the offer of a copied number, and the other written form after a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_harness import ANSWERS, DECLINES, RINGS_OUT, Desk

from app.domain.call import Call, CallRequest, CallState, CallStep, KnownBy, Outcome
from app.domain.phone_number import PhoneNumber
from app.domain.reason import Reason
from app.practice.server import PracticeServer
from app.ui.clipboard_watch import ClipboardWatch
from app.ui.copied_numbers import copied_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Script

    from app.ui.number_field import NumberField

SENTENCE = "Tel.: (11) 99999-0001 – ask for the manager"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.05) as server:
        yield server


@pytest.fixture(autouse=True)
def _empty_clipboard() -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def field(desk: Desk) -> NumberField:
    return desk.window.dialler.number_field


def copy(text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(desk: Desk) -> None:
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def popup_key(key: Qt.Key) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)


# --- pasting --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("focus", ["Call", "Ring duration", "Phone number", "Digit 1"])
@pytest.mark.parametrize("text", [SENTENCE, "tel:+5511999990001", "wa.me/5511999990001", ANSWERS])
def test_pasting_reads_the_number_wherever_the_focus_is(
    at_desk: Callable[[Script], None], focus: str, text: str
) -> None:
    async def script(desk: Desk) -> None:
        desk.named(focus).setFocus()
        copy(text)
        paste(desk)
        assert field(desk).text() == ANSWERS
        assert desk.posts == 0
        if text != ANSWERS or focus != "Phone number":
            assert desk.reads("From the clipboard")
            assert desk.named("Phone number").hasFocus()

    at_desk(script)


def test_part_of_a_number_is_pasted_at_the_caret_of_the_number_field(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.type("1199999")
        copy("0001")
        paste(desk)
        assert field(desk).text() == "11 99999-0001"

    at_desk(script)


def test_words_without_a_number_are_pasted_into_the_number_field_as_they_are(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        copy("Maria")
        paste(desk)
        assert field(desk).text() == "Maria"

    at_desk(script)


def test_another_text_field_keeps_its_own_paste(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        other = QLineEdit(desk.window)
        other.show()
        other.setFocus()
        copy(SENTENCE)
        paste(desk)
        assert other.text() == SENTENCE
        assert field(desk).text() == ""

    at_desk(script)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Call <a href='tel:+5511999990001'>us</a></p>",
        "<table><tr><td>Ana</td><td>(11)&nbsp;99999-0001</td></tr></table>",
        "<style>a{width:11999990002}</style><b>11</b> <i>99999-0001</i>",
    ],
)
def test_a_page_that_was_copied_is_read_with_its_links(at_desk: Callable[[Script], None], html: str) -> None:
    async def script(desk: Desk) -> None:
        desk.named("Call").setFocus()
        copy(html=html)
        paste(desk)
        assert field(desk).text() == ANSWERS or field(desk).number() == PhoneNumber.parse(ANSWERS)

    at_desk(script)


def test_several_numbers_are_a_list_for_the_keyboard(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.named("Call").setFocus()
        copy("Ana 11 99999-0001\nRui 11 99999-0002\nEva 21 98888-0003")
        paste(desk)
        popup_key(Qt.Key.Key_Escape)
        assert field(desk).text() == ""
        assert QApplication.activePopupWidget() is None
        paste(desk)
        popup_key(Qt.Key.Key_Down)
        popup_key(Qt.Key.Key_Down)
        popup_key(Qt.Key.Key_Return)
        assert field(desk).text() == "+55 21 98888-0003"
        assert desk.reads("From the clipboard")
        assert desk.posts == 0

    at_desk(script)


@pytest.mark.parametrize("text", ["Order 11987654321 of 12/03/2024, R$ 1.234,56", "call me", ""])
def test_nothing_to_call_is_said(at_desk: Callable[[Script], None], text: str) -> None:
    async def script(desk: Desk) -> None:
        desk.type("2133")
        typed = field(desk).text()
        desk.named("Call").setFocus()
        copy(text)
        paste(desk)
        assert desk.reads("From the clipboard: There is no phone number in this text.")
        assert field(desk).text() == typed

    at_desk(script)


def test_copied_files_still_go_to_the_sound(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        heard: list[list[str]] = []
        desk.window._keys.files_pasted.connect(heard.append)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile("/nowhere/11999990001.wav")])
        QGuiApplication.clipboard().setMimeData(data)
        paste(desk)
        assert heard == [[str(Path("/nowhere/11999990001.wav"))]]
        assert field(desk).text() == ""

    at_desk(script)


def test_a_text_from_the_menu_or_dropped_is_read_too(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        copy(SENTENCE)
        field(desk).edit.paste()
        assert field(desk).text() == ANSWERS
        copy("tel:+551133334444;ext=12")
        field(desk).edit.selectAll()
        field(desk).edit.paste()
        assert field(desk).text() == "+55 11 3333-4444"
        assert desk.reads("Extension 12 cannot be dialled")

    at_desk(script)


def test_no_more_of_a_huge_page_is_looked_at_than_can_be() -> None:
    data = QMimeData()
    data.setText("x" * 5_000_000)
    data.setHtml("<p>" * 1_000_000)
    assert len(copied_text(data)) < 200_000


def test_nothing_copied_is_no_text() -> None:
    assert copied_text(None) == ""
    assert copied_text(QMimeData()) == ""


# --- watching -------------------------------------------------------------------------------------------


def test_a_number_copied_elsewhere_is_offered_and_only_filled_in_when_asked(
    at_desk: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.named("Call").setFocus()
        desk.window.numbers.watch.set_on(True)
        copy(SENTENCE)
        words = "Number copied: " + ANSWERS.replace(" ", "\u00a0")
        assert desk.reads(words)
        assert words in spoken
        assert field(desk).text() == ""
        assert desk.named("Call").hasFocus()
        desk.named("Fill in").setFocus()
        desk.key(Qt.Key.Key_Return)
        assert field(desk).text() == ANSWERS
        assert desk.reads("From the clipboard")
        assert not desk.reads("Number copied")
        assert desk.posts == 0

    at_desk(script)


def test_the_offer_goes_with_typing_and_with_another_copy(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.numbers.watch.set_on(True)
        copy(SENTENCE)
        desk.type("1")
        assert not desk.reads("Number copied")
        copy("+55 21 98888-0002")
        assert desk.reads("Number copied: +55\u00a021\u00a098888-0002")
        copy("no number")
        assert not desk.reads("Number copied")
        copy(SENTENCE)
        desk.window.numbers.watch.set_on(False)
        assert not desk.reads("Number copied")

    at_desk(script)


def test_several_numbers_copied_are_offered_as_a_list(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.numbers.watch.set_on(True)
        copy("11 99999-0001 ou 11 99999-0002")
        assert desk.reads("2 numbers copied")
        desk.click("Choose one")
        popup_key(Qt.Key.Key_Return)
        assert field(desk).text() == ANSWERS

    at_desk(script)


def test_nothing_is_offered_while_it_is_off(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        copy(SENTENCE)
        assert not desk.reads("Number copied")
        await desk.settings.update(lambda old: replace(old, watch_clipboard=True))
        desk.window.refresh_clipboard_watch()
        assert not desk.reads("Number copied")
        copy(SENTENCE + "!")
        assert desk.reads("Number copied")

    at_desk(script)


def test_what_is_own_long_or_in_the_field_is_not_offered(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        is_own = True
        watch = ClipboardWatch(desk.window.dialler, QGuiApplication.clipboard(), lambda: is_own)
        watch.set_on(True)
        copy(SENTENCE)
        assert not desk.reads("Number copied")
        is_own = False
        copy(SENTENCE + "x" * 3_000)
        assert not desk.reads("Number copied")
        field(desk).set_text(ANSWERS)
        copy(SENTENCE)
        assert not desk.reads("Number copied")
        QGuiApplication.clipboard().clear()
        copy("+55 21 98888-0002")
        assert desk.reads("Number copied")

    at_desk(script)


# --- the other written form -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "words"),
    [(DECLINES, "Declined"), (RINGS_OUT, "Not answered")],
    ids=["declined", "not answered"],
)
def test_the_other_form_is_offered_after_a_call_in_vain_and_only_filled_in(
    at_desk: Callable[[Script], None], number: str, words: str
) -> None:
    async def script(desk: Desk) -> None:
        other = PhoneNumber.parse(number).other_form
        assert other is not None
        desk.window.dialler.ring_duration.set_seconds(3)
        desk.window.fill_in_number(number)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.sees("Fill in other form"))
        assert desk.reads(f"{number}: {words}. WhatsApp may know this person as {other.formatted}.")
        desk.named("Fill in other form").setFocus()
        desk.key(Qt.Key.Key_Return)
        assert field(desk).number() == other
        assert not desk.sees("Fill in other form")
        assert desk.posts == 1

    at_desk(script)


def test_an_answered_call_offers_nothing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        assert not desk.sees("Fill in other form")

    at_desk(script)


NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def queued(number: str, call_id: str = "1") -> Call:
    request = CallRequest("account", PhoneNumber.parse(number), ring_seconds=8)
    return Call(
        call_id, request, "Support desk", "RyzeAPI", (CallStep(CallState.QUEUED, NOW, KnownBy.LOCAL),)
    )


def ended(call: Call, outcome: Outcome, reason: Reason | None = None) -> Call:
    end = CallStep(CallState.ENDED, NOW, KnownBy.PROVIDER, outcome, reason)
    return replace(call, steps=(*call.steps, end))


OFFERS = [
    ("+5511987654321", Outcome.NO_ANSWER, None, "+55 11 8765-4321"),
    ("+551187654321", Outcome.REJECTED, None, "+55 11 98765-4321"),
    ("+525512345678", Outcome.NO_ANSWER, None, "+52 1 55 1234 5678"),
    ("+5491123456789", Outcome.FAILED, Reason.NUMBER_REFUSED, "+54 11 2345-6789"),
    ("+5511987654321", Outcome.FAILED, Reason.NO_CREDIT, ""),
    ("+5511987654321", Outcome.ANSWERED, None, ""),
    ("+5511987654321", Outcome.UNKNOWN, Reason.RING_TIME_OVER, ""),
    ("+5511987654321", Outcome.CANCELLED, Reason.CANCELLED, ""),
    ("+5511987654321", Outcome.BUSY, None, ""),
    ("+551133334444", Outcome.NO_ANSWER, None, ""),
    ("+14155550132", Outcome.NO_ANSWER, None, ""),
]


@pytest.mark.parametrize(("number", "outcome", "reason", "other"), OFFERS)
def test_what_is_offered_follows_from_number_and_outcome(
    at_desk: Callable[[Script], None], number: str, outcome: Outcome, reason: Reason | None, other: str
) -> None:
    async def script(desk: Desk) -> None:
        call = queued(number)
        desk.window.numbers.show_call(call)
        desk.window.numbers.show_call(ended(call, outcome, reason))
        assert desk.window.board.shows("other form") == bool(other)
        assert not other or desk.reads(f"may know this person as {other}.")

    at_desk(script)


def test_a_call_of_an_earlier_run_offers_nothing(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.numbers.show_call(ended(queued("+5511987654321"), Outcome.NO_ANSWER))
        assert not desk.window.board.shows("other form")

    at_desk(script)


def test_a_form_called_in_vain_is_not_offered_and_another_call_takes_the_offer_down(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        numbers, board = desk.window.numbers, desk.window.board
        first, second = queued("+5511987654321", "1"), queued("+551187654321", "2")
        numbers.show_call(first)
        numbers.show_call(ended(first, Outcome.NO_ANSWER))
        assert board.shows("other form")
        numbers.show_call(second)
        assert not board.shows("other form")
        numbers.show_call(ended(second, Outcome.NO_ANSWER))
        assert not board.shows("other form")

    at_desk(script)
