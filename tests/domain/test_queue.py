from __future__ import annotations

from app.domain.call import Outcome
from app.domain.phone_number import NumberProblem, PhoneNumber
from app.domain.queue import EntryState, QueueEntry, QueueLine, QueueProgress

NUMBER = PhoneNumber.parse("+55 11 99999-0001")


def test_an_entry_is_about_the_person_of_its_number() -> None:
    entry = QueueEntry("one", 1, QueueLine("11 99999-0001", NUMBER))
    assert entry.number == NUMBER
    assert entry.person == NUMBER.person
    assert entry.state is EntryState.WAITING


def test_an_entry_that_cannot_be_read_is_about_nobody() -> None:
    entry = QueueEntry("one", 1, QueueLine("1234", problem=NumberProblem.TOO_SHORT))
    assert entry.number is None
    assert entry.person == ""


def test_an_entry_was_called_once_it_has_a_call() -> None:
    assert not QueueEntry("one", 1, QueueLine("")).was_called
    assert QueueEntry("one", 1, QueueLine(""), call_id="call").was_called
    assert not QueueEntry("one", 1, QueueLine(""), call_id="call", outcome=Outcome.CANCELLED).was_called


def test_what_is_left_was_neither_called_nor_skipped() -> None:
    assert QueueProgress(done=3, skipped=2, total=10, unreadable=1).left == 5
