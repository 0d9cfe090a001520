"""A mapping is checked before any row is read, and every refusal names its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.imports.made import MAP
from throughcare.cli.main import app
from throughcare.errors import BadInput
from throughcare.imports.mapping import read_import_map

ROOT = Path(__file__).resolve().parents[2]


def mapping(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("mapping: the old register\n", "", "does not name the other register"),
        ("person: no\n", "", "number of the person"),
        ("m: male", "m: mal", "'mal' is not a word of 'sex'"),
        ("constant: remand", "constant: remnd", "'remnd' is not a word of 'kind'"),
        ("issued_on: ordered", "isued_on: ordered", "'isued_on' is not a key"),
        ("  authority: court\n", "", "does not say where authority stands"),
        ("zone: Africa/Tunis", "zone: Africa/Tunes", "is not a time zone"),
        ("[D.M.YYYY, YYYY-MM-DD]", "[D.M.YYYY, M.D.YYYY]", "order of day and month"),
        ("split: yes", "splitt: yes", "'splitt' is not a key"),
        ("mapping: the", "merged: maybe\nmapping: the", "'maybe' is not known here"),
    ],
)
def test_a_mistake_in_the_mapping_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert read_import_map(mapping(tmp_path, MAP)).source == "the old register"
    with pytest.raises(BadInput, match=said) as refused:
        read_import_map(mapping(tmp_path, MAP.replace(old, new)))
    assert "map.yaml" in refused.value.where


@pytest.mark.parametrize("name", ["messy", "prison-books"])
def test_the_mappings_that_we_ship_can_be_read(name: str) -> None:
    assert read_import_map(ROOT / "examples" / "import" / f"{name}.yaml").parts


def test_check_map_compares_the_heads_of_the_files_and_needs_no_database() -> None:
    folder = ROOT / "examples" / "import"
    words = ["import", "--check-map", "--map", str(folder / "prison-books.yaml")]
    done = CliRunner().invoke(app, [*words, str(folder / "people.csv"), str(folder / "moves.csv")])
    assert done.exit_code == 0, done.output
    assert "every column is there; 3 rows, 0 of them blank" in done.output


def test_check_map_names_a_column_that_the_file_does_not_have(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("number;first nam\n", encoding="utf-8")
    words = ["import", "--check-map", "--map", "examples/import/prison-books.yaml", str(file)]
    with pytest.raises(BadInput, match="a column 'first name'"):
        CliRunner().invoke(app, words, catch_exceptions=False)


def test_a_report_that_cannot_be_written_is_refused_before_the_work() -> None:
    with pytest.raises(BadInput, match="a table or a page"):
        CliRunner().invoke(
            app, ["import", "x.csv", "--map", "m.yaml", "--report", "out.pdf"],
            catch_exceptions=False,
        )  # fmt: skip
