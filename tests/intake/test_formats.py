"""The same rows read from CSV, Excel, Parquet and JSON lines are the same records."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from throughcare.errors import BadInput
from throughcare.intake.archive import read_archive

from .conftest import SIMPLE, Read, Write

ROWS: list[tuple[str, date, date | None]] = [
    ("A", date(2024, 2, 3), date(2024, 2, 20)),
    ("B", date(2024, 3, 4), None),
]


def workbook(path: Path, *, blank_rows: int = 0, sheet: str = "Placements") -> Path:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    for _ in range(blank_rows):
        page.append([])
    page.append(["prisoner", "placed", "released"])
    for row in ROWS:
        page.append(list(row))
    book.save(path)
    return path


def spells(file: Path, mapping: Path) -> list[tuple[object, ...]]:
    intake = read_archive([file], mapping)
    assert intake.damaged == []
    return [(each.who, each.since, each.until) for each in intake.archive.records]


def test_every_format_gives_the_same_records(write: Write, tmp_path: Path) -> None:
    mapping = write("map.yaml", SIMPLE.replace("D/M/YYYY", "YYYY-MM-DD"))
    columns = {
        name: [row[i] for row in ROWS] for i, name in enumerate(("prisoner", "placed", "released"))
    }
    pq.write_table(pa.table(columns), tmp_path / "rows.parquet")
    texts = [[str(cell or "") for cell in row] for row in ROWS]
    lines = [",".join(row) for row in [list(columns), *texts]]
    objects = [json.dumps(dict(zip(columns, row, strict=True))) for row in texts]
    files = [
        write("rows.csv", "\n".join(lines)),
        write("rows.tsv", "\n".join(lines).replace(",", "\t")),
        write("rows.jsonl", "\n".join(objects)),
        workbook(tmp_path / "rows.xlsx"),
        tmp_path / "rows.parquet",
    ]
    found = [spells(file, mapping) for file in files]
    assert len(found[0]) == 2
    assert all(each == found[0] for each in found)


def test_excel_dates_are_dates_whatever_the_form_for_texts(write: Write, tmp_path: Path) -> None:
    found = spells(workbook(tmp_path / "rows.xlsx"), write("map.yaml", SIMPLE))
    assert [who for who, _, _ in found] == ["A", "B"]


def test_excel_row_numbers_are_those_on_the_screen(write: Write, tmp_path: Path) -> None:
    intake = read_archive(
        [workbook(tmp_path / "rows.xlsx", blank_rows=2)], write("map.yaml", SIMPLE)
    )
    assert [row for _, row in intake.source_rows.values()] == [4, 5]


def test_excel_day_numbers_are_read_where_the_mapping_says_excel(read: Read) -> None:
    intake = read("prisoner,placed,released\nA,45325,\n", SIMPLE.replace("D/M/YYYY", "excel"))
    other = read("prisoner,placed,released\nA,3/2/2024,\n")
    assert intake.archive.records[0].since == other.archive.records[0].since


def test_unstated_excel_day_numbers_are_refused_with_the_word_to_write(read: Read) -> None:
    with pytest.raises(BadInput) as caught:
        read("prisoner,placed,released\nA,45325,\nB,45326,\n")
    assert "`dates: excel`" in caught.value.remedy


def test_a_second_sheet_is_told_and_a_misspelt_sheet_names_the_nearest(
    write: Write, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "rows.xlsx")
    book = openpyxl.load_workbook(file)
    book.create_sheet("Notes")
    book.save(file)
    intake = read_archive([file], write("map.yaml", SIMPLE))
    assert [(each.kind, each.text) for each in intake.notices] == [
        ("sheet", "only the sheet 'Placements' was read, not 'Notes'")
    ]
    with pytest.raises(BadInput, match="there is no sheet 'Placement'") as caught:
        read_archive([file], write("map.yaml", SIMPLE + "sheet: Placement\n"))
    assert "'Placements'" in caught.value.remedy


def test_parquet_timestamps_without_zone_are_local(write: Write, tmp_path: Path) -> None:
    table = pa.table(
        {"prisoner": ["A"], "placed": [datetime(2024, 2, 3, 10)], "released": [None]}  # noqa: DTZ001
    )
    pq.write_table(table, tmp_path / "rows.parquet")
    other = write("rows.jsonl", '{"prisoner": "A", "placed": "2024-02-03T10:00+01:00"}\n')
    same = write("iso.yaml", SIMPLE.replace("D/M/YYYY", "ISO").replace(", to: released", ""))
    found = spells(tmp_path / "rows.parquet", write("map.yaml", SIMPLE))
    assert found == spells(other, same)
