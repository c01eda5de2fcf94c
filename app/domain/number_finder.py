"""Phone numbers anywhere in a text that was copied: a sentence, a table of a CRM, a page with links.

What only looks like a number is passed over as far as its shape tells: dates, prices, Brazilian tax numbers,
post codes, card and order numbers, addresses in the web.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from app.domain.link_number import extension_after
from app.domain.phone_link import PhoneLink, read_link
from app.domain.phone_number import InvalidPhoneNumber, NumberProblem, PhoneNumber
from app.domain.plain_text import plain_lines

LONGEST_SEARCHED = 50_000
"""Characters; what comes after is not looked at."""

_LINK = re.compile(
    r"(?:\b(?:tel|telprompt|callto|toque|whatsapp):(?=[/+%(\d]|call|send|\?)|(?:https?://)?\b(?:www\.)?"
    r"(?:wa\.me|(?:api\.|web\.|www\.)?whatsapp\.com/send))[^\s<>\"'“”]{1,2000}",
    re.IGNORECASE,
)
_JID = re.compile(r"(?<![\w.])\d{7,15}(?::\d+)?@s\.whatsapp\.net\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w.,/+@#-])\d{10,15}(?![\w@]|[.,/-]\d)")
_MASKED = re.compile(r"(?<![\w+./-])\+?\(?\d[\d ().-]{5,24}\d(?![\w@]|[.,/-]\d)")
_SAID_OF_WORDS = frozenset(
    {NumberProblem.LETTERS, NumberProblem.SIGNS, NumberProblem.EMPTY, NumberProblem.TOO_LONG}
)
_ELSEWHERE = frozenset({NumberProblem.OTHER_LINK, NumberProblem.INTERNET_CALL, NumberProblem.LINK_TOO_LONG})
_PAGES = frozenset({"http:", "https:"})
_TRAILING = ".,;:!?)]}*"

_NAMES = (
    r"cpf|cnpj|rg|cep|pis|nit|ie|nf-?e?|ean|gtin|sku|iban|bic|vat|nif|cuit|cuil|dni|rfc|curp|imei|iccid|ssn|ein|"
    r"pedido|pedidos|order|ordem|bestellung|ticket|chamado|protocolo|protocol|invoice|fatura|nota|boleto|"
    r"contrato|contract|case|caso|ref|refer[eê]ncia|reference|c[oó]d(?:igo)?|code|conta|account|ag[eê]ncia|"
    r"matr[ií]cula|processo|rastreio|tracking|serial|s[eé]rie|id|uuid|pin"
)
_OF_IT = r"(?:\s?(?:n[º°.o]\.?|number|num(?:ero)?\.?|nr\.?|id))?\s?"
_NOT_NUMBERS = re.compile(
    "|".join(
        (
            r"\b[\w.+-]{1,64}@(?!s\.whatsapp\.net)[\w-]{1,63}\.[\w.-]{1,100}",  # mail
            r"\b(?:https?|ftp|file|mailto|sips?|javascript|data|skype):[^\s<>\"']{1,2000}",
            r"\bwww\.[^\s<>\"']{1,2000}",
            r"(?<![\d+])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)",  # CPF
            r"(?<![\d+])\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}(?!\d)",  # CNPJ
            r"(?<!\d)\d{3}\.\d{5}\.\d{2}-\d(?!\d)",  # PIS
            r"(?<![\d+])\d{7}-\d{2}\.\d{4}\.\d\.\d{2}\.\d{4}(?!\d)",  # a Brazilian court's
            r"(?<![\d+(-])(?<!\d[ )])\d{5}-\d{3}(?!\d)",  # CEP
            r"(?<![\d+])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.][0-3]?\d(?!\d)",
            r"(?<![\d+])[0-3]?\d[-/.][0-3]?\d[-/.](?:19|20)\d\d(?!\d)",
            r"(?<![\d+])[0-3]?\d/[0-3]?\d/\d\d(?!\d)",
            r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])",  # a time
            r"(?:R\$|US\$|\$|€|£|BRL|USD|EUR|GBP|MXN|ARS)\s?\d[\d.,' ]{0,20}",
            r"(?<![\d+])\d[\d.,]{0,20}\s?(?:R\$|€|£|%|\b(?:reais|BRL|USD|EUR|GBP|MXN|ARS|pesos|euros?|dollars?)\b)",
            r"(?<![\d+])\d{1,3}(?:\.\d{3}){1,5},\d{2}(?!\d)|(?<![\d+])\d{1,3}(?:,\d{3}){1,5}\.\d{2}(?!\d)",
            r"(?<![\d.+])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])",  # an internet address
            r"(?<![\d+])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?!\d)",  # a card
            r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b",
            rf"\b(?:{_NAMES})\b\.?{_OF_IT}[:#=nº°.-]{{0,3}}\s?(?![+(])[\w/.-]{{0,20}}\d(?:[/.-]?\w){{4,40}}",
            r"(?<![\w+])#\s?\d[\d./-]{0,30}",
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text, as it is `written` there. `extension` would have to be dialled after it.

    `link` is what it was read from, if that was one.
    """

    number: PhoneNumber
    written: str
    extension: str = ""
    link: PhoneLink | None = None


