"""What the corpus of real links does not say: texts that are none, sizes, and whatever may come."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.number_problem import InvalidPhoneNumber, NumberProblem
from app.domain.phone_link import LONGEST_LINK, PhoneLink, read_link

NO_LINKS = [
    "",
    "+55 11 99999-0001",
    "5511999990001@s.whatsapp.net",
    "call me",
    "Phone: +55 11 99999-0001",
    "Tel.: (11) 99999-0001",
    "fax: 11 3333-4444",
    "12:30",
    "a: b",
    "toques",
    "wa.media/5511999990001",
    "telefone:11999990001",
]


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_no_link_is_none(text: str) -> None:
    assert read_link(text) is None


def test_a_link_says_its_scheme_and_everything_else() -> None:
    assert read_link("toque:+5511999990001;ext=12?ring=8&account=Desk") == PhoneLink(
        "toque", "+5511999990001", "12", 8, "Desk"
    )


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("tel:1", "tel"),
        ("TELPROMPT:1", "tel"),
        ("callto:1", "callto"),
        ("whatsapp://send?phone=1", "whatsapp"),
        ("https://wa.me/1", "wa.me"),
        ("https://api.whatsapp.com/send?phone=1", "wa.me"),
        ("toque:1", "toque"),
    ],
)
def test_the_scheme_is_named_alike_however_it_is_written(text: str, scheme: str) -> None:
    link = read_link(text)
    assert link is not None
    assert link.scheme == scheme


HUGE = 5_000_000


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tel:+" + "5" * HUGE, NumberProblem.LINK_TOO_LONG),
        ("\u200e TEL:" + "5" * HUGE, NumberProblem.LINK_TOO_LONG),
        ("toque:" + "5" * HUGE, NumberProblem.LINK_TOO_LONG),
        ("whatsapp://send?phone=" + "5" * HUGE, NumberProblem.LINK_TOO_LONG),
        ("https://wa.me/" + "5" * HUGE, NumberProblem.LINK_TOO_LONG),
        ("javascript:" + "5" * HUGE, NumberProblem.OTHER_LINK),
        ("sip:" + "5" * HUGE, NumberProblem.INTERNET_CALL),
    ],
    ids=["tel", "invisible", "toque", "whatsapp", "wa.me", "javascript", "sip"],
)
def test_a_huge_link_is_refused_without_being_read(text: str, problem: NumberProblem) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        read_link(text)
    assert refused.value.problem is problem


def test_a_huge_text_is_no_link() -> None:
    assert read_link("5" * HUGE) is None


def test_a_refusal_shows_no_more_of_a_link_than_can_be_read() -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        read_link("tel:1;m-" + "x" * 5_000)
    assert len(refused.value.found) <= 40


def test_what_is_dialled_after_the_number_is_cut_off_where_nobody_reads_on() -> None:
    link = read_link("tel:+5511999990001;ext=" + "1" * 5_000)
    assert link is not None
    assert len(link.extension) <= 40


def test_an_account_of_a_link_has_a_name_of_bearable_length() -> None:
    link = read_link("toque:+5511999990001?account=" + "x" * 5_000)
    assert link is not None
    assert len(link.account) <= 100


PIECES = (
    *("tel:", "callto:", "toque:", "call?number=", "whatsapp://send?phone=", "https://wa.me/", "//", ";ext="),
    *(";", "phone-context=", "+", "%2B", "%", "%2", "5511999990001", "x12", ",", "p", "ramal", "&", "?", "/"),
    *(
        "ring=",
        "=",
        "account=",
        "@",
        " ",
        "\u200e",
        "\u0665",
        "|",
        "+type=phone",
        "m-a",
        "#",
        "(",
        ")",
        "\ud800",
    ),
)


@settings(deadline=None)
@given(text=st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example(text="\ufdfa" * LONGEST_LINK)
def test_any_text_is_read_refused_or_no_link(text: str) -> None:
    try:
        link = read_link(text)
    except InvalidPhoneNumber:
        return
    if link is not None:
        assert link.number
        assert link.ring_seconds is None or link.ring_seconds > 0


LONG = LONGEST_LINK - 10


@pytest.mark.parametrize(
    "sign",
    ["+", ";", ";x", "x", "%", "/", ", ", "p", "1/", " ou ", "+a=b", "&a=b", "#", "(", "tel:", "ext", "@"],
)
@pytest.mark.parametrize(
    "start", ["tel:", "callto:1", "toque:?number=", "https://wa.me/", "whatsapp:?phone="]
)
def test_the_longest_links_of_one_sign_come_to_an_end(start: str, sign: str) -> None:
    """Nothing in there tries every place with every other: it would still be at it."""
    with suppress(InvalidPhoneNumber):
        read_link(start + sign * ((LONG - len(start)) // len(sign)))
