from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.domain.phone_number import (
    NUMBER_PROBLEMS,
    InvalidPhoneNumber,
    NumberKind,
    NumberProblem,
    PhoneNumber,
)

SAMPLE = "+5511999999999"

WRITTEN = {
    "plain": "+5511999999999",
    "spaces": " +55 11 99999 9999 ",
    "a mask": "+55 (11) 99999-9999",
    "dots and slashes": "+55.11/99999.9999",
    "two zeros": "0055 11 99999-9999",
    "a tab and a line break": "+55\t11\n99999-9999",
    "left-to-right mark": "\u200e+55 11 99999-9999\u200e",
    "right-to-left mark": "\u200f+55 11 99999-9999",
    "embedding and isolate marks": "\u202a+55\u202c \u206611 99999-9999\u2069",
    "zero-width space": "+55\u200b11\u200b99999\u200b9999",
    "byte order mark": "\ufeff+5511999999999",
    "non-breaking space": "+55\u00a011\u00a099999-9999",
    "narrow non-breaking space": "+55\u202f11\u202f99999-9999",
    "soft hyphen": "+5511\u00ad99999\u00ad9999",
    "word joiner": "+55\u206011999999999",
    "full-width": "＋５５　（１１）　９９９９９－９９９９",
    "Arabic-Indic digits": "+٥٥ ١١ ٩٩٩٩٩٩٩٩٩",
    "Persian digits": "+۵۵ ۱۱ ۹۹۹۹۹۹۹۹۹",
    "Devanagari digits": "+५५ ११ ९९९९९९९९९",
    "superscript digits": "+⁵⁵ ¹¹ 99999 9999",
    "hyphen": "+55‐11‐99999‐9999",
    "non-breaking hyphen": "+55‑11‑99999‑9999",
    "figure dash": "+55‒11‒99999‒9999",
    "en dash": "+55–11–99999–9999",
    "em dash": "+55—11—99999—9999",
    "minus sign": "+55 11 99999−9999",
    "underscores": "+55_11_99999_9999",
    "a private JID": "5511999999999@s.whatsapp.net",
    "a private JID of a device": "5511999999999:12@s.whatsapp.net",
    "a private JID in capitals": "5511999999999@S.WHATSAPP.NET",
    "a tel link": "tel:+5511999999999",
    "a tel link with a host's slashes": "tel://+5511999999999",
    "a tel link in capitals": "TEL:+5511999999999",
    "an escaped tel link": "tel:+55%2011%2099999-9999",
    "an escaped plus": "tel:%2B5511999999999",
    "an escaped plus in small letters": "callto:%2b55%2811%2999999-9999",
    "an escaped invisible mark": "tel:%E2%80%8E+5511999999999",
    "a callto link": "callto:+5511999999999",
    "a callto link with slashes": "callto://+55-11-99999-9999",
    "a link to a JID": "tel:5511999999999@s.whatsapp.net",
}


@pytest.mark.parametrize("form", WRITTEN)
def test_an_international_number_is_read_however_it_is_written(form: str) -> None:
    assert PhoneNumber.parse(WRITTEN[form]).e164 == SAMPLE


@pytest.mark.parametrize("form", WRITTEN)
def test_a_country_that_is_written_is_not_assumed(form: str) -> None:
    assert not PhoneNumber.parse(WRITTEN[form], "US").assumed


# --- without a country code ---------------------------------------------------------------------------

NATIONAL = [
    ("11 99999-9999", "BR", "+5511999999999"),
    ("(11) 9 9999-9999", "BR", "+5511999999999"),
    ("011 99999-9999", "BR", "+5511999999999"),
    ("(415) 555-0132", "US", "+14155550132"),
    ("1 415 555 0132", "US", "+14155550132"),
    ("55 1234 5678", "MX", "+525512345678"),
    ("11 2345-6789", "AR", "+541123456789"),
    ("011 15 2345-6789", "AR", "+5491123456789"),
    ("020 7946 0018", "GB", "+442079460018"),
]


