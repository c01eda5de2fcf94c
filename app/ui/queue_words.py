"""How the queue, its entries and their problems are said to the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.phone_number import NUMBER_PROBLEMS
from app.domain.queue import EntryState, QueueState
from app.ui.icons import Tint
from app.ui.wording import Words, outcome_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.queue import QueueEntry, QueueLine, QueueProgress
    from app.services.queue_filling import AddReport

translate = QCoreApplication.translate


def count(number: int) -> str:
    """Return a number of entries, as the locale groups it."""
    return QLocale().toString(number)


def state_words(entry: QueueEntry) -> Words:
    """Say where an entry is, or what became of its call."""
    if entry.outcome is not None:
        return outcome_words(entry.outcome)
    if entry.was_called:
        return Words(translate("Queue", "Called"), "○", Tint.ACCENT)
    match entry.state:
        case EntryState.CURRENT:
            return Words(translate("Queue", "Now"), "▸", Tint.ACCENT)
        case EntryState.SKIPPED:
            return Words(translate("Queue", "Skipped"), "–", Tint.MUTED)
        case _ if entry.number is None:
            return Words(translate("Queue", "Cannot be read"), "!", Tint.AMBER)
        case _:
            return Words(translate("Queue", "Waiting"), "", Tint.MUTED)


def problem_words(line: QueueLine) -> str:
    """Say why a line has no number that can be called; "" where it has one."""
    if line.problem is None:
        return ""
    return translate("Number", NUMBER_PROBLEMS[line.problem]).format(found=line.found)


def who(entry: QueueEntry, name_of: Callable[[str], str]) -> str:
    """Return the entry's name, else that of its contact, else its number. `name_of` has persons' names."""
    return name(entry, name_of) or (entry.number.formatted if entry.number else entry.line.written)


def name(entry: QueueEntry, name_of: Callable[[str], str]) -> str:
    """Return the entry's name, else that of its contact; "" where there is none."""
    return entry.line.name or (name_of(entry.person) if entry.person else "")


def place_words(entry: QueueEntry, progress: QueueProgress) -> str:
    """Say which entry of how many it is."""
    return translate("Queue", "{place} of {total}").format(
        place=count(entry.place), total=count(progress.total)
    )


def rest_words(state: QueueState, entry: QueueEntry | None, progress: QueueProgress) -> str:
    """Say how a queue stands that is not running."""
    if state is QueueState.FINISHED:
        words = translate("Queue", "Queue finished: {done} called, {skipped} skipped").format(
            done=count(progress.done), skipped=count(progress.skipped)
        )
        return " · ".join(filter(None, (words, unreadable_words(progress.unreadable))))
    if entry is not None:
        return translate("Queue", "Queue paused at {place} of {total}").format(
            place=count(entry.place), total=count(progress.total)
        )
    if progress.left < progress.total:
        return translate("Queue", "Queue paused, {left} of {total} left").format(
            left=count(progress.left), total=count(progress.total)
        )
    if progress.total == 1:
        return translate("Queue", "Queue of 1 number")
    return translate("Queue", "Queue of {total} numbers").format(total=count(progress.total))


def unreadable_words(number: int) -> str:
    """Say how many lines have no number that can be called; "" for none."""
    if not number:
        return ""
    if number == 1:
        return translate("Queue", "1 line cannot be read")
    return translate("Queue", "{count} lines cannot be read").format(count=count(number))


def earlier_words(entry: QueueEntry) -> str:
    """Say that the same person stands earlier in the queue; "" otherwise."""
    if entry.earlier_place is None:
        return ""
    return translate("Queue", "The same person is at place {place} of this queue.").format(
        place=count(entry.earlier_place)
    )


def report_words(report: AddReport) -> str:
    """Say what was added."""
    if not report.added:
        return translate("Queue", "There was nothing to add.")
    added = (
        translate("Queue", "1 line added.")
        if report.added == 1
        else translate("Queue", "{count} lines added.").format(count=count(report.added))
    )
    parts = [added]
    if report.unreadable:
        parts.append(
            translate("Queue", "{count} cannot be read: mend the number in the list, or leave it.").format(
                count=count(report.unreadable)
            )
        )
    if report.repeated:
        parts.append(translate("Queue", "{count} name a person again.").format(count=count(report.repeated)))
    return " ".join(parts)
