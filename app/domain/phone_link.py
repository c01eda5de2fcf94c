"""Links to a phone number, as browsers, CRMs and chats hand them over: what each of them says.

`tel:` is RFC 3966, with what came before it (RFC 2806) and what really occurs; `callto:` never had a
specification; WhatsApp's are as its help centre has them (https://faq.whatsapp.com/5913398998672934).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, unquote_plus

from app.domain.link_number import read_number
from app.domain.number_problem import InvalidPhoneNumber, NumberProblem
from app.domain.plain_text import plain, unquoted

LONGEST_LINK = 8_192
"""Characters. WhatsApp's links may bring a whole message; no number needs more."""
LONGEST_ACCOUNT = 100
_LONGEST_RING_DIGITS = 6
_SCHEME_WITHIN = 64
"""Characters in which the scheme has to be over, with whatever invisible there is before it."""

_TEL = re.compile(
    r"(?:url:|https?:/+(?=tel:))?(?P<scheme>tel|telprompt|callto)\s?:(?:[/\\ ]*(?:tel|callto):)*[/\\ ]*",
    re.IGNORECASE,
)
_TOQUE = re.compile(r"toque:/*(?:call\b/*)?", re.IGNORECASE)
_WHATSAPP = re.compile(r"whatsapp(?:-[a-z]+)?:/*[a-z]*/?(?=\?|$)", re.IGNORECASE)
_CHAT = re.compile(
    r"(?:https?:)?(?://)?(?:www\.)?"
    r"(?:(?P<short>wa\.me)|(?P<group>chat\.whatsapp\.com)|(?:api\.|web\.)?whatsapp\.com)"
    r"(?::\d+)?(?=[/?#]|$)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]{0,30}):(?P<rest>//)?(?=\S)", re.IGNORECASE)
_OTHER_SCHEMES = frozenset(
    {
        "about",
        "blob",
        "data",
        "facetime",
        "facetime-audio",
        "fax",
        "file",
        "ftp",
        "geo",
        "http",
        "https",
        "im",
        "intent",
        "irc",
        "javascript",
        "ldap",
        "magnet",
        "mailto",
        "market",
        "mms",
        "modem",
        "msteams",
        "sms",
        "smsto",
        "ssh",
        "tg",
        "urn",
        "vbscript",
        "viber",
        "view-source",
        "xmpp",
        "zoommtg",
    }
)
_INTERNET_PHONES = frozenset({"sip", "sips", "h323", "iax", "iax2", "skype"})


@dataclass(frozen=True, slots=True)
class PhoneLink:
    """What a link says.

    `number` is text for PhoneNumber.parse; `extension` what would have to be dialled after it ("" for
    nothing). `ring_seconds` and `account` are wishes of our own links: seconds above 0, and an account's
    name ("" for none). `refused_ring` is what stood there in place of seconds.
    """

    scheme: str
    number: str
    extension: str = ""
    ring_seconds: int | None = None
    account: str = ""
    refused_ring: str = ""


def read_link(text: str) -> PhoneLink | None:
    """Return what the link `text` says, or None where it is no link at all.

    Raises InvalidPhoneNumber for a link that cannot be used. Whether the number is one is left to
    PhoneNumber.parse.
    """
    if len(text) > LONGEST_LINK:
        _refuse_if_link(plain(text[:_SCHEME_WITHIN]))
        return None
    if not any(sign.isalpha() for sign in text):  # most numbers: a list of them is read in a moment
        return None
    text = unquoted(plain(text))
    if match := _TEL.match(text):
        scheme = "callto" if match["scheme"].lower() == "callto" else "tel"
        return _tel(scheme, text[match.end() :])
    if match := _TOQUE.match(text):
        return _toque(text[match.end() :])
    if match := _WHATSAPP.match(text):
        return _whatsapp("whatsapp", _parameters(text[match.end() :]))
    if match := _CHAT.match(text):
        return _chat(match, text[match.end() :])
    _refuse_other(text)
    return None