@pytest.mark.parametrize(("text", "region", "e164"), NATIONAL)
def test_a_national_number_is_read_in_its_region(text: str, region: str, e164: str) -> None:
    assert PhoneNumber.parse(text, region).e164 == e164


@pytest.mark.parametrize(("text", "region", "e164"), NATIONAL)
def test_a_country_that_is_not_written_is_assumed(text: str, region: str, e164: str) -> None:
    assert PhoneNumber.parse(text, region).assumed


@pytest.mark.parametrize("region", [None, "BR", "US", "MX", "AR", "GB"])
def test_a_country_code_without_plus_is_understood_as_one(region: str | None) -> None:
    assert PhoneNumber.parse("5511999999999", region).e164 == SAMPLE


@pytest.mark.parametrize("region", [None, "BR", "US", "MX", "AR", "GB"])
def test_a_country_code_without_plus_is_assumed(region: str | None) -> None:
    assert PhoneNumber.parse("5511999999999", region).assumed


def test_ambiguous_digits_are_read_at_home_first() -> None:
    assert PhoneNumber.parse("14155550132", "BR").country == "BR"


@pytest.mark.parametrize("region", ["", "XX", "br", "419"])
def test_a_region_that_no_country_has_counts_as_none(region: str) -> None:
    assert PhoneNumber.parse("5511999999999", region).e164 == SAMPLE


def test_the_trunk_zero_in_an_international_mask_is_dropped() -> None:
    assert PhoneNumber.parse("+44 (0)20 7946 0018").e164 == "+442079460018"


def test_an_italian_leading_zero_is_kept() -> None:
    assert PhoneNumber.parse("+39 06 1234 5678").e164 == "+390612345678"


# --- what is known of it ------------------------------------------------------------------------------


def test_digits_are_the_number_without_plus() -> None:
    assert PhoneNumber.parse(SAMPLE).digits == "5511999999999"


def test_a_number_is_shown_formatted() -> None:
    assert str(PhoneNumber.parse(SAMPLE)) == "+55 11 99999-9999"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (SAMPLE, "BR"),
        ("+14155550132", "US"),
        ("+16045550132", "CA"),
        ("+442079460018", "GB"),
        ("+525512345678", "MX"),
        ("+19995550132", "US"),
        ("+870773111632", ""),
        ("+80012345678", ""),
    ],
)
def test_a_number_names_its_country(text: str, country: str) -> None:
    assert PhoneNumber.parse(text).country == country


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SAMPLE, NumberKind.MOBILE),
        ("+551123456789", NumberKind.FIXED),
        ("+14155550132", NumberKind.FIXED_OR_MOBILE),
        ("+18005550199", NumberKind.OTHER),
        ("+19995550132", NumberKind.UNKNOWN),
    ],
)
def test_a_number_names_its_kind(text: str, kind: NumberKind) -> None:
    assert PhoneNumber.parse(text).kind is kind


@pytest.mark.parametrize(("text", "in_use"), [(SAMPLE, True), ("+19995550132", False)])
def test_a_number_says_whether_the_numbering_plan_knows_such(text: str, in_use: bool) -> None:
    assert PhoneNumber.parse(text).in_use == in_use


# --- one person, several forms ------------------------------------------------------------------------

FORMS = {
    "Brazil, the ninth digit": ("+5511987654321", "+551187654321"),
    "Mexico, the 1": ("+5215512345678", "+525512345678"),
    "Argentina, the 9": ("+5491123456789", "+541123456789"),
}


@pytest.mark.parametrize("forms", FORMS.values(), ids=FORMS)
def test_the_forms_of_one_whatsapp_account_are_one_person(forms: tuple[str, str]) -> None:
    assert PhoneNumber.parse(forms[0]).person == PhoneNumber.parse(forms[1]).person


@pytest.mark.parametrize("text", [form for forms in FORMS.values() for form in forms])
def test_a_form_is_never_rewritten(text: str) -> None:
    assert PhoneNumber.parse(text).e164 == text


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("+551123456789", "+551133456789"),
        ("+5511987654321", "+5521987654321"),
        ("+14155550132", "+14155550133"),
    ],
)
def test_different_people_stay_apart(text: str, other: str) -> None:
    assert PhoneNumber.parse(text).person != PhoneNumber.parse(other).person


