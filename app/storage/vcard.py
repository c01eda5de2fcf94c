"""vCards of versions 2.1, 3.0 and 4.0 as contacts. The library is vobject, and it is used here alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from app.storage.vcard_cards import cards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import vobject.base

_HEAD = re.compile(r"^(?:[^:\"]|\"[^\"]*\")*:")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_PARAMETER = re.compile(r"[\w-]+(?:=[\w,.-]*)?", re.ASCII)
_LONGEST_LABEL = 500
_FIELD = re.compile(r"((?:\\.|[^\\;])*)(?:;|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LABELS = {
    "CELL": "mobile",
    "IPHONE": "mobile",
    "WORK": "work",
    "HOME": "home",
    "MAIN": "main",
    "FAX": "fax",
    "PAGER": "pager",
    "OTHER": "other",
    "CAR": "car",
}
"""What the types of a number are called, the more telling first."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says; `line` is where it begins. Nothing where it `is_broken`."""

    line: int
    name: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    note: str = ""
    is_closed: bool = True
    is_broken: bool = False


def read_cards(lines: Iterable[str]) -> Iterator[Card]:
    """Yield what the cards in `lines` say, broken ones among them."""
    from vobject.base import VObjectError

    for text in cards(lines):
        try:
            yield _card(text.line, _content(text.text), is_closed=text.is_closed)
        except (VObjectError, UnicodeError, LookupError, ValueError):
            yield Card(text.line, is_broken=True)


def _content(text: str) -> list[vobject.base.ContentLine]:
    """Return the properties in a card's text. Raises what the library does, and ValueError for none."""
    from io import StringIO

    from vobject.base import getLogicalLines

    return [_property(line, number) for line, number in getLogicalLines(StringIO(text), allowQP=True)]


def _property(line: str, number: int) -> vobject.base.ContentLine:
    from vobject.base import VObjectError, textLineToContentLine

    try:
        return textLineToContentLine(_with_plain_head(line), number)
    except UnicodeDecodeError:  # it does not say its encoding, or not truly
        return textLineToContentLine(_with_plain_head(line, charset="cp1252"), number)
    except VObjectError:  # parameters that are against the rules, as some telephones write them
        return textLineToContentLine(_without_odd_parameters(line), number)


def _without_odd_parameters(line: str) -> str:
    head = _HEAD.match(line)
    if head is None:
        return line
    name, *parameters = head[0][:-1].split(";")
    return ";".join([name, *filter(_PARAMETER.fullmatch, parameters)]) + ":" + line[head.end() :]


def _with_plain_head(line: str, charset: str = "") -> str:
    """Return the line as the library understands it: it knows ENCODING and its values in capitals only."""
    head = _HEAD.match(line)
    if head is None or "quoted-printable" not in head[0].lower():
        return line
    name, *parameters = head[0][:-1].upper().split(";")
    if charset:
        parameters = [each for each in parameters if not each.startswith("CHARSET=")] + [f"CHARSET={charset}"]
    encoded = ["ENCODING=QUOTED-PRINTABLE" if "QUOTED-PRINTABLE" in each else each for each in parameters]
    return ";".join([name, *encoded]) + ":" + line[head.end() :]


def _card(line: int, content: Iterable[vobject.base.ContentLine], *, is_closed: bool) -> Card:
    values: dict[str, str] = {}
    labels: dict[str, str] = {}
    numbers = []
    for each in content:
        if each.name == "TEL":
            numbers.append(each)
        elif each.name == "X-ABLABEL" and each.group:
            labels[each.group] = _APPLE_LABEL.sub(r"\1", _plain(each.value[:_LONGEST_LABEL])).strip()
        elif each.value.strip(" ;"):
            values.setdefault(each.name, each.value)
    return Card(
        line,
        _name(values),
        tuple((_number(each), labels.get(each.group or "") or _label(each)) for each in numbers),
        _plain(values.get("NOTE", "")),
        is_closed,
    )


def _name(values: dict[str, str]) -> str:
    """Return the name: as it is to be shown, put together, or else the company's."""
    if shown := _plain(values.get("FN", "")).strip():
        return shown
    family, given, middle, prefix, suffix = (*_fields(values.get("N", "")), "", "", "", "", "")[:5]
    together = " ".join(part for part in (prefix, given, middle, family, suffix) if part)
    return together or " ".join(_fields(values.get("ORG", ""))[:1]) or _plain(values.get("NICKNAME", ""))


def _fields(value: str) -> list[str]:
    return [_plain(part).strip() for part in _FIELD.findall(value)]


def _plain(value: str) -> str:
    """Return a text without its escapes."""
    return _ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value)


def _number(line: vobject.base.ContentLine) -> str:
    value = _plain(line.value).strip()
    if not value.lower().startswith("tel:"):
        return value
    number, _, rest = unquote(value[4:]).partition(";")
    extension = re.search(r"(?:^|;)ext=(\d+)", rest, re.IGNORECASE)
    return f"{number};ext={extension[1]}" if extension else number


def _label(line: vobject.base.ContentLine) -> str:
    """Return what the types say. They are in TYPE, several of them perhaps in one, or alone as in 2.1."""
    types = [*line.singletonparams, *line.params.get("TYPE", ())]
    known = {part.strip().upper() for each in types for part in each.split(",")}
    telling = [label for kind, label in _LABELS.items() if kind in known]
    if "fax" in telling or "pager" in telling:  # a fax at work is no number to call for work
        telling = [label for label in telling if label in {"fax", "pager"}]
    return telling[0] if telling else ""


def write_card(name: str, numbers: Iterable[tuple[str, str]], note: str) -> str:
    """Return a card of version 3.0, which everything reads, with lines ended and folded as it wants them."""
    from vobject import vCard
    from vobject.vcard import Name

    card = vCard()
    card.add("n").value = Name(given=name)
    card.add("fn").value = name
    kinds = {label: kind for kind, label in reversed(_LABELS.items())}
    for place, (number, label) in enumerate(numbers, 1):
        if not label or label in kinds:
            line = card.add("tel")
            if label:
                line.type_param = kinds[label]
        else:  # as Apple and Google have labels in words
            line = card.add("tel", f"item{place}")
            card.add("x-ablabel", f"item{place}").value = label
        line.value = number
    if note:
        card.add("note").value = note
    return str(card.serialize())
