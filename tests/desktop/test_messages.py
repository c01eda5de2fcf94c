"""What one start says to another: read as it was written, and nothing else is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.messages import (
    LONGEST_TEXT,
    SIZE_LIMIT,
    Answer,
    CloseRequest,
    Nonsense,
    OpenRequest,
    OtherVersion,
    answer_line,
    read_answer,
    read_process,
    read_request,
)


@pytest.mark.parametrize(
    "text", ["", "tel:+55%2011", "(11) 99999-0001\nask for “Ana”", "\N{LEFT-TO-RIGHT MARK}"]
)
def test_a_request_is_read_as_it_was_written(text: str) -> None:
    request = OpenRequest(text, "token")
    line = request.line()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_request(line) == request


@given(st.text(), st.text())
def test_whatever_is_handed_over_fits_and_comes_through(text: str, token: str) -> None:
    line = OpenRequest(text * 1000, token * 100).line()
    assert len(line) <= SIZE_LIMIT
    assert read_request(line).text == (text * 1000)[:LONGEST_TEXT]


def test_bytes_that_are_no_text_come_through_as_something() -> None:
    assert read_request(OpenRequest("+55 \udcff").line()).text == "+55 ?"


def test_a_number_of_five_megabytes_is_cut() -> None:
    assert read_request(OpenRequest("tel:" + "9" * 5_000_000).line()).text == "tel:" + "9" * (
        LONGEST_TEXT - 4
    )


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\n",
        b"\xff\xfe\x00\n",
        b"[" * 60_000,
        b"null\n",
        b"[]\n",
        b"{}\n",
        b'{"v": 1}\n',
        b'{"v": true, "open": "", "activation": ""}\n',
        b'{"v": "1", "open": "", "activation": ""}\n',
        b'{"v": 1, "open": 5, "activation": ""}\n',
        b'{"v": 1, "open": ""}\n',
        b'{"v": 1, "open": "", "activation": null}\n',
    ],
)
def test_nonsense_is_no_request(line: bytes) -> None:
    with pytest.raises(Nonsense):
        read_request(line)


@pytest.mark.parametrize("fields", [{"v": 2}, {"v": 2, "open": "", "activation": ""}, {"v": 0, "do": "x"}])
def test_another_version_is_told_from_nonsense(fields: dict[str, object]) -> None:
    with pytest.raises(OtherVersion):
        read_request(json.dumps(fields).encode())


def test_what_a_later_version_adds_is_passed_over() -> None:
    assert read_request(b'{"v": 1, "open": "a", "activation": "", "more": []}') == OpenRequest("a")


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_is_read_as_it_was_written(answer: Answer) -> None:
    assert read_answer(answer_line(answer)) is answer


@pytest.mark.parametrize("line", [b"", b"{}", b'{"answer": "perhaps"}', b'{"answer": ["taken"]}', b"taken"])
def test_nonsense_is_no_answer(line: bytes) -> None:
    with pytest.raises(Nonsense):
        read_answer(line)


def test_a_request_to_close_is_read_as_it_was_written() -> None:
    assert read_request(CloseRequest().line()) == CloseRequest()
    with pytest.raises(Nonsense):
        read_request(b'{"v": 1, "close": false}\n')


def test_an_answer_may_say_who_answers() -> None:
    line = answer_line(Answer.TAKEN, 4711)
    assert (read_answer(line), read_process(line)) == (Answer.TAKEN, 4711)
    assert read_process(answer_line(Answer.TAKEN)) is None
    assert read_process(b'{"answer": "taken", "process": -1}\n') is None
    with pytest.raises(Nonsense):
        read_process(b'{"process": true}\n')
