from __future__ import annotations

import codecs
import csv
import tracemalloc
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.csv_cells import safe_cell
from app.storage.csv_table import Cancelled, NotATable, TableRow, numbered_rows, preview, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.table import TablePreview

TEXT = 'Nome;Telefone\r\nJoão;"+55 11 99999-0001"\r\nMárcia;(11) 98888-7777\r\n'
ROWS = [("João", "+55 11 99999-0001"), ("Márcia", "(11) 98888-7777")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def ignore(_part: float) -> None:
    pass


def never() -> bool:
    return False


def rows_of(file: Path, table: TablePreview | None = None) -> list[tuple[str, ...]]:
    return list(read_rows(file, table or preview(file), progress=ignore, is_cancelled=never))


def numbered(file: Path, table: TablePreview | None = None) -> list[TableRow]:
    return list(numbered_rows(file, table or preview(file), progress=ignore, is_cancelled=never))


# --- encodings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_encoding_is_told(file: Path, data: bytes, encoding: str) -> None:
    file.write_bytes(data)
    table = preview(file)
    assert table.encoding == encoding
    assert table.header == ("Nome", "Telefone")
    assert list(table.rows) == ROWS
    assert rows_of(file, table) == ROWS


def test_a_file_glued_from_two_encodings_is_read_line_by_line(file: Path) -> None:
    padding = "Ana;+551133334444\n" * 5000
    file.write_bytes(f"Nome;Telefone\nJoão;+551133334444\n{padding}".encode() + "José;1\n".encode("cp1252"))
    assert [row[0] for row in rows_of(file)][:: 5000 + 1] == ["João", "José"]


def test_nul_bytes_are_dropped(file: Path) -> None:
    file.write_bytes(b"name,phone\nAna\0,+5511\x00999990001\n" + b"Bia,+5511999990002\n" * 20)
    assert rows_of(file)[0] == ("Ana", "+5511999990001")


def test_a_sign_cut_in_two_by_the_sample_is_no_other_encoding(file: Path) -> None:
    file.write_bytes(b"name,phone\n" + b"x" * (65536 - 12) + "é,1\n".encode())
    assert preview(file).encoding == "utf-8"


# --- delimiters and headers ---------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_told(file: Path, delimiter: str) -> None:
    rows = [["Name", "Phone", "Note"], ["Ana", "+5511999990001", "a, b; c"], ["Bia", "+5511999990002", ""]]
    with file.open("w", newline="") as target:
        csv.writer(target, delimiter=delimiter).writerows(rows)
    table = preview(file)
    assert table.delimiter == delimiter
    assert table.header == ("Name", "Phone", "Note")
    assert rows_of(file, table) == [tuple(row) for row in rows[1:]]


def test_the_delimiter_that_the_first_line_names_is_taken(file: Path) -> None:
    file.write_text("sep=|\nName|Phone\nA, B|+5511999990001\n")
    assert preview(file).delimiter == "|"
    assert numbered(file) == [TableRow(3, ("A, B", "+5511999990001"))]


def test_a_list_of_numbers_has_one_column_and_no_header(file: Path) -> None:
    file.write_text("+5511999990001\n\n+5511999990002\n")
    table = preview(file)
    assert table.header is None
    assert rows_of(file, table) == [("+5511999990001",), ("+5511999990002",)]


def test_a_header_alone_has_no_rows(file: Path) -> None:
    file.write_text("name,phone\n")
    table = preview(file)
    assert table.header == ("name", "phone")
    assert rows_of(file, table) == []


def test_what_the_operator_says_goes_before_what_is_guessed(file: Path) -> None:
    file.write_text("a,b;c\nd,e;f\n")
    table = preview(file, delimiter=";", has_header=False)
    assert rows_of(file, table) == [("a,b", "c"), ("d,e", "f")]


def test_the_preview_has_as_many_rows_as_asked_for(file: Path) -> None:
    file.write_text("name,phone\n" + "Ana,+5511999990001\n" * 50)
    assert len(preview(file).rows) == 20
    assert len(preview(file, 5).rows) == 5


# --- flaws --------------------------------------------------------------------------------------------


def test_ragged_rows_are_filled_up_and_longer_ones_kept(file: Path) -> None:
    file.write_text(
        "name,phone,note\nAna,+5511999990001\nBia,+5511999990002,x,y\nC,+5511999990003,z\nD,1,2\n"
    )
    assert rows_of(file)[:2] == [("Ana", "+5511999990001", ""), ("Bia", "+5511999990002", "x", "y")]


def test_empty_rows_are_left_out_and_lines_are_counted_all_the_same(file: Path) -> None:
    file.write_text("name,phone\n\n,,\nAna,+5511999990001\n")
    assert [row.line for row in numbered(file)] == [4]


def test_a_quoted_cell_may_have_several_lines(file: Path) -> None:
    file.write_text('name,note\nAna,"one\ntwo ""x"""\nBia,z\n')
    assert numbered(file, preview(file, has_header=True)) == [
        TableRow(2, ("Ana", 'one\ntwo "x"')),
        TableRow(4, ("Bia", "z")),
    ]


def test_an_unclosed_quote_takes_one_line_only_and_is_told(file: Path) -> None:
    rest = "".join(f"P{n},+551199999{n:04d}\n" for n in range(3000))
    file.write_text(f'name,phone\nAna,"+5511999990000\n{rest}')
    rows = numbered(file)
    assert rows[0] == TableRow(2, ("Ana", "+5511999990000"), is_broken=True)
    assert len(rows) == 3001
    assert not any(row.is_broken for row in rows[1:])
    assert rows[-1] == TableRow(3002, ("P2999", "+5511999992999"))


def test_two_unclosed_quotes_do_not_make_one_row_of_what_is_between(file: Path) -> None:
    file.write_text('name,phone\nAna,"1\nBia,2\nCéu,"3\nDina,4\n')
    rows = numbered(file, preview(file, has_header=True))
    assert [(row.cells, row.is_broken) for row in rows] == [
        (("Ana", "1"), True),
        (("Bia", "2"), False),
        (("Céu", "3"), True),
        (("Dina", "4"), False),
    ]


def test_an_unclosed_quote_in_the_last_line_is_told(file: Path) -> None:
    file.write_text('name,phone\nAna,+5511999990001\nBia,"+5511999990002')
    assert numbered(file)[-1] == TableRow(3, ("Bia", "+5511999990002"), is_broken=True)


def test_a_quote_within_a_cell_is_a_sign_like_others(file: Path) -> None:
    file.write_text('name,phone\nAna "Aninha" Lima,+5511999990001\n19" rack,+5511999990002\n')
    assert [row.cells[0] for row in numbered(file)] == ['Ana "Aninha" Lima', '19" rack']
    assert not any(row.is_broken for row in numbered(file))


def test_a_huge_line_is_cut_and_told(file: Path) -> None:
    file.write_text(f"name,phone\nAna,{'9' * 3_000_000}\nBia,+5511999990002\n")
    rows = numbered(file)
    assert rows[0].is_broken
    assert len(rows[0].cells[1]) < 1_100_000
    assert rows[1] == TableRow(3, ("Bia", "+5511999990002"))


def test_a_huge_quoted_cell_does_not_take_the_rest(file: Path) -> None:
    file.write_text(f'name,phone\nAna,"{"9" * 200_000}"\nBia,+5511999990002\n')
    assert numbered(file)[-1] == TableRow(3, ("Bia", "+5511999990002"))


def test_the_apostrophe_of_a_formula_is_taken_off(file: Path) -> None:
    file.write_text("name,phone\n'=x,'+55 11 99999-0001\n")
    assert rows_of(file) == [("=x", "+55 11 99999-0001")]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n"[3:], "is empty"),
        (b"PK\x03\x04rest", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0rest", "save it as CSV"),
        (b"%PDF-1.7\n", "Save it as CSV"),
        (b"<html><table>", "Save it as CSV"),
        (b"BEGIN:VCARD\n", "Save it as CSV"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "Save it as CSV"),
        (bytes(1000), "is empty"),
    ],
)
def test_what_is_no_table_is_refused_with_advice(file: Path, data: bytes, advice: str) -> None:
    file.write_bytes(data)
    with pytest.raises(NotATable, match=advice):
        preview(file)


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(NotATable, match="cannot be opened"):
        preview(file)
    file.write_text("a,1\n")
    table = preview(file)
    file.unlink()
    with pytest.raises(NotATable, match="cannot be opened"):
        rows_of(file, table)


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(NotATable):
        preview(tmp_path)


