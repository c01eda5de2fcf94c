from __future__ import annotations

import pytest

from app.domain.reason import SENTENCES, Reason, sentence

MAY_HAVE_BEEN_PLACED = {
    Reason.CONNECTION_BROKE,
    Reason.NO_REPLY,
    Reason.REPLY_NOT_UNDERSTOOD,
    Reason.CLOSED_WHILE_SENDING,
}


def test_every_reason_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Reason)


@pytest.mark.parametrize("reason", list(Reason))
def test_a_sentence_is_filled_in_completely(reason: Reason) -> None:
    assert not set("{}") & set(sentence(reason, provider="RyzeAPI", detail="busy"))


@pytest.mark.parametrize("reason", list(Reason))
def test_a_sentence_reads_well_without_a_detail(reason: Reason) -> None:
    text = sentence(reason, provider="RyzeAPI")
    assert text == text.strip()


@pytest.mark.parametrize("reason", [reason for reason in Reason if "{provider}" in SENTENCES[reason]])
def test_a_sentence_about_the_provider_names_it(reason: Reason) -> None:
    assert "RyzeAPI" in sentence(reason, provider="RyzeAPI")


@pytest.mark.parametrize("reason", [reason for reason in Reason if "{detail}" in SENTENCES[reason]])
def test_a_sentence_about_a_detail_shows_it(reason: Reason) -> None:
    assert "busy elsewhere" in sentence(reason, provider="RyzeAPI", detail="busy elsewhere")


@pytest.mark.parametrize("reason", sorted(MAY_HAVE_BEEN_PLACED))
def test_where_a_call_may_exist_the_operator_is_told_to_check_first(reason: Reason) -> None:
    assert "Check before calling again." in sentence(reason, provider="RyzeAPI")


def test_braces_in_a_providers_words_are_shown_as_they_are() -> None:
    shown = sentence(Reason.PROVIDER_FAILED, provider="RyzeAPI", detail="{provider} {0}")
    assert shown.endswith("{provider} {0}")


def test_what_broke_halfway_is_not_said_to_be_a_sound() -> None:
    """A ring may break as well."""
    assert "sound" not in SENTENCES[Reason.UPLOAD_BROKE]
