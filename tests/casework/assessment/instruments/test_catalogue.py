"""Which instruments are at hand: ours, and those of a folder that the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casework.assessment.instruments.conftest import GENERIC, TEXT
from tests.casework.assessment.instruments.licensed import LICENSED
from throughcare.casework.assessment.instruments.catalogue import (
    catalogue_of,
    find_instruments,
    folder_in,
    load_instruments,
)
from throughcare.casework.assessment.instruments.errors import InstrumentError


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def ids(folder: Path | None) -> list[tuple[str, str, str]]:
    return [one.key for one in load_instruments(folder).instruments]


def test_without_a_folder_there_is_ours(tmp_path: Path) -> None:
    assert folder_in({}) is None
    assert folder_in({"THROUGHCARE_INSTRUMENTS": "  "}) is None
    assert ids(None) == [("tc-generic", "0.1.0", "en")]
    assert ids(tmp_path) == ids(None)


def test_the_folder_that_the_environment_names_is_read(tmp_path: Path) -> None:
    put(tmp_path, "tool.yaml", LICENSED)
    put(tmp_path, "tool.YML", LICENSED.replace("version: 0.1.0", "version: 0.2.0"))
    put(tmp_path, "remarks.txt", "not read")
    folder = folder_in({"THROUGHCARE_INSTRUMENTS": str(tmp_path)})
    assert ids(folder) == [
        ("tc-generic", "0.1.0", "en"), ("house-tool", "0.2.0", "en"), ("house-tool", "0.1.0", "en"),
    ]  # fmt: skip
    assert len(load_instruments(folder).of("house-tool")) == 2
    assert load_instruments(folder).of("no-tool") == ()


def test_a_folder_that_is_not_there_is_said_and_ours_stays(tmp_path: Path) -> None:
    found = find_instruments(tmp_path / "none")
    (problem,) = found.problems
    assert "the folder of instruments cannot be read: No such file" in problem.what
    assert "THROUGHCARE_INSTRUMENTS" in problem.remedy
    assert [one.id for one in found.instruments] == ["tc-generic"]
    with pytest.raises(InstrumentError, match="folder of instruments cannot be read"):
        load_instruments(tmp_path / "none")


def test_a_broken_one_takes_no_other_with_it_and_is_never_left_out_in_silence(
    tmp_path: Path,
) -> None:
    put(tmp_path, "a-broken.yaml", LICENSED.replace("    protective: true\n", ""))
    put(tmp_path, "b-sound.yaml", LICENSED)
    found = find_instruments(tmp_path)
    assert [one.id for one in found.instruments] == ["tc-generic", "house-tool"]
    assert [problem.what for problem in found.problems] == ["instrument: no domain is protective"]
    with pytest.raises(InstrumentError, match="an instrument cannot be used: 1 problem"):
        load_instruments(tmp_path)


def test_one_version_stands_once(tmp_path: Path) -> None:
    first = put(tmp_path, "a.yaml", LICENSED)
    put(tmp_path, "b.yaml", LICENSED)
    (problem,) = find_instruments(tmp_path).problems
    assert problem.file.endswith("b.yaml")
    assert problem.what == f"an instrument of this name stands already in {first}"


@pytest.mark.parametrize("version", ["0.1.0", "9.0.0"])
def test_nobody_else_goes_by_the_name_of_ours(version: str, tmp_path: Path) -> None:
    """A house that changes our items, or calls them validated, gives them a name of its own."""
    put(tmp_path, "mine.yaml", TEXT.replace("version: 0.1.0", f"version: {version}"))
    (problem,) = find_instruments(tmp_path).problems
    assert "stands already" in problem.what and "another id" in problem.remedy


def test_our_own_file_may_be_named(tmp_path: Path) -> None:
    assert catalogue_of([GENERIC]).problems == ()


def test_a_long_list_of_problems_is_cut_and_says_where_all_of_it_is(tmp_path: Path) -> None:
    put(tmp_path, "many.yaml", LICENSED.replace("look_for:", "looks_for:"))
    with pytest.raises(InstrumentError) as refused:
        load_instruments(tmp_path)
    assert len(refused.value.problems) == 40
    assert "and 20 more; throughcare instrument lint lists all" in str(refused.value)
