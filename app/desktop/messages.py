"""What one start of Toque says to another that runs already: one line of JSON each way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
SIZE_LIMIT = 64 * 1024
"""No line may be longer, its end included: whoever sends more is no Toque."""
LONGEST_TEXT = 4096
"""Of what is handed over. Nobody's number is longer, and a longer one is as wrong after the cut."""
_LONGEST_TOKEN = 1024


class Answer(StrEnum):
    """What the running program says."""

    TAKEN = "taken"
    NOT_UNDERSTOOD = "not understood"
    """It is of another version: whoever asked starts by itself."""


class Nonsense(Exception):
    """What came is no message."""


class OtherVersion(Exception):
    """A message of a version that this program does not know."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Come to the front, and fill in `text` unless it is empty.

    `activation` is the token with which the desktop lets a window take the focus; empty where there is none.
    """

    text: str
    activation: str = ""

    def line(self) -> bytes:
        """Return it as it is sent."""
        text = self.text[:LONGEST_TEXT].encode("utf-8", "replace").decode()
        token = self.activation if len(self.activation) <= _LONGEST_TOKEN else ""
        return _line({"v": VERSION, "open": text, "activation": token})


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """End, as if the operator had chosen Quit: what is being saved or sent gets its end first."""

    def line(self) -> bytes:
        """Return it as it is sent."""
        return _line({"v": VERSION, "close": True})


def read_request(line: bytes) -> OpenRequest | CloseRequest:
    """Return what a line asks for. Raises Nonsense or OtherVersion."""
    match _fields(line):
        case {"v": bool()}:  # which is a number, too
            raise Nonsense
        case {"v": int(version)} if version != VERSION:
            raise OtherVersion
        case {"v": 1, "open": str(text), "activation": str(token)}:
            return OpenRequest(text[:LONGEST_TEXT], token[:_LONGEST_TOKEN])
        case {"v": 1, "close": True}:
            return CloseRequest()
    raise Nonsense


def answer_line(answer: Answer, process: int | None = None) -> bytes:
    """Return an answer as it is sent; `process` is the id of the program that answers, where that matters."""
    fields: dict[str, object] = {"v": VERSION, "answer": answer}
    return _line(fields if process is None else {**fields, "process": process})


def read_answer(line: bytes) -> Answer:
    """Return what the running program answered. Raises Nonsense."""
    match _fields(line):
        case {"answer": str(answer)}:
            for known in Answer:
                if answer == known:
                    return known
    raise Nonsense


def read_process(line: bytes) -> int | None:
    """Return the id of the program that answered, where it tells. Raises Nonsense."""
    match _fields(line):
        case {"process": bool()}:
            raise Nonsense
        case {"process": int(process)} if process > 0:
            return process
    return None


def _line(fields: dict[str, object]) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def _fields(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Nonsense from error
