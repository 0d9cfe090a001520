"""The invented demo file reads, and shows what damaged rows look like."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from throughcare.intake.archive import read_archive

DEMO = Path(__file__).parents[2] / "examples/demo"


def test_three_rows_of_the_demo_are_damaged_each_in_its_own_way() -> None:
    intake = read_archive([DEMO / "placements.csv"], DEMO / "mapping.yaml")
    assert (intake.read, intake.accepted) == (120, 117)
    assert [(each.row, each.column, each.value) for each in intake.damaged] == [
        (28, "release_date", "6/2/2024"),
        (59, "placement_date", "2/30/2025"),
        (92, "admin_or_disciplinary", "Admin?"),
    ]


def test_the_demo_file_is_what_its_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = (DEMO / "placements.csv").read_bytes()
    made = runpy.run_path(str(DEMO / "make.py"))
    made["main"].__globals__["OUT"] = tmp_path / "placements.csv"
    made["main"]()
    assert (tmp_path / "placements.csv").read_bytes() == shipped
