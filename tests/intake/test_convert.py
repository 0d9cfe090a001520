"""Rows become records, or are listed as damaged with row and reason."""

from __future__ import annotations

from standards.instants import parse_instant
from throughcare.intake.archive import read_archive

from .conftest import SIMPLE, Read, Write

HEADER = "prisoner,placed,released\n"


def test_an_end_before_the_start_is_damage_and_an_equal_one_a_notice(read: Read) -> None:
    intake = read(HEADER + "A,3/2/2024,2/2/2024\nB,3/2/2024,3/2/2024\n")
    (damage,) = intake.damaged
    assert (damage.row, damage.reason) == (2, "the end is before the start")
    assert (damage.column, damage.value) == ("released", "2/2/2024")
    assert [(each.kind, each.row) for each in intake.notices] == [("empty_spell", 3)]
    assert (intake.read, intake.accepted) == (2, 1)


def test_a_blank_start_or_person_is_damage_and_a_blank_end_is_open(read: Read) -> None:
    intake = read(HEADER + "A,,2/2/2024\n,3/2/2024,\nC,3/2/2024, \n")
    assert [(each.row, each.column) for each in intake.damaged] == [(2, "placed"), (3, "prisoner")]
    assert intake.archive.records[0].until is None


def test_texts_that_the_mapping_calls_blank_are_unknown(read: Read) -> None:
    intake = read(HEADER + "A,3/2/2024,still in\n", SIMPLE + "blank: [still in, N/A]\n")
    assert intake.archive.records[0].until is None


def test_an_unknown_code_is_damage_and_names_the_nearest(read: Read) -> None:
    mapping = SIMPLE.replace("to:", "kind: {column: why, values: {Adm: administrative}}, to:")
    intake = read("prisoner,placed,released,why\nA,3/2/2024,,adm.\nB,3/2/2024,,\n", mapping)
    (damage,) = intake.damaged
    assert damage.reason == "is an unknown code (the nearest known one is 'Adm')"
    assert (damage.column, damage.value) == ("why", "adm.")
    assert intake.archive.records[0].kind is None


def test_a_number_with_a_unit_is_damage_unless_the_mapping_lists_it(read: Read) -> None:
    mapping = SIMPLE.replace("to:", "amount: {column: days, values: {15 days: 15}}, to:")
    rows = "A,3/2/2024,,20\nB,3/2/2024,,15 days\nC,3/2/2024,,30 days\n"
    intake = read("prisoner,placed,released,days\n" + rows, mapping)
    assert [record.amount for record in intake.archive.records] == [20, 15]
    assert [(each.row, each.reason) for each in intake.damaged] == [(4, "is not a number")]


def test_a_decimal_comma_is_read_when_stated(read: Read) -> None:
    mapping = SIMPLE.replace("to:", "amount: hours, to:") + 'decimal: ","\n'
    intake = read('prisoner,placed,released,hours\nA,3/2/2024,,"1,5"\n', mapping)
    assert intake.archive.records[0].amount == 1.5


def test_one_row_gives_several_records_each_under_its_condition(read: Read) -> None:
    mapping = """\
zone: Africa/Tunis
person: prisoner
dates: D/M/YYYY
records:
  - {type: admission, at: received, place: {join: [prison, wing]}}
  - {type: health_screening, at: seen, when: {seen: any}}
  - {type: release, at: out, when: {status: [released, home]}}
"""
    rows = "A,1/2/2024,2/2/2024,5/2/2024,released,North,B\nB,1/2/2024,,,held,North,\n"
    intake = read("prisoner,received,seen,out,status,prison,wing\n" + rows, mapping)
    assert [(each.who, each.type) for each in intake.archive.records] == [
        ("A", "admission"),
        ("A", "health_screening"),
        ("A", "release"),
        ("B", "admission"),
    ]
    assert [each.place for each in intake.archive.records if each.type == "admission"] == [
        "North/B",
        "North",
    ]
    assert len({each.id for each in intake.archive.records}) == 4
    assert set(intake.source_rows.values()) == {("rows.csv", 2), ("rows.csv", 3)}