@pytest.mark.parametrize("forms", FORMS.values(), ids=FORMS)
def test_each_form_knows_the_other(forms: tuple[str, str]) -> None:
    long, short = (PhoneNumber.parse(form) for form in forms)
    assert (long.other_form, short.other_form) == (short, long)


@pytest.mark.parametrize(
    "text",
    [
        "+551123456789",  # landlines in Brazil, and the first digit of one that no mobile has
        "+552133334444",
        "+551219999999",
        "+5510987654321",  # an area code that does not exist
        "+14155550132",
        "+442079460018",
        "+528001234567",  # free of charge
        "+548001234567",
        "+870773111632",
    ],
)
def test_a_number_without_another_form_has_none(text: str) -> None:
    assert PhoneNumber.parse(text).other_form is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("+55 11 8765-4321", "+55 11 98765-4321"),
        ("+55 11 98765-4321", "+55 11 8765-4321"),
        ("+55 91 98765-4321", "+55 91 8765-4321"),
        ("11 98765-4321", "+55 11 8765-4321"),
        ("+52 55 1234 5678", "+52 1 55 1234 5678"),
        ("+54 11 2345-6789", "+54 9 11 2345-6789"),
    ],
)
def test_the_other_form_is_shown_as_people_write_it(text: str, other: str) -> None:
    form = PhoneNumber.parse(text, "BR").other_form
    assert form is not None
    assert (form.formatted, form.in_use, form.assumed) == (other, True, False)


@settings(deadline=None)
@given(text=st.from_regex(r"\+5(?:2|21|4|49|5)[1-9][0-9]{8,10}", fullmatch=True))
def test_the_other_form_is_the_same_person_and_leads_back(text: str) -> None:
    try:
        number = PhoneNumber.parse(text)
    except InvalidPhoneNumber:
        assume(False)
    other = number.other_form
    if other is not None:
        assert other.e164 != number.e164
        assert other.person == number.person
        assert other.other_form is None or other.other_form.e164 == number.e164


def test_a_brazilian_mobile_without_its_ninth_digit_keeps_country_and_kind() -> None:
    old, new = PhoneNumber.parse("+551187654321"), PhoneNumber.parse("+5511987654321")
    assert (old.country, old.kind, old.in_use) == (new.country, new.kind, new.in_use)


def test_a_fixed_line_in_brazil_is_its_own_person() -> None:
    assert PhoneNumber.parse("+551123456789").person == "551123456789"


def test_a_mexican_number_with_its_old_1_keeps_country_and_kind() -> None:
    old, new = PhoneNumber.parse("+5215512345678"), PhoneNumber.parse("+525512345678")
    assert (old.country, old.kind, old.in_use) == (new.country, new.kind, new.in_use)


def test_a_mexican_number_with_its_old_1_shows_it() -> None:
    assert PhoneNumber.parse("+5215512345678").formatted == "+52 1 55 1234 5678"


@pytest.mark.parametrize("region", [None, "MX", "US"])
def test_a_mexican_number_with_its_old_1_is_read_without_plus(region: str | None) -> None:
    assert PhoneNumber.parse("5215512345678", region).e164 == "+5215512345678"


# --- what cannot be called ----------------------------------------------------------------------------

