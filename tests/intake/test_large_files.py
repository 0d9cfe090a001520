"""Large files: read in batches, and refused in time when the records would not fit."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from throughcare.errors import BadInput
from throughcare.intake import memory
from throughcare.intake.archive import read_archive
from throughcare.intake.tables import BATCH, open_table

from .conftest import SIMPLE, Write

HEADER = "prisoner,placed,released,why\n"
MAPPING = SIMPLE + "labels: {reason: why}\npersons: {sex: why}\n"


def rows(count: int) -> str:
    lines = (f"P{n},{n % 28 + 1}/2/2024,{n % 28 + 1}/3/2024,reason {n % 7}" for n in range(count))
    return HEADER + "\n".join(lines) + "\n"


def test_records_take_no_more_memory_than_is_reckoned(write: Write) -> None:
    count = 6_000
    file, mapping = write("rows.csv", rows(count)), write("map.yaml", MAPPING)
    read_archive([file], mapping)  # what is loaded once does not count
    tracemalloc.start()
    try:
        intake = read_archive([file], mapping)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert intake.accepted == count
    assert held < memory.needed(count, 1)


def test_rows_come_in_batches(write: Write) -> None:
    with open_table(write("rows.csv", rows(BATCH + 1))) as table:
        assert [len(batch) for batch in table.batches()] == [BATCH, 1]


def test_a_two_gigabyte_file_is_refused_in_one_sentence(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(rows(1_000), encoding="utf-8")
    with file.open("r+b") as stream:
        stream.truncate(2_000_000_000)  # a sparse file takes no room on the disk
    monkeypatch.setattr(memory, "available", lambda: 8_000_000_000)
    with pytest.raises(BadInput, match=r"about [\d,]+ rows: this needs about [\d.]+ GB") as caught:
        read_archive([file], write("map.yaml", MAPPING))
    assert "8.0 GB are free" in caught.value.what
    assert "split the file" in caught.value.remedy


def test_a_machine_that_does_not_tell_its_memory_reads_on(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_MEMINFO", tmp_path / "none")
    intake = read_archive([write("rows.csv", rows(3))], write("map.yaml", MAPPING))
    assert intake.accepted == 3