def test_one_bad_cell_keeps_all_records_of_the_row_out(read: Read) -> None:
    mapping = SIMPLE.replace("records:", "records:\n  - {type: admission, at: placed}")
    intake = read(HEADER + "A,3/2/2024,31/2/2024\nB,3/2/2024,4/2/2024\n", mapping)
    assert (intake.accepted, len(intake.damaged)) == (1, 1)
    assert {record.who for record in intake.archive.records} == {"B"}


def test_a_column_may_tell_the_type_of_record(read: Read) -> None:
    mapping = """\
zone: Africa/Tunis
person: prisoner
dates: D/M/YYYY
records:
  - {type: {column: what, values: {in: admission, out: release}}, at: day}
"""
    intake = read("prisoner,what,day\nA,in,1/2/2024\nA,out,3/2/2024\nA,?,4/2/2024\n", mapping)
    assert [each.type for each in intake.archive.records] == ["admission", "release"]
    assert [(each.row, each.value) for each in intake.damaged] == [(4, "?")]


def test_rows_that_give_no_record_are_told(read: Read) -> None:
    mapping = SIMPLE.replace("{type: separation,", "{type: separation, when: {cell: any},")
    intake = read("prisoner,placed,released,cell\nA,3/2/2024,,\nB,3/2/2024,,9\n", mapping)
    assert intake.accepted == 2
    assert [(each.kind, each.text[:20]) for each in intake.notices] == [
        ("no_record", "1 rows gave no recor")
    ]


def test_labels_are_kept_by_record_and_a_blank_one_is_unknown(read: Read) -> None:
    intake = read(
        "prisoner,placed,released,why\nA,3/2/2024,,fight\nB,3/2/2024,,\n",
        SIMPLE + "labels: {reason: why}\n",
    )
    labels = [intake.labels[record.id] for record in intake.archive.records]
    assert labels == [{"reason": "fight"}, {"reason": "unknown"}]
    assert intake.label_names == ["reason"]


def test_equal_rows_are_told_with_the_first_one(read: Read) -> None:
    intake = read(HEADER + "A,3/2/2024,\nB,3/2/2024,\nA,3/2/2024,\n")
    duplicates = [each for each in intake.notices if each.kind == "duplicate"]
    assert [(each.row, each.text) for each in duplicates] == [
        (4, "equal in every column to rows.csv row 2")
    ]
    assert intake.accepted == 3


def test_overlapping_spells_of_one_person_are_told_and_touching_ones_not(read: Read) -> None:
    rows = "A,1/2/2024,9/2/2024\nA,5/2/2024,6/2/2024\nA,9/2/2024,10/2/2024\nB,5/2/2024,\n"
    intake = read(HEADER + rows)
    assert [(each.kind, each.row, each.text) for each in intake.notices] == [
        ("overlap", 3, "the separation of A overlaps that of rows.csv row 2")
    ]


def test_contradicting_birth_dates_become_unknown_and_are_told(read: Read) -> None:
    mapping = SIMPLE + "persons: {birth_date: born, sex: sex}\n"
    rows = "A,1/2/2024,2/2/2024,1/1/1990,M\nA,3/2/2024,,1/1/1991,M\nB,1/2/2024,,1995,2\n"
    intake = read("prisoner,placed,released,born,sex\n" + rows, mapping)
    first, second = intake.archive.persons["A"], intake.archive.persons["B"]
    assert (first.birth_date, first.sex) == (None, "M")
    assert (str(second.birth_date), second.birth_date_is_latest) == ("1995-12-31", True)
    assert [each.kind for each in intake.notices] == ["conflict", "sex"]


def test_measures_of_places_are_kept(read: Read) -> None:
    mapping = """\
zone: Africa/Tunis
places: {place: {join: [prison, wing]}, certified_capacity: beds, closed: shut}
"""
    intake = read("prison,wing,beds,shut\nNorth,A,40,no\nNorth,,many,yes\n", mapping)
    place = intake.archive.places["North/A"]
    assert (place.measures, place.closed) == ({"certified_capacity": 40.0}, False)
    assert [(each.column, each.value) for each in intake.damaged] == [("beds", "many")]


