"""Links and other texts from outside: they fill in and say where from, and never dial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_harness import ANSWERS, Desk

from app.practice.server import PracticeServer
from app.ui.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from window_harness import Script

    from app.ui.number_field import NumberField

LINK = "tel:+5511999990001"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(live=True, pace=0.1) as server:
        yield server


def field(desk: Desk) -> NumberField:
    return desk.window.dialler.number_field


ORIGINS = {
    Origin.LINK: "From a phone link",
    Origin.COMMAND_LINE: "From the command line",
    Origin.CLIPBOARD: "From the clipboard",
    Origin.SELECTION: "From what was selected",
    Origin.CONTACT: "From the contacts",
    Origin.QUEUE: "From the queue",
    Origin.HISTORY: "From the history",
}


def test_every_origin_has_its_words() -> None:
    assert set(ORIGINS) == set(Origin)


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_text_is_filled_in_with_where_it_came_from(
    at_desk: Callable[[Script], None], origin: Origin
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text(LINK, origin)
        assert field(desk).text() == ANSWERS
        assert desk.reads(ORIGINS[origin])
        assert ORIGINS[origin] in desk.named("Phone number").accessibleDescription()

    at_desk(script)


def test_a_link_never_dials(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        for link in (
            LINK,
            "toque:call?number=%2B5511999990001&dial=now",
            LINK,
            "toque:+5511999990001?ring=8",
        ):
            desk.window.open_text(link, Origin.LINK)
        await desk.until(lambda: field(desk).number() is not None)
        assert desk.calls == []
        assert desk.posts == 0
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.posts == 1)

    at_desk(script)


def test_the_origin_is_spoken_and_gone_when_the_number_is_edited(
    at_desk: Callable[[Script], None], spoken: list[str]
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text(LINK, Origin.LINK)
        assert "From a phone link" in spoken
        field(desk).set_region("US")
        assert desk.reads("From a phone link")
        desk.key(Qt.Key.Key_End)
        desk.key(Qt.Key.Key_Backspace)
        assert not desk.reads("From a phone link")
        assert "link" not in desk.named("Phone number").accessibleDescription()

    at_desk(script)


def test_an_extension_is_told_and_never_dialled(at_desk: Callable[[Script], None], spoken: list[str]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("tel:+55-11-3333-4444;ext=123", Origin.LINK)
        number = field(desk).number()
        assert number is not None
        assert number.e164 == "+551133334444"
        words = "Extension 123 cannot be dialled by these providers; ask for it."
        assert desk.reads(words)
        assert f"From a phone link · {words}" in spoken

    at_desk(script)


def test_a_link_brings_the_window_back(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.showMinimized()
        desk.window.open_text(LINK, Origin.LINK)
        assert not desk.window.isMinimized()
        assert desk.window.isActiveWindow()
        desk.window.hide()
        desk.window.open_text("", Origin.COMMAND_LINE)
        assert desk.window.isVisible()
        assert field(desk).text() == ANSWERS

    at_desk(script)


def test_a_link_shows_the_dialler_in_the_compact_window(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.resize(400, 680)
        await desk.until(lambda: desk.sees("Phone number"))
        desk.window._halves.show_half(1)
        assert not desk.sees("Phone number")
        desk.window.open_text(LINK, Origin.LINK)
        assert desk.sees("Phone number")

    at_desk(script)


# --- what was being typed -------------------------------------------------------------------------------


def test_what_was_being_typed_can_be_got_back_by_keyboard(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.type("2133334")
        typed = field(desk).text()
        desk.window.open_text(LINK, Origin.LINK)
        back = desk.named(f"Back to {typed}")
        for _ in range(4):
            desk.key(Qt.Key.Key_Tab)
            if back.hasFocus():
                break
        desk.key(Qt.Key.Key_Space)
        assert field(desk).text() == typed
        assert desk.named("Phone number").hasFocus()
        assert not desk.reads("From a phone link")
        desk.type("4")
        assert field(desk).text().endswith("4")

    at_desk(script)


def test_nothing_is_offered_back_where_nothing_was_typed_or_it_was_the_same(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text(LINK, Origin.LINK)
        desk.window.open_text("callto:+55-11-99999-0001", Origin.LINK)
        assert desk.reads("From a phone link")
        assert not desk.reads("Back to")
        assert not desk.sees(f"Back to {ANSWERS}")

    at_desk(script)


def test_a_pending_question_is_taken_back_by_another_number(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.fill_in_number(ANSWERS)
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.calls and desk.calls[-1].is_over)
        desk.program.dialling._last = None  # a while later
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda: desk.sees("Call anyway"))
        desk.window.open_text("tel:+5521988880002", Origin.LINK)
        assert not desk.sees("Call anyway")
        assert desk.posts == 1

    at_desk(script)


# --- what cannot be used --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("javascript:alert(1)", "“javascript:” is not a link to a phone number. Copy the number itself."),
        ("tel:+" + "5" * 5_000_000, "far too long"),
        ("tel:;ext=123", "only an extension (123)"),
        ("tel:+5511999990001/+5511999990002", "more than one number"),
        ("tel:", "no number in this link"),
        ("sip:6002@example.com", "internet phone"),
        ("https://chat.whatsapp.com/AbC", "WhatsApp group"),
        ("nothing to call here", "no phone number in this text"),
    ],
    ids=["javascript", "huge", "extension", "two", "none", "sip", "group", "words"],
)
def test_a_text_that_cannot_be_used_leaves_the_number_alone_and_says_why(
    at_desk: Callable[[Script], None], spoken: list[str], text: str, words: str
) -> None:
    async def script(desk: Desk) -> None:
        desk.type("21333")
        typed = field(desk).text()
        desk.window.open_text(text, Origin.LINK)
        assert field(desk).text() == typed
        assert desk.reads("From a phone link: ")
        assert desk.reads(words)
        assert any(words in said for said in spoken)
        desk.type("3")
        assert not desk.reads(words)

    at_desk(script)


def test_enter_meant_for_a_link_that_brought_no_number_does_not_call_the_one_before(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.type("+5511999990001")
        desk.window.open_text("tel:;ext=123", Origin.LINK)
        desk.key(Qt.Key.Key_Return)
        assert not desk.reads("only an extension")
        assert desk.program.calls.under_way == ()
        assert field(desk).text() == ANSWERS
        assert desk.window.focusWidget() is field(desk).edit

    at_desk(script)


def test_digits_that_are_no_number_yet_go_into_the_field_which_says_so(
    at_desk: Callable[[Script], None],
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("99999-0001", Origin.COMMAND_LINE)
        assert field(desk).text() == "99999-0001"
        assert desk.reads("From the command line")
        desk.key(Qt.Key.Key_Return)
        assert desk.reads("area code is missing")

    at_desk(script)


# --- what our own links wish for ------------------------------------------------------------------------


def test_a_link_sets_the_ring_time(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        desk.window.open_text("toque:+5511999990001?ring=21", Origin.LINK)
        assert desk.window.dialler.ring_duration.seconds() == 21
        assert desk.named("Call").accessibleDescription() == f"Ring {ANSWERS} for 21 s"

    at_desk(script)


def test_the_ring_time_of_a_link_is_for_its_number_alone(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        ring = desk.window.dialler.ring_duration
        ring.set_seconds(9)
        desk.window.open_text("toque:+5511999990001?ring=21", Origin.LINK)
        assert desk.window.remembered()(desk.settings.current).ring_seconds == 9
        desk.type("5")
        assert ring.seconds() == 9
        desk.window.open_text("toque:+5511999990001?ring=21", Origin.LINK)
        ring.set_seconds(30)  # now it is the operator's own wish
        desk.type("5")
        assert ring.seconds() == 30

    at_desk(script)


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        ("900", "The link wishes for 900 s, of which this account allows 60 s."),
        ("abc", "“abc” is no ring time"),
        ("0", "“0” is no ring time"),
    ],
)
def test_a_ring_time_that_cannot_be_does_not_lose_the_number(
    at_desk: Callable[[Script], None], ring: str, words: str
) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text(f"toque:+5511999990001?ring={ring}", Origin.LINK)
        assert field(desk).text() == ANSWERS
        assert desk.reads(words)

    at_desk(script)


def test_a_ring_time_is_left_out_where_the_account_has_none(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.add_accounts("ringyo")
        desk.window.open_text("toque:+5511999990001?ring=8&account=Ringyo%20test", Origin.LINK)
        assert field(desk).text() == ANSWERS
        await desk.until(lambda: desk.reads("have no ring time"))

    at_desk(script)


def test_a_link_chooses_an_account_visibly_and_not_for_good(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        await desk.add_accounts("zapi")
        desk.window.open_text("toque:+5511999990001?account=deliveries", Origin.LINK)
        chosen = desk.program.accounts.chosen
        assert chosen is not None
        assert chosen.id == "zapi"
        assert field(desk).text() == ANSWERS
        assert desk.reads("The link chose the account Deliveries.")
        assert desk.settings.current.chosen_account == "account"
        desk.type("5")
        assert desk.reads("The link chose the account Deliveries.")
        desk.click("Back to Support desk")
        assert desk.program.accounts.chosen.id == "account"
        assert not desk.reads("The link chose")

    at_desk(script)


def test_a_link_amid_other_words_is_followed_too(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("Open toque:+5511999990001?ring=21 please", Origin.SELECTION)
        assert field(desk).text() == ANSWERS
        assert desk.window.dialler.ring_duration.seconds() == 21

    at_desk(script)


def test_an_account_that_is_not_there_is_named_and_the_number_kept(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("toque:+5511999990001?account=Nobody's&ring=9", Origin.LINK)
        assert field(desk).text() == ANSWERS
        await desk.until(lambda: desk.reads("There is no account “Nobody's”"))
        assert desk.window.dialler.ring_duration.seconds() == 9
        assert desk.program.accounts.chosen.id == "account"

    at_desk(script)


def test_the_account_that_is_chosen_already_needs_no_word(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("toque:+5511999990001?account=support%20DESK", Origin.LINK)
        assert not desk.reads("The link chose")
        assert not desk.reads("There is no account")

    at_desk(script)


def test_several_numbers_are_offered_and_one_is_chosen(at_desk: Callable[[Script], None]) -> None:
    async def script(desk: Desk) -> None:
        desk.window.open_text("11 99999-0001 ou 11 99999-0002", Origin.SELECTION)
        await desk.until(lambda: QApplication.activePopupWidget() is not None)
        assert field(desk).text() == ""
        menu = QApplication.activePopupWidget()
        assert menu is not None
        assert menu.accessibleName() == "Numbers found"
        menu_key(Qt.Key.Key_Down)
        menu_key(Qt.Key.Key_Return)
        assert field(desk).text() == "+55 11 99999-0002"
        assert desk.reads("From what was selected")

    at_desk(script)


def menu_key(key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)
