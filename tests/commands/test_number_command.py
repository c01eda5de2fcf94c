"""`toque number`: how a number, link or pasted text is understood, without calling."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command_harness import Said, Toque, clean_environment

from app.commands.number import explain

if TYPE_CHECKING:
    from secret_service import SecretService

BRAZILIAN = {
    "e164": "+5511999990001",
    "digits": "5511999990001",
    "country": "BR",
    "kind": "mobile",
    "formatted": "+55 11 99999-0001",
}
UNDERSTOOD = {
    ("+5511999990001",): BRAZILIAN,
    ("5511999990001",): BRAZILIAN,
    ("(11) 99999-0001", "--region", "BR"): BRAZILIAN,
    ("(11) 99999-0001", "--region", "br"): BRAZILIAN,
    ("005511999990001",): BRAZILIAN,
    ("5511999990001@s.whatsapp.net",): BRAZILIAN,
    ("tel:+55%2011%2099999-0001",): BRAZILIAN,
    ("callto:+5511999990001",): BRAZILIAN,
    ("toque:+5511999990001?ring=8&account=Desk",): BRAZILIAN,
    ("https://wa.me/5511999990001?text=Oi",): BRAZILIAN,
    ("\u202a+55 11 99999\u20110001\u202c",): BRAZILIAN,
    ("+14155550123", "--region", "BR"): {
        "e164": "+14155550123",
        "digits": "14155550123",
        "country": "US",
        "kind": "fixed or mobile",
        "formatted": "+1 415-555-0123",
    },
}
REFUSED = {
    ("",): "Enter a number.",
    ("call me",): "There is a letter in the number (“c”). Remove it.",
    ("120363025246125486@g.us",): "This is a WhatsApp group. Only one person can be called.",
    ("javascript:alert(1)",): "“javascript:” is not a link to a phone number.",
    ("tel:;ext=12",): "There is only an extension (12) in this link.",
    ("12345",): "The number is too short.",
    ("+49 30 123456,12",): "“,” cannot be part of a number. Remove it.",
    ("5" * 60,): "The number is too long.",
    ("99999-0001", "--region", "BR"): "The area code is missing.",
    ("11999990001", "--region", "XX"): "“XX” is not a country code such as BR or US.",
    ("11999990001", "--region", "Brazil"): "“Brazil” is not a country code such as BR or US.",
    (): "the following arguments are required: TEXT",
}


@pytest.fixture(scope="module")
def said(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, ...], Said]:
    folder = tmp_path_factory.mktemp("number")
    toque = Toque(folder / "profile", clean_environment(folder, secret_service.address))
    texts = [*((*words, "--json") for words in UNDERSTOOD), *REFUSED]
    found = dict(zip(texts, toque.run_each([("number", *words) for words in texts]), strict=True))
    assert not toque.folder.exists()
    return found


@pytest.mark.parametrize("words", UNDERSTOOD, ids=" ".join)
def test_a_number_is_understood(said: dict[tuple[str, ...], Said], words: tuple[str, ...]) -> None:
    each = said[*words, "--json"]
    assert (each.code, each.err) == (0, "")
    assert json.loads(each.out) == UNDERSTOOD[words]


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: " ".join(words)[:20])
def test_what_cannot_be_called_is_refused_with_the_reason(
    said: dict[tuple[str, ...], Said], words: tuple[str, ...]
) -> None:
    assert (said[words].code, said[words].out) == (2, "")
    assert REFUSED[words] in said[words].err


def test_without_json_it_is_a_table(toque: Toque) -> None:
    said = toque.run("number", "11999990001", environment={"LANG": "pt_BR.UTF-8"})
    assert said.code == 0
    assert said.out == "".join(f"{key:<10}{value}\n" for key, value in BRAZILIAN.items())


def test_the_country_that_was_set_goes_before_the_systems(toque: Toque) -> None:
    toque.folder.mkdir()
    (toque.folder / "settings.json").write_text('{"region": "BR"}')
    said = toque.run("number", "11999990001", "--json", environment={"LANG": "en_US.UTF-8"})
    assert json.loads(said.out) == BRAZILIAN


def test_an_extension_is_warned_of_beside_the_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("tel:+551133334444;ext=12", region=None, as_json=True) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["e164"] == "+551133334444"
    assert said.err == "Extension 12 cannot be dialled by these providers; ask for it.\n"
