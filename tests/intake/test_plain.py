"""Files already in the record schema need no mapping."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from standards.instants import parse_instant
from throughcare.cli.records import app
from throughcare.errors import BadInput
from throughcare.intake.archive import read_archive

from .conftest import Write

ROWS = """\
type,who,at,from,to,place,id,birth_date,sex,certified_capacity,admission.at
admission,A,2024-02-03T10:00+01:00,,,North/A,R1,,,,yes
separation,A,,2024-02-04T10:00+01:00,2024-02-06T10:00+01:00,North/A,,,,,
person,A,,,,,,1990-05-17,woman,,
place,,,,,North,,,,40,
"""


def test_records_persons_and_places_are_read_from_one_file(write: Write) -> None:
    intake = read_archive([write("rows.csv", ROWS)], None, zone="Africa/Tunis")
    assert (intake.read, intake.accepted) == (4, 4)
    admission, separation = intake.archive.records
    assert (admission.id, admission.at) == ("R1", parse_instant("2024-02-03T10:00+01:00"))
    assert admission.fields["admission.at"].entered_at == admission.at
    assert separation.until == parse_instant("2024-02-06T10:00+01:00")
    assert intake.archive.persons["A"].sex == "woman"
    assert intake.archive.places["North"].measures == {"certified_capacity": 40.0}


def test_local_times_are_read_in_the_zone_given(write: Write) -> None:
    file = write("rows.csv", "type,who,at\nadmission,A,2024-02-03 10:00\n")
    intake = read_archive([file], None, zone="Africa/Tunis")
    assert intake.archive.records[0].at == parse_instant("2024-02-03T10:00+01:00")
    with pytest.raises(BadInput, match="no time zone is stated"):
        read_archive([write("zoned.csv", ROWS)], None)


def test_a_zone_column_is_enough(write: Write) -> None:
    file = write("rows.csv", "type,who,at,zone\nadmission,A,2024-02-03,Africa/Tunis\n")
    assert read_archive([file], None).archive.records[0].zone == "Africa/Tunis"


def test_an_unknown_zone_names_the_nearest(write: Write) -> None:
    with pytest.raises(BadInput, match="did you mean 'Africa/Tunis'"):
        read_archive([write("rows.csv", ROWS)], None, zone="africa/tunis")


def test_a_misspelt_column_or_field_names_the_nearest(write: Write) -> None:
    for wrong, right in (("record_at", "recorded_at"), ("admission.att", "admission.at")):
        file = write("rows.csv", f"type,who,at,{wrong}\nadmission,A,2024-02-03,\n")
        with pytest.raises(BadInput, match=f"'{wrong}' is not in the record schema") as caught:
            read_archive([file], None, zone="Africa/Tunis")
        assert f"'{right}'" in caught.value.remedy


def test_a_foreign_table_without_mapping_is_refused_with_the_way_out(write: Write) -> None:
    file = write("rows.csv", "prisoner,placed\nA,3/2/2024\n")
    with pytest.raises(BadInput) as caught:
        read_archive([file], None, zone="Africa/Tunis")
    assert "--map" in caught.value.remedy


def test_a_json_line_with_a_late_misspelt_name_is_refused(write: Write) -> None:
    good = '{"type": "admission", "who": "A", "at": "2024-02-03"}\n'
    file = write("rows.jsonl", good * 1500 + good.replace("who", "whom"))
    with pytest.raises(BadInput, match="'whom'"):
        read_archive([file], None, zone="Africa/Tunis")


def test_an_unknown_type_and_a_repeated_id_are_damage(write: Write) -> None:
    rows = "type,who,at,id\nadmision,A,2024-02-03,R1\nadmission,A,2024-02-03,R2\n"
    file = write("rows.csv", rows + "release,A,2024-02-05,R2\n")
    intake = read_archive([file], None, zone="Africa/Tunis")
    assert [(each.row, each.column, each.value) for each in intake.damaged] == [
        (2, "type", "admision"),
        (4, "id", "R2"),
    ]
    assert "'admission'" in intake.damaged[0].reason


def test_the_schema_shows_columns_records_and_names() -> None:
    runner = CliRunner()
    text = runner.invoke(app, ["schema"]).output
    assert "planned_at" in text
    assert "separation: " in text
    data = json.loads(runner.invoke(app, ["schema", "--format", "json"]).output)
    assert data["records"]["separation"] == ["from", "kind", "to"]
    assert "solitary" in data["states"]
    assert "children" in data["groups"]