# --- streaming ----------------------------------------------------------------------------------------


def test_progress_grows_to_the_whole(file: Path) -> None:
    file.write_text("name,phone\n" + "Ana,+5511999990001\n" * 20_000)
    told: list[float] = []
    assert sum(1 for _ in read_rows(file, preview(file), progress=told.append, is_cancelled=never)) == 20_000
    assert told == sorted(told)
    assert len(told) > 10
    assert told[-1] == 1.0


def cancelled_after(looks: int) -> Callable[[], bool]:
    left = iter(range(looks))
    return lambda: next(left, None) is None


def test_cancelling_ends_the_reading(file: Path) -> None:
    file.write_text("name,phone\n" + "Ana,+5511999990001\n" * 20_000)
    rows = read_rows(file, preview(file), progress=ignore, is_cancelled=cancelled_after(3))
    with pytest.raises(Cancelled):
        list(rows)


def test_memory_is_bounded(file: Path) -> None:
    with file.open("w") as target:
        target.write("name,phone,note\n")
        target.writelines(f'Ana {n},"+55 11 {n}","a ""note"" of some length"\n' for n in range(60_000))
    table = preview(file)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_rows(file, table, progress=ignore, is_cancelled=never)) == 60_000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_safely_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    file = tmp_path_factory.mktemp("csv") / "x.csv"
    with file.open("w", newline="", encoding=encoding) as target:
        writer = csv.writer(target, delimiter=delimiter)
        writer.writerow(["one", "two", "three"])
        writer.writerows([[safe_cell(cell) for cell in row] for row in rows])
    table = preview(file, delimiter=delimiter, has_header=True)
    assert rows_of(file, table) == [tuple(row) for row in rows]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("csv") / "x.csv"
    file.write_bytes(data)
    with suppress(NotATable):
        rows_of(file)


def test_the_operator_may_take_the_first_row_for_data_or_for_a_header(file: Path) -> None:
    file.write_text("name,phone\nAna,+5511999990001\n")
    table = preview(file)
    without = table.with_header(has_header=False)
    assert (without.header, without.rows[0]) == (None, ("name", "phone"))
    assert rows_of(file, without) == [("name", "phone"), ("Ana", "+5511999990001")]
    assert without.with_header(has_header=True) == table
    assert table.with_header(has_header=True) is table