_Piece: TypeAlias = "tuple[int, int, FoundNumber | None]"
"""From where to where in the text, and the number there; None for what is none."""


def find_numbers(text: str, region: str | None, limit: int = 20) -> list[FoundNumber]:
    """Return the numbers in `text`, each once, in the order in which they stand there.

    `region` (ISO 3166) is the country of those written without one. Of a number without a country, and of
    one in an old form, only what the numbering plan knows is believed. A text that is nothing but a number
    or a link is better read by PhoneNumber.parse, which says what is wrong with it.
    """
    text = plain_lines(html.unescape(text[:LONGEST_SEARCHED]))
    places: list[tuple[int, FoundNumber]] = []
    for search in (_links, _not_numbers, _written, _bare, _masked):
        for start, end, found in search(text, region):
            if found is not None:
                places.append((start, found))
            text = text[:start] + "\n" * (end - start) + text[end:]
    by_number: dict[str, FoundNumber] = {}
    for _, found in sorted(places, key=itemgetter(0)):
        by_number.setdefault(found.number.e164, found)
    return list(by_number.values())[:limit]


def numbers_in(text: str, region: str | None) -> list[FoundNumber]:
    """Return the number that `text` is, or leads to as a link, or else those that are found in it.

    Raises InvalidPhoneNumber where there is none: for a link, or digits that are no number yet, with what is
    wrong with it; for any other text that there is no number in it.
    """
    try:
        return [_parsed(text, region)]
    except InvalidPhoneNumber as error:
        problem = error
    if _is_refused_whole(text, problem):
        raise problem
    if found := find_numbers(text, region):
        return found
    if problem.problem in _SAID_OF_WORDS and not _is_link(text):
        lacks_country = region is None and _MASKED.search(_NOT_NUMBERS.sub(" ", text[:LONGEST_SEARCHED]))
        why = NumberProblem.NO_COUNTRY if lacks_country else NumberProblem.NOWHERE
        raise InvalidPhoneNumber(why) from problem
    raise problem


def _links(text: str, region: str | None) -> list[_Piece]:
    """Find links and chats; one that cannot be used is passed over, digits and all."""
    pieces: list[_Piece] = []
    for match in _LINK.finditer(text):
        written = match[0].rstrip(_TRAILING)
        pieces.append((match.start(), match.start() + len(written), _read(written, region)))
    return pieces + [(*match.span(), _read(match[0], region)) for match in _JID.finditer(text)]


def _not_numbers(text: str, _region: str | None) -> list[_Piece]:
    return [(*match.span(), None) for match in _NOT_NUMBERS.finditer(text)]


def _written(text: str, region: str | None) -> list[_Piece]:
    from app.domain import numbering_plan

    return [
        (start, end, FoundNumber(number, text[start:end], extension or extension_after(text[end : end + 30])))
        for start, end, number, extension in numbering_plan.written_numbers(text, region)
    ]


def _bare(text: str, region: str | None) -> list[_Piece]:
    """Find what libphonenumber passes over: a country code without `+`."""
    found = ((*match.span(), _read(match[0], region)) for match in _BARE.finditer(text))
    return [piece for piece in found if piece[2] is not None and piece[2].number.in_use]


def _masked(text: str, region: str | None) -> list[_Piece]:
    """Find what libphonenumber passes over: a person's old written form."""
    found = ((*match.span(), _read(match[0], region)) for match in _MASKED.finditer(text))
    return [piece for piece in found if piece[2] is not None and piece[2].number.other_form is not None]


def _read(written: str, region: str | None) -> FoundNumber | None:
    try:
        return _parsed(written, region)
    except InvalidPhoneNumber:
        return None


def _parsed(written: str, region: str | None) -> FoundNumber:
    link = read_link(written)
    number = PhoneNumber.parse(written, region)
    return FoundNumber(number, written, link.extension if link else "", link)


def _is_refused_whole(text: str, problem: InvalidPhoneNumber) -> bool:
    """Whether `text` is a link to something else, not searched; but after a page's words may follow."""
    is_page = problem.found in _PAGES and any(map(str.isspace, text.strip()))
    return problem.problem in _ELSEWHERE and not is_page


def _is_link(text: str) -> bool:
    try:
        return read_link(text) is not None
    except InvalidPhoneNumber:
        return True
