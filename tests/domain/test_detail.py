from __future__ import annotations

import pytest

from app.domain.detail import Detail


def test_a_detail_is_its_english_sentence() -> None:
    assert Detail("It lies in {folder}.", folder="/tmp/a") == "It lies in /tmp/a."  # noqa: S108 - not used


def test_a_detail_keeps_what_is_needed_to_say_it_in_another_language() -> None:
    detail = Detail("It lies in {folder}.", folder="home")
    assert (detail.template, dict(detail.values)) == ("It lies in {folder}.", {"folder": "home"})


def test_numbers_are_grouped_by_thousands() -> None:
    assert Detail("{bytes} bytes", bytes=1048576) == "1,048,576 bytes"


def test_a_detail_may_hold_another() -> None:
    assert Detail("{why} Try again.", why=Detail("{n} left.", n=0)) == "0 left. Try again."


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert Detail("{folder}", folder="{0}") == "{0}"


def test_the_text_of_an_error_is_the_detail_itself() -> None:
    detail = Detail("{n} left.", n=0)
    assert str(ValueError(detail)) is detail


def test_a_value_that_is_missing_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Detail("It lies in {folder}.")