REFUSED = [
    ("", None, NumberProblem.EMPTY, ""),
    ("   ", None, NumberProblem.EMPTY, ""),
    ("\u200b\ufeff", None, NumberProblem.EMPTY, ""),
    ("+", None, NumberProblem.EMPTY, ""),
    ("---", None, NumberProblem.EMPTY, ""),
    ("tel:", None, NumberProblem.NO_NUMBER, ""),
    ("call me", None, NumberProblem.LETTERS, "c"),
    ("0800 FLOWERS", "BR", NumberProblem.LETTERS, "F"),
    ("+55 11 99999-999é", None, NumberProblem.LETTERS, "é"),
    ("+55 11 9999 отдел", None, NumberProblem.LETTERS, "о"),
    ("+55 11 99999-9999 ext 3", None, NumberProblem.LETTERS, "e"),
    ("+55 11 99999-9999#3", None, NumberProblem.SIGNS, "#"),
    ("☎ +55 11 99999-9999", None, NumberProblem.SIGNS, "☎"),
    ("5511%2099999", None, NumberProblem.SIGNS, "%"),
    ("+49 30 123456,12", None, NumberProblem.SIGNS, ","),
    ("+49 30 123456，12", None, NumberProblem.SIGNS, ","),
    ("tel:%FF", None, NumberProblem.SIGNS, "\ufffd"),
    ("+55+11999999999", None, NumberProblem.SIGNS, "+"),
    ("++5511999999999", None, NumberProblem.SIGNS, "+"),
    ("5511999999999+", None, NumberProblem.SIGNS, "+"),
    ("+55 11 99999-9999\n+55 11 88888-8888", None, NumberProblem.SIGNS, "+"),
    ("someone@example.com", None, NumberProblem.SIGNS, "@"),
    ("5511999999999@lid", None, NumberProblem.SIGNS, "@"),
    ("5511999999999@s.whatsapp.net.example.com", None, NumberProblem.SIGNS, "@"),
    ("120363040000000000@g.us", None, NumberProblem.GROUP, ""),
    ("5511999999999-1600000000@G.US", "BR", NumberProblem.GROUP, ""),
    ("12345", None, NumberProblem.TOO_SHORT, ""),
    ("12345", "BR", NumberProblem.TOO_SHORT, ""),
    ("12345", "US", NumberProblem.TOO_SHORT, ""),
    ("0", "BR", NumberProblem.TOO_SHORT, ""),
    ("00", None, NumberProblem.TOO_SHORT, ""),
    ("+55 11", None, NumberProblem.TOO_SHORT, ""),
    ("12345@s.whatsapp.net", None, NumberProblem.TOO_SHORT, ""),
    ("1" * 60, None, NumberProblem.TOO_LONG, ""),
    ("1" * 60, "BR", NumberProblem.TOO_LONG, ""),
    ("+" + "1" * 60, None, NumberProblem.TOO_LONG, ""),
    ("9" * 300, None, NumberProblem.TOO_LONG, ""),
    ("9" * 300, "BR", NumberProblem.TOO_LONG, ""),
    ("+" + "5" * 300, None, NumberProblem.TOO_LONG, ""),
    ("5511999999999999", "BR", NumberProblem.TOO_LONG, ""),
    ("551199999999999", "US", NumberProblem.TOO_LONG, ""),
    ("21912345678901", "US", NumberProblem.TOO_LONG, ""),
    ("5514155550132", "US", NumberProblem.TOO_LONG, ""),
    ("555 0132", "US", NumberProblem.NO_AREA_CODE, ""),
    ("99999-9999", "BR", NumberProblem.NO_AREA_CODE, ""),
    ("3456-7890", "BR", NumberProblem.NO_AREA_CODE, ""),
    ("+55 99999-9999", None, NumberProblem.NO_AREA_CODE, ""),
    ("555 0132", None, NumberProblem.NO_COUNTRY, ""),
    ("999 999 999", None, NumberProblem.NO_COUNTRY, ""),
    ("011 999 1234567", "US", NumberProblem.NO_COUNTRY, ""),
    ("14155550132123", None, NumberProblem.TOO_LONG, ""),
    ("1" * 1001, "BR", NumberProblem.TOO_LONG, ""),
    ("1" * 5_000_000, "BR", NumberProblem.TOO_LONG, ""),
    ("tel:;ext=12", "BR", NumberProblem.ONLY_EXTENSION, "12"),
    ("tel:+5511999990001/+5511999990002", "BR", NumberProblem.SEVERAL, ""),
    ("tel:+" + "5" * 5_000_000, "BR", NumberProblem.LINK_TOO_LONG, ""),
    ("javascript:alert(1)", "BR", NumberProblem.OTHER_LINK, "javascript:"),
    ("sip:+5511999990001@example.com", "BR", NumberProblem.INTERNET_CALL, "sip:"),
    ("tel:+5511999990001;m-pay=1", "BR", NumberProblem.UNKNOWN_DEMAND, "m-pay"),
    ("+999 1234567", None, NumberProblem.UNKNOWN_COUNTRY, "+999"),
    ("00 210 1234567", "BR", NumberProblem.UNKNOWN_COUNTRY, "+210"),
]


