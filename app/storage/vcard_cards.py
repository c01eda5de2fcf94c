"""Cards in a vCard file, one after another as text: nested ones left out, and so is what nobody asks for.

The library reads whole files and gives up at the first flaw; what it is given here is one card, of which
only names, numbers and notes are left. Photographs never come into memory as more than a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_LINES = 5000
LONGEST_CARD = 1 << 20
"""Characters of one card. What is beyond is left out: memory stays bounded, whatever the file."""

_LONGEST_HEAD = 500
"""Characters before the colon, and enough of what follows."""
_LONGEST_VALUE = 5000
"""Characters of anything but a note. A longer one is no name and no number."""
_PROPERTY = re.compile(r"\s*(?:[\w-]+\.)?([\w-]+)\s*[;:]", re.ASCII)
_WANTED = frozenset({"VERSION", "N", "FN", "ORG", "TEL", "NOTE", "X-ABLABEL", "NICKNAME"})
_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(r"[^:]*quoted-printable[^:]*:", re.IGNORECASE)


@dataclass(slots=True)
class CardText:
    """The lines of a card that begins in line `line` of its file, from 1; `is_closed`: it has an end."""

    line: int
    lines: list[str] = field(default_factory=list)
    is_closed: bool = False
    size: int = 0

    def add(self, line: str) -> None:
        """Add a line, as long as the card is not too long."""
        self.size += len(line)
        if len(self.lines) < MOST_LINES and self.size <= LONGEST_CARD:
            self.lines.append(line)

    @property
    def text(self) -> str:
        """The card, closed in any case."""
        return "\n".join(["BEGIN:VCARD", *self.lines, "END:VCARD", ""])


def cards(lines: Iterable[str]) -> Iterator[CardText]:
    """Yield the cards in `lines`. One that another begins in, where no property has it, was never closed."""
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        if (card := reader.read(number, line.rstrip("\r\n"))) is not None:
            yield card
    if reader.card is not None:
        yield reader.card


class _Reader:
    """Where the reading of lines stands."""

    def __init__(self) -> None:
        self.card: CardText | None = None
        self._nested = 0
        self._is_wanted = False
        self._is_softly_broken = False
        self._expects_card = False

    def read(self, number: int, line: str) -> CardText | None:
        """Take a line; return the card that it ends."""
        if self._is_softly_broken and not _END.fullmatch(line):
            self._take(line, is_quoted=True)
            return None
        if _BEGIN.fullmatch(line):
            return self._begin(number)
        if self.card is None:
            return None
        if _END.fullmatch(line):
            return self._end()
        if self._nested == 0:
            self._read_property(line)
        return None

    def _begin(self, number: int) -> CardText | None:
        if self.card is not None and (self._expects_card or self._nested):
            self._nested += 1
            return None
        unclosed, self.card = self.card, CardText(number)
        self._is_wanted = self._is_softly_broken = False
        return unclosed

    def _end(self) -> CardText | None:
        self._is_softly_broken = False
        if self._nested:
            self._nested -= 1
            return None
        ended, self.card = self.card, None
        if ended is not None:
            ended.is_closed = True
        return ended

    def _read_property(self, line: str) -> None:
        if line[:1] in {" ", "\t"}:  # it belongs to the line before
            self._take(line, is_quoted=False)
            return
        head = line[:_LONGEST_HEAD]
        named = _PROPERTY.match(head)
        name = named[1].upper() if named else ""
        if name == "AGENT" and _BEGIN.fullmatch(line.partition(":")[2]):
            self._nested += 1
            return
        self._expects_card = name == "AGENT" or (self._expects_card and not line.strip())
        self._is_wanted = name in _WANTED and (name == "NOTE" or len(line) <= _LONGEST_VALUE)
        self._take(line, is_quoted=_QUOTED_PRINTABLE.match(head) is not None)

    def _take(self, line: str, *, is_quoted: bool) -> None:
        self._is_softly_broken = is_quoted and line.endswith("=")
        if self._is_wanted and self.card is not None:
            self.card.add(line)
