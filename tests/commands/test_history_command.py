"""`toque history export`: the calls that are meant, in a file or to another program."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.contact import Contact, ContactNumber
from app.storage.contacts_file import ContactsFile
from app.storage.history_file import HistoryFile
from app.storage.profile import Profile

sys.path.append(str(Path(__file__).parents[1] / "storage"))

from storage_calls import BRAZILIAN, OTHER, course, new_call, talk

if TYPE_CHECKING:
    from command_harness import Said, Toque

    from app.domain.call import Call

CALLS = (
    replace(course(new_call(BRAZILIAN))[-1], id="oldest", note="=1+1; “ç”"),
    replace(course(new_call(OTHER, after_s=86_400 * 2))[-1], id="middle"),
    replace(talk()[-1], id="newest"),
)


@pytest.fixture
def kept(toque: Toque) -> Toque:
    """The command, with three calls in its history and one of the two persons in the contacts."""
    profile = Profile.of(toque.folder)
    asyncio.run(keep(profile, *CALLS))
    return toque


async def keep(profile: Profile, *calls: Call) -> None:
    history = HistoryFile(profile.history_file, profile.runs_folder)
    for call in calls:
        await history.record(call)
    await history.close()
    contacts = ContactsFile(profile.contacts_file)
    await contacts.save(Contact("c", "Zoë Example", (ContactNumber(OTHER),)))
    await contacts.close()


def exported(said: Said, path: Path | None = None) -> list[dict[str, str]]:
    """The rows of the file, or of what was printed."""
    assert said.code == 0, said.err
    text = path.read_text(encoding="utf-8-sig") if path else said.out.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if "Time,Zone" in text else ";"))


def test_a_file_by_its_ending(kept: Toque, tmp_path: Path) -> None:
    table, array = tmp_path / "calls.csv", tmp_path / "calls.json"
    one, two = kept.run_each([("history", "export", str(table)), ("history", "export", str(array))])
    rows = exported(one, table)
    assert [row["Call id"] for row in rows] == ["newest", "middle", "oldest"]
    assert [row["Name"] for row in rows] == ["", "Zoë Example", ""]
    assert rows[2]["Note"] == "'=1+1; “ç”"
    assert one.err == two.err == "3 calls exported.\n"
    assert [call["id"] for call in json.loads(array.read_bytes())] == ["newest", "middle", "oldest"]
    assert sorted(file.name for file in tmp_path.glob("*calls*")) == ["calls.csv", "calls.json"]


def test_what_is_meant(kept: Toque, tmp_path: Path) -> None:
    wanted = {
        ("--search", "99999-00"): ["newest", "oldest"],
        ("--search", "zoe exam"): ["middle"],
        ("--unknown",): ["middle", "oldest"],
        ("--outcome", "answered"): ["newest"],
        ("--outcome", "answered", "--unknown", "--search", "1 415"): ["middle"],
        ("--kind", "agent"): ["newest"],
        ("--since", "2026-11-22"): ["middle"],
        ("--until", "2026-11-21"): ["newest", "oldest"],
        ("--since", "2026-11-20", "--until", "2026-11-20", "--kind", "ring"): ["oldest"],
        ("--search", "nothing like it"): [],
    }
    path = tmp_path / "calls.json"
    for words, ids in wanted.items():
        (said,) = kept.run_each([("history", "export", *words, str(path))])
        assert said.code == 0, said.err
        assert [call["id"] for call in json.loads(path.read_bytes())] == ids, words


def test_what_is_printed_is_what_is_in_the_file(kept: Toque) -> None:
    said = kept.run("history", "export", "-", "--format", "json")
    assert [call["id"] for call in json.loads(said.out)] == ["newest", "middle", "oldest"]
    assert said.err == "3 calls exported.\n"
    with kept.start("history", "export", "-", encoding=None) as process:
        assert process.stdout is not None
        table: bytes = process.stdout.read()  # type: ignore[assignment]  # without an encoding
        process.communicate()
    assert table.startswith(b"\xef\xbb\xbfTime")
    assert table.count(b"\r\n") == 4


def test_whoever_reads_may_go(kept: Toque) -> None:
    with kept.start("history", "export", "-", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == "3 calls exported.\n"
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "the following arguments are required: FILE"),
        (("x.csv", "--outcome", "good"), "invalid choice: 'good'"),
        (("x.csv", "--since", "yesterday"), "yesterday: give a day as YYYY-MM-DD."),
        (("x.csv", "--account", "Nobody"), "Nobody"),
        (("{folder}",), "is a folder: give a file's name."),
        (
            ("{folder}/gone/x.csv",),
            "cannot be written to (No such file or directory). Choose another folder.",
        ),
    ],
)
def test_what_cannot_be_done_is_said(
    kept: Toque, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    words = tuple(word.format(folder=tmp_path) for word in words)
    (said,) = kept.run_each([("history", "export", *words)])
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""


def test_a_profile_without_a_history_has_no_calls(toque: Toque, tmp_path: Path) -> None:
    (said,) = toque.run_each([("history", "export", str(tmp_path / "calls.csv"))])
    assert exported(said, tmp_path / "calls.csv") == []
    assert said.err == "0 calls exported.\n"


def test_the_delimiter_is_the_countrys() -> None:
    from app.commands.history import _delimiter

    wanted: dict[str | None, str] = {
        "BR": ";",
        "ES": ";",
        "US": ",",
        "MX": ",",
        "PT": ";",
        "XX": ",",
        None: ",",
    }
    assert {region: _delimiter(region) for region in wanted} == wanted