@pytest.mark.parametrize(("text", "region", "problem", "found"), REFUSED)
def test_what_cannot_be_called_is_refused_with_its_problem(
    text: str, region: str | None, problem: NumberProblem, found: str
) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        PhoneNumber.parse(text, region)
    assert (refused.value.problem, refused.value.found) == (problem, found)


def test_every_problem_can_occur() -> None:
    of_searching = {NumberProblem.NOWHERE}
    assert {problem for _, _, problem, _ in REFUSED} == set(NumberProblem) - of_searching


def test_every_problem_has_a_sentence() -> None:
    assert set(NUMBER_PROBLEMS) == set(NumberProblem)


NAMES_THE_PROBLEM = [
    ("", None, "Enter a number"),
    ("call me", None, "letter in the number (“c”)"),
    ("someone@example.com", None, "“@” cannot be part of a number"),
    ("1203@g.us", None, "WhatsApp group"),
    ("12345", "BR", "too short"),
    ("1" * 60, "BR", "too long"),
    ("99999-9999", "BR", "area code is missing"),
    ("555 0132", None, "+ and the country code"),
    ("+999 1234567", None, "begin with +999"),
]


@pytest.mark.parametrize(("text", "region", "words"), NAMES_THE_PROBLEM)
def test_the_sentence_names_the_problem(text: str, region: str | None, words: str) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        PhoneNumber.parse(text, region)
    assert words in str(refused.value)


def test_a_sentence_shows_braces_as_they_were_written() -> None:
    with pytest.raises(InvalidPhoneNumber, match=r"“\{”"):
        PhoneNumber.parse("{found}")


def test_a_service_number_in_use_is_not_mistaken_for_one_without_area_code() -> None:
    assert PhoneNumber.parse("0800 123456", "BR").e164 == "+55800123456"


# --- whatever is typed --------------------------------------------------------------------------------

REGIONS = st.sampled_from([None, "BR", "US", "MX", "AR", "GB", "DE", "IT", "419"])
NUMBERISH = st.text(st.sampled_from("+0123456789 -()./,٥۵５\u200e\u00a0–−@:;%ext"), max_size=40)


@settings(deadline=None)
@given(text=st.text() | NUMBERISH | NUMBERISH.map(lambda text: "tel:" + text), region=REGIONS)
@example(text="tel:" * 50, region=None)
@example(text="\ud800", region="BR")
@example(text="%" * 100, region="BR")
def test_any_text_is_read_or_refused(text: str, region: str | None) -> None:
    try:
        number = PhoneNumber.parse(text, region)
    except InvalidPhoneNumber:
        return
    assert number.e164 == "+" + number.digits
    assert number.digits.isascii()
    assert number.digits.isdigit()


@settings(deadline=None)
@given(
    text=st.from_regex(r"\+?[1-9][0-9]{5,14}", fullmatch=True)
    | st.from_regex(r"\+5(?:2|21|4|49|5)[1-9][0-9]{9}", fullmatch=True)
    | st.from_regex(r"\+39[0-9]{6,11}", fullmatch=True),
    region=REGIONS,
)
@example(text="+5215512345678", region=None)
@example(text="+390612345678", region=None)
def test_a_number_reads_the_same_from_its_own_formatting(text: str, region: str | None) -> None:
    try:
        number = PhoneNumber.parse(text, region)
    except InvalidPhoneNumber:
        assume(False)
    assert PhoneNumber.parse(number.formatted).e164 == number.e164


def test_digits_without_country_are_not_taken_for_a_number_that_no_plan_knows() -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        PhoneNumber.parse("11999990001", None)
    assert refused.value.problem is NumberProblem.NO_COUNTRY
