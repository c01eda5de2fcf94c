from __future__ import annotations

import copy
import logging
import pickle
from dataclasses import dataclass

import pytest

from app.domain.account import Account, Secret

MARKER = "marker-token-7f3a"


@dataclass(frozen=True, slots=True)
class Holder:
    token: Secret


SHOWN = {
    "repr": repr,
    "str": str,
    "format": lambda secret: f"{secret}",
    "percent": lambda secret: "%s %r" % (secret, secret),  # noqa: UP031 - as logging formats
    "in a dataclass": lambda secret: repr(Holder(secret)),
    "in a container": lambda secret: repr({"token": [secret]}),
    "in an error": lambda secret: repr(ValueError(secret)),
}


@pytest.mark.parametrize("way", SHOWN)
def test_a_secret_shows_nothing_of_itself(way: str) -> None:
    assert MARKER not in SHOWN[way](Secret(MARKER))


def test_a_secret_shows_that_it_is_one() -> None:
    assert str(Secret(MARKER)) == "Secret(…)"


def test_a_secret_shows_not_even_its_length() -> None:
    assert repr(Secret("")) == repr(Secret(MARKER))


def test_a_logged_secret_is_masked(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("toque.test").debug("token %s, %r", Secret(MARKER), Secret(MARKER))
    assert MARKER not in caplog.text


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_secret_is_not_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="a secret is not pickled"):
        pickle.dumps(Secret(MARKER), protocol)


def test_what_holds_a_secret_is_not_copied_deeply() -> None:
    with pytest.raises(TypeError):
        copy.deepcopy(Holder(Secret(MARKER)))


def test_a_secret_has_no_attributes_to_look_into() -> None:
    with pytest.raises(TypeError):
        vars(Secret(MARKER))


def test_only_reveal_gives_the_secret() -> None:
    assert Secret(MARKER).reveal() == MARKER


def test_secrets_are_equal_when_their_values_are() -> None:
    assert {Secret(MARKER), Secret(MARKER), Secret("another")} == {Secret("another"), Secret(MARKER)}


def test_a_secret_does_not_equal_its_own_text() -> None:
    assert Secret(MARKER) != MARKER


@pytest.mark.parametrize(("value", "given"), [("", False), (MARKER, True)])
def test_an_empty_secret_counts_as_none_given(value: str, given: bool) -> None:
    assert bool(Secret(value)) == given


def test_an_account_has_no_fields_unless_they_are_given() -> None:
    assert Account("account-1", "Support", "ryzeapi").fields == {}