def test_filled_fields_count_from_the_entry_of_the_record(read: Read) -> None:
    mapping = SIMPLE.replace(
        "to:", "recorded_at: entered, fields: {separation_order.reasons: {column: why, "
        "reason: because}}, to:"
    )  # fmt: skip
    rows = "A,1/2/2024,,3/2/2024,fight,\nB,1/2/2024,,,,\nC,1/2/2024,,,not_known,lost\n"
    intake = read("prisoner,placed,released,entered,why,because\n" + rows, mapping)
    first, second, third = intake.archive.records
    assert first.fields["separation_order.reasons"].entered_at == first.recorded_at
    assert second.fields == {}
    filling = third.fields["separation_order.reasons"]
    assert (filling.unknown, filling.reasoned, filling.entered_at) == (True, True, third.since)


def test_several_files_keep_their_rows_apart(write: Write) -> None:
    mapping = write("map.yaml", SIMPLE.replace("person: prisoner", "person: none"))
    files = [write(name, HEADER + "A,3/2/2024,\n") for name in ("north.csv", "south.csv")]
    intake = read_archive(files, mapping)
    assert [record.who for record in intake.archive.records] == [
        "north.csv row 2",
        "south.csv row 2",
    ]
    assert set(intake.source_rows.values()) == {("north.csv", 2), ("south.csv", 2)}


def test_progress_counts_rows_over_all_files(write: Write) -> None:
    heard: list[tuple[int, int]] = []
    files = [write(name, HEADER + "A,3/2/2024,\n") for name in ("north.csv", "south.csv")]
    read_archive(
        files,
        write("map.yaml", SIMPLE),
        progress=lambda done, expected: heard.append((done, expected)),
    )
    assert [done for done, _ in heard] == [1, 2]
    assert all(done <= expected for done, expected in heard)


def test_persons_are_adults_counts_records_of_unknown_age(read: Read) -> None:
    mapping = (
        SIMPLE + "persons: {birth_date: born}\nassumptions: {persons_are_adults: All are adults.}\n"
    )
    intake = read("prisoner,placed,released,born\nA,1/2/2024,,1/1/1990\nB,1/2/2024,,\n", mapping)
    assert [(each.name, each.records_touched) for each in intake.assumptions] == [
        ("persons_are_adults", 1)
    ]


def test_a_zone_that_does_not_exist_is_damage(read: Read) -> None:
    mapping = SIMPLE.replace("to:", "zone: where, to:") + "persons: {zone: home}\n"
    rows = "A,1/2/2024,,Africa/Tunis,\nB,1/2/2024,,Tunis,\nC,1/2/2024,,,Mars\n"
    intake = read("prisoner,placed,released,where,home\n" + rows, mapping)
    assert [(each.row, each.value) for each in intake.damaged] == [(3, "Tunis"), (4, "Mars")]


def test_local_times_are_those_of_the_place_when_its_file_comes_first(write: Write) -> None:
    mapping = write(
        "map.yaml",
        """\
zone: Africa/Tunis
person: prisoner
dates: D/M/YYYY
files:
  "places*": {places: {place: prison, zone: zone}}
  "*": {records: [{type: separation, from: placed, place: prison}]}
""",
    )
    places = write("places.csv", "prison,zone\nEast,Asia/Almaty\n")
    rows = write("rows.csv", "prisoner,placed,prison\nA,3/2/2024,East\nB,3/2/2024,West\n")
    first, second = read_archive([places, rows], mapping).archive.records
    assert first.since == parse_instant("2024-02-03T00:00+06:00")
    assert second.since == parse_instant("2024-02-03T00:00+01:00")
    late = read_archive([rows, places], mapping)
    assert [(each.kind, each.file, each.row) for each in late.notices] == [
        ("zone", "places.csv", 2)
    ]


def test_a_number_without_end_is_damage(write: Write) -> None:
    mapping = write("map.yaml", SIMPLE.replace("to: released", "amount: days"))
    file = write("rows.jsonl", '{"prisoner": "A", "placed": "3/2/2024", "days": 1e999}\n')
    assert [each.column for each in read_archive([file], mapping).damaged] == ["days"]
