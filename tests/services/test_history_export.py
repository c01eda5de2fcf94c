"""What one call looks like in a spreadsheet and to a program."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from service_fakes import NOON, NUMBER, OTHER, FakeHistory, call_in, playing, ring, sound, talking

from app.domain.agent import CallReport, Speaker, Utterance
from app.domain.audio import LinkRecord
from app.domain.call import CallState, Outcome
from app.domain.guard import Despite, Guard
from app.domain.phone_number import PhoneNumber
from app.services.csv_cells import plain_cell
from app.services.history import EVERY_CALL
from app.services.history_export import CsvForm, ExportFormat, JsonForm, delimiter_for, export

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.call import Call

OVER = call_in(CallState.ENDED, outcome=Outcome.ANSWERED)
WHOLE = replace(
    OVER,
    request=replace(talking(), despite=Despite((Guard.QUIET_HOURS, Guard.EARLIER), "asked for it")),
    report=CallReport(42.5, (Utterance(Speaker.AGENT, "Olá", 0.5), Utterance(Speaker.CALLEE, "Sim")), True),
    note="first\r\nsecond \"quoted\"; 'x'",
    tag="call back",
)


def row(call: Call, name: str = "", delimiter: str = ";") -> dict[str, str]:
    """The call as a spreadsheet reads it."""
    form = CsvForm(delimiter)
    text = form.head + form.call(call, name) + form.tail
    assert text.startswith("\ufeff")
    (one,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    assert None not in one
    return one


def test_a_row_says_all_of_a_call() -> None:
    local = NOON.astimezone()
    assert row(WHOLE, "Ana Conceição") == {
        "Time": f"{local:%Y-%m-%d %H:%M:%S}",
        "Zone": f"UTC{local:%z}"[:6] + f":{local:%M}",
        "Name": "Ana Conceição",
        "Number": "+55 11 99999-0001",
        "Country": "BR",
        "Account": "Support",
        "Provider": "Fake",
        "Kind": "agent",
        "State": "ended",
        "Outcome": "answered",
        "Known by": "provider",
        "What happened": "",
        "Seconds": "42",
        "Tag": "call back",
        "Note": "first\nsecond \"quoted\"; 'x'",
        "Called despite": "quiet_hours, earlier",
        "Reason given": "asked for it",
        "Provider's id": "P1",
        "Steps": "\n".join(
            f"{local:%H:%M:%S} {state}"
            for state in ("queued", "sending", "placed", "ringing", "in_progress", "answered")
        ),
        "Transcript": "agent: Olá\ncallee: Sim",
        "Call id": "c-ended",
    }


def test_rows_end_as_excel_expects() -> None:
    form = CsvForm()
    assert form.head.endswith("Call id\r\n")
    assert form.call(replace(OVER, note="a\nb"), "").endswith("c-ended\r\n")


def test_the_zone_is_written_in_full() -> None:
    for hours, minutes in ((-3, 0), (5, 30), (0, 0)):
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        at = NOON.astimezone(zone)
        from app.services.history_export import _zone

        assert _zone(at) == f"UTC{hours:+03d}:{minutes:02d}"


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")',
        '";=1;"', "a;b", "a,b", 'say "no"', "two\nlines", "", "'quoted'",
    ],
)  # fmt: skip
def test_nothing_is_a_formula_and_everything_comes_back(text: str, delimiter: str) -> None:
    call = replace(OVER, note=text, tag=text, account_name=text, provider_call_id=text)
    found = row(call, text, delimiter)
    for column in ("Note", "Tag", "Account", "Name", "Provider's id"):
        assert not found[column].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
        assert plain_cell(found[column]) == text.replace("\r", "\n")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_breaks_a_row(text: str) -> None:
    found = row(replace(OVER, note=text, provider=text), text)
    assert found["Call id"] == "c-ended"
    assert not found["Note"].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    "number", [NUMBER, OTHER, PhoneNumber.parse("+1 415 555 0123"), PhoneNumber.parse("+883 5100 1234 5678")]
)
def test_a_number_stays_a_whole_number(number: PhoneNumber) -> None:
    cell = row(replace(OVER, request=ring(number)))["Number"]
    assert PhoneNumber.parse(cell).e164 == number.e164
    assert " " in cell
    assert not cell.startswith("'")


def test_ids_keep_all_their_digits() -> None:
    for provider_id, cell in (("12345678901234567890", "'12345678901234567890"), ("007", "'007"), ("7", "7")):
        assert row(replace(OVER, provider_call_id=provider_id))["Provider's id"] == cell


def test_what_excel_would_cut_into_rows_is_cut_off() -> None:
    note = row(replace(OVER, note="x" * 100_000))["Note"]
    assert len(note) == 32_000
    assert note.endswith("…")


def test_an_object_says_all_of_a_call() -> None:
    found = json.loads(JsonForm().call(WHOLE, "Ana"))
    assert (found["number"], found["person"], found["name"]) == ("+5511999990001", "551199990001", "Ana")
    assert [step["state"] for step in found["steps"]] == [step.state for step in WHOLE.steps]
    assert found["despite"] == {"guards": ["quiet_hours", "earlier"], "reason": "asked for it"}
    assert found["report"]["transcript"][0] == {"speaker": "agent", "words": "Olá", "at_s": 0.5}
    assert found["note"] == WHOLE.note
    assert found["agent"]["metadata"] == {"ticket": "7"}
    assert found["audio"] is found["ring_seconds"] is None


def test_what_was_played_is_said() -> None:
    file = json.loads(JsonForm().call(replace(OVER, request=playing(sound().record)), ""))
    assert file["audio"] == {
        "path": "/home/ana/hello.wav",
        "duration_s": 24.0,
        "size": 5,
        "sha256": "ab" * 32,
    }
    link = LinkRecord("https://x.example/a.mp3", is_whole=True)
    assert json.loads(JsonForm().call(replace(OVER, request=playing(link)), ""))["audio"] == {
        "url": "https://x.example/a.mp3",
        "is_whole": True,
    }


@pytest.mark.parametrize("count", [0, 1, 3])
async def test_the_array_is_whole(tmp_path: Path, count: int) -> None:
    history = FakeHistory([])
    for n in range(count):
        history.calls[f"{n}"] = replace(OVER, id=f"{n}")
    path = tmp_path / "calls.json"
    assert await export(history, EVERY_CALL, path, ExportFormat.JSON, name_of=str) == count
    found = json.loads(path.read_text(encoding="utf-8"))
    assert [call["id"] for call in found] == [f"{n}" for n in range(count)][::-1]


def test_the_delimiter_is_the_one_beside_the_decimal_sign() -> None:
    assert (delimiter_for(","), delimiter_for(".")) == (";", ",")
