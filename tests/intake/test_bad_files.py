"""Files that cannot be read are refused in one sentence: what, where, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from throughcare.errors import BadInput
from throughcare.intake import memory
from throughcare.intake.archive import read_archive
from throughcare.intake.tables import TableOptions, open_table

from .conftest import Read, Write

HEADER = "prisoner,placed,released\n"


def refused(file: Path, options: TableOptions | None = None) -> BadInput:
    with pytest.raises(BadInput) as caught, open_table(file, options) as table:
        list(table.batches())
    assert caught.value.what and caught.value.where
    assert caught.value.remedy
    return caught.value


def test_a_missing_file_names_the_nearest(write: Write, tmp_path: Path) -> None:
    write("placements.csv", HEADER)
    refusal = refused(tmp_path / "placement.csv")
    assert "no such file" in refusal.what
    assert "placements.csv" in refusal.remedy


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path / "nowhere" / "a.csv").remedy


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).what


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "a.xlsx"])
def test_an_empty_file_is_refused(write: Write, name: str) -> None:
    assert refused(write(name, "")).what == "the file is empty"


def test_a_file_of_blank_lines_is_empty(write: Write) -> None:
    assert refused(write("a.csv", "\n\n")).what == "the file is empty"


def test_a_header_without_rows_is_refused(write: Write) -> None:
    assert "no rows" in refused(write("a.csv", HEADER)).what


def test_an_unknown_suffix_lists_what_is_read(write: Write) -> None:
    assert ".xlsx" in refused(write("a.docx", "text")).remedy


def test_a_wrong_encoding_names_the_byte_the_line_and_the_way_out(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes((HEADER + "Ahmed,1/2/2024,\nJosé,1/2/2024,\n").encode("cp1252"))
    refusal = refused(file)
    assert refusal.where.endswith("a.csv line 3")
    assert "byte 45 of the file (0xE9)" in refusal.what
    assert "encoding: cp1252" in refusal.remedy
    with open_table(file, TableOptions(encoding="cp1252")) as table:
        assert [row.values["prisoner"] for row in table.rows] == ["Ahmed", "José"]


def test_utf_16_is_recognised_by_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes((HEADER + "A,1/2/2024,\n").encode("utf-16"))
    assert "encoding: utf-16" in refused(file).remedy
    with open_table(file, TableOptions(encoding="utf-16")) as table:
        assert len(list(table.rows)) == 1


def test_an_unknown_encoding_is_refused(write: Write) -> None:
    refusal = refused(write("a.csv", HEADER), TableOptions(encoding="latin-eleven"))
    assert "'latin-eleven' is not an encoding" in refusal.what


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes((HEADER + "A,1/2/2024,\n").encode("utf-8-sig"))
    with open_table(file) as table:
        assert table.columns[0] == "prisoner"


def test_a_ragged_row_is_damaged_and_the_others_are_kept(read: Read) -> None:
    intake = read(HEADER + "A,1/2/2024,\nB,1/2/2024\nC,1/2/2024,2/2/2024,x\nD,1/2/2024,\n")
    assert intake.accepted == 2
    assert [(each.row, each.reason) for each in intake.damaged] == [
        (3, "has 2 cells where the header has 3"),
        (4, "has 4 cells where the header has 3"),
    ]


def test_a_row_keeps_its_number_after_blank_rows_and_quoted_line_breaks(read: Read) -> None:
    intake = read(HEADER + '\n"A\nB",1/2/2024,\n,1/2/2024,\n')
    assert [(each.row, each.reason) for each in intake.damaged] == [(4, "the person is blank")]


def test_text_after_a_closing_quote_damages_its_row_only(read: Read) -> None:
    intake = read(HEADER + '"A"x,1/2/2024,\nB,1/2/2024,\n')
    assert (intake.accepted, [each.row for each in intake.damaged]) == (1, [2])


def test_a_quote_that_never_closes_is_refused_at_its_row(write: Write) -> None:
    refusal = refused(write("a.csv", HEADER + 'A,1/2/2024,\n"B,1/2/2024,\nC,1/2/2024,\n'))
    assert refusal.where.endswith("row 3")
    assert "never closed" in refusal.what


def test_two_columns_of_one_name_are_refused(write: Write) -> None:
    assert "'a' (columns 1 and 3)" in refused(write("a.csv", "a,b,a\n1,2,3\n")).what


def test_a_semicolon_file_says_which_delimiter_to_write(write: Write) -> None:
    assert 'delimiter: ";"' in refused(write("a.csv", "a;b\n1;2\n")).remedy


def test_a_broken_parquet_file_is_refused(write: Write) -> None:
    assert "Parquet" in refused(write("a.parquet", "PAR1 and no more")).what


def test_a_broken_workbook_is_refused(write: Write) -> None:
    assert "workbook" in refused(write("a.xlsx", "no zip")).what


def test_a_broken_json_line_is_refused_with_its_number(write: Write) -> None:
    refusal = refused(write("a.jsonl", '{"a": 1}\n{"a": \n'))
    assert refusal.where.endswith("line 2")


def test_a_json_line_that_is_a_list_is_a_damaged_row(write: Write) -> None:
    with open_table(write("a.jsonl", '{"a": 1}\n[1]\n{"a": {"b": 2}}\n')) as table:
        assert [row.damage is None for row in table.rows] == [True, False, False]


def test_a_file_that_cannot_fit_is_refused_before_it_is_read(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "available", lambda: 40_000)
    rows = write("rows.csv", HEADER + "A,1/2/2024,\n" * 100)
    mapping = write("map.yaml", "zone: UTC\nperson: prisoner\ndates: D/M/YYYY\n"
                    "records: [{type: separation, from: placed}]\n")  # fmt: skip
    with pytest.raises(BadInput, match=r"needs about .* GB of memory") as caught:
        read_archive([rows], mapping)
    assert "split the file" in caught.value.remedy


def test_the_same_file_twice_is_refused(write: Write) -> None:
    file = write("rows.csv", HEADER)
    with pytest.raises(BadInput, match="given twice"):
        read_archive([file, file], None)