def _refuse_if_link(start: str) -> None:
    if any(link.match(start) for link in (_TEL, _TOQUE, _CHAT)) or start.lower().startswith("whatsapp:"):
        raise InvalidPhoneNumber(NumberProblem.LINK_TOO_LONG)
    _refuse_other(start)


def _refuse_other(text: str) -> None:
    if (match := _OTHER.match(text)) is None:
        return
    scheme = match["scheme"].lower()
    if scheme in _INTERNET_PHONES:
        raise InvalidPhoneNumber(NumberProblem.INTERNET_CALL, scheme + ":")
    if scheme in _OTHER_SCHEMES or match["rest"]:
        raise InvalidPhoneNumber(NumberProblem.OTHER_LINK, scheme + ":")


def _tel(scheme: str, rest: str) -> PhoneLink:
    _refuse_other(rest)  # `callto:sip:…`
    path, _, _ = rest.partition("?")  # `callto:…?call`, and what pages add to count their clicks
    number, extension = read_number(plain(unquote(path)))
    return PhoneLink(scheme, number, extension)


def _toque(rest: str) -> PhoneLink:
    path, _, query = rest.partition("?")
    asked = _parameters(query)
    written = [text for text in (plain(unquote(path)), *asked.get("number", ())) if text.strip("/ ")]
    number, extension = read_number(_only(written))
    wish = _first(asked, "ring")
    ring = _seconds(wish)
    return PhoneLink(
        "toque",
        number,
        extension,
        ring,
        _first(asked, "account")[:LONGEST_ACCOUNT],
        refused_ring="" if ring is not None else wish[:LONGEST_ACCOUNT],
    )


def _seconds(wish: str) -> int | None:
    digits = wish.removesuffix("s").strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_RING_DIGITS and int(digits):
        return int(digits)
    return None


def _chat(match: re.Match[str], rest: str) -> PhoneLink:
    if match["group"]:
        raise InvalidPhoneNumber(NumberProblem.GROUP)
    path, _, query = rest.partition("#")[0].partition("?")
    asked = _parameters(query)
    if match["short"] and (place := plain(unquote(path)).strip("/ ").removeprefix("c/")):
        if (
            not any(sign.isdigit() for sign in place) or "/" in place
        ):  # a business's name, a code, a catalogue
            raise InvalidPhoneNumber(NumberProblem.NO_NUMBER)
        asked["phone"] = [place]
    return _whatsapp("wa.me", asked)


def _whatsapp(scheme: str, asked: dict[str, list[str]]) -> PhoneLink:
    """Return the number of a chat, which is international also without its `+`."""
    number, extension = read_number(_only(asked.get("phone", [])))
    if not number.startswith(("+", "00")) and "@" not in number:
        number = "+" + number
    return PhoneLink(scheme, number, extension)


def _parameters(query: str) -> dict[str, list[str]]:
    """Return the parameters of a query by their names in small letters; those that say nothing are left out.

    `+` stands for a space, but not before a number: there somebody forgot to escape it.
    """
    asked: dict[str, list[str]] = {}
    for part in query.removeprefix("?").split("&"):
        name, _, value = part.partition("=")
        sign = "+" if value.startswith("+") else ""
        if words := plain(sign + unquote_plus(value.removeprefix("+"))):
            asked.setdefault(plain(unquote_plus(name)).lower(), []).append(words)
    return asked


def _first(asked: dict[str, list[str]], name: str) -> str:
    return asked.get(name, [""])[0]


def _only(written: list[str]) -> str:
    if not written:
        raise InvalidPhoneNumber(NumberProblem.NO_NUMBER)
    if len({"".join(filter(str.isdigit, text)) for text in written}) > 1:
        raise InvalidPhoneNumber(NumberProblem.SEVERAL)
    return written[0]
