"""What is known and when; places and zones; groups of age and sex; custody."""

from __future__ import annotations

from datetime import date

import pytest

from standards.groups import comes_of_age, has_sex
from standards.instants import ALWAYS, OPEN
from standards.knowledge import known_records
from standards.person.custody import custody
from standards.person.file import PersonFile
from standards.places import holds, node_at, zone_of, zone_of_place
from standards.records import Person, Record

from .patterns.building import (
    KAMPALA,
    ROME,
    archive,
    at,
    born,
    clock,
    event,
    place,
    record,
    spell,
)


def known(*records: Record, as_of: str = "06-10 09:00", known_at: str | None = None) -> list[str]:
    moment = at(as_of) if known_at is None else at(known_at)
    return [r.id for r in known_records(records, as_of=at(as_of), known_at=moment)]


@pytest.mark.parametrize(
    ("entered", "counts"), [("06-10 08:59", True), ("06-10 09:00", True), ("06-10 09:01", False)]
)
def test_a_record_counts_once_it_is_entered(entered: str, counts: bool) -> None:
    assert bool(known(event("e", "06-01 09:00", recorded_at=entered))) is counts


@pytest.mark.parametrize(
    ("struck", "counts"), [("06-10 08:59", False), ("06-10 09:00", False), ("06-10 09:01", True)]
)
def test_a_record_counts_until_it_is_struck_out(struck: str, counts: bool) -> None:
    assert bool(known(event("e", "06-01 09:00", voided_at=struck))) is counts


@pytest.mark.parametrize(
    ("when", "exists"), [("06-10 08:59", True), ("06-10 09:00", True), ("06-10 09:01", False)]
)
def test_a_fact_after_the_day_asked_about_does_not_exist_yet(when: str, exists: bool) -> None:
    later = "06-20 09:00"
    assert bool(known(event("e", when, recorded_at=later), known_at=later)) is exists
    assert bool(known(spell("e", when, recorded_at=later), known_at=later)) is exists


def test_without_an_entry_time_a_record_is_known_from_when_it_was_made_or_happened() -> None:
    assert event("e", "06-01 09:00", made_at="06-02 09:00").known_from == at("06-02 09:00")
    assert event("e", "06-01 09:00").known_from == at("06-01 09:00")
    assert spell("e", "06-03 09:00").known_from == at("06-03 09:00")
    assert record("e").known_from is None
    assert known(record("e", id="plan")) == ["plan"]
    assert record("e").time is None


def test_only_the_last_of_a_chain_of_corrections_counts() -> None:
    first = event("e", "06-01 09:00", id="r1")
    second = event("e", "06-01 10:00", id="r2", supersedes="r1")
    third = event("e", "06-01 11:00", id="r3", supersedes="r2")
    struck = event("e", "06-01 11:00", id="r3", supersedes="r2", voided_at="06-05 09:00")
    later = event("e", "06-01 11:00", id="r3", supersedes="r2", recorded_at="06-11 09:00")
    assert known(first, second, third) == ["r3"]
    assert known(first, second, struck) == ["r2"]
    assert known(first, second, later) == ["r2"]


def test_a_correction_counts_within_one_person() -> None:
    first = event("e", "06-01 09:00", id="r1")
    other = event("e", "06-01 09:00", "B", id="r2", supersedes="r1")
    assert known(first, other) == ["r1", "r2"]


def test_a_field_filled_later_is_not_filled_yet() -> None:
    written = event("e", "06-01 09:00", fields={"e.a": "06-10 09:00", "e.b": "06-10 09:01"})
    (seen,) = known_records([written], as_of=at("06-10 09:00"), known_at=at("06-20 09:00"))
    assert seen.fields["e.a"].entered_at == at("06-10 09:00")
    assert seen.fields["e.b"].entered_at is None
    (early,) = known_records([written], as_of=at("06-20 09:00"), known_at=at("06-10 08:59"))
    assert early.fields["e.a"].entered_at is None
    (whole,) = known_records([written], as_of=at("06-20 09:00"), known_at=at("06-20 09:00"))
    assert whole is written


def test_places_form_a_tree() -> None:
    assert node_at("E1/P1/U1/C1", 3) == "E1/P1/U1"
    assert node_at("E1/P1", 3) is None
    assert holds("E1/P1", "E1/P1/U1") and holds("E1/P1", "E1/P1")
    assert not holds("E1/P1", "E1/P10") and not holds("E1/P1", "E1")


def test_a_zone_is_that_of_the_record_the_place_or_the_archive() -> None:
    places = {"E1": place("E1", zone=ROME), "E1/P1": place("E1/P1"), "E2": place("E2")}
    assert zone_of_place("E1/P1/U1/C1", places) == ROME
    assert zone_of_place("E2/P1", places) is None
    here = event("e", "06-01 09:00", place="E1/P1/U1")
    assert zone_of(here, places, KAMPALA) == ROME
    assert zone_of(here, {}, KAMPALA) == KAMPALA
    assert zone_of(event("e", "06-01 09:00", place="E2"), places, KAMPALA) == KAMPALA
    assert zone_of(event("e", "06-01 09:00", place="E1", zone="UTC"), places, KAMPALA) == "UTC"
    assert zone_of(event("e", "06-01 09:00"), places, KAMPALA) == KAMPALA


def test_an_archive_is_read_by_person_or_by_place() -> None:
    records = [event("e", "06-01 09:00"), event("e", "06-01 09:00", who=None, place="E1")]
    assert set(archive(records).by_who()) == {"A", "E1"}


@pytest.mark.parametrize(
    ("birth", "adult_from"),
    [("2008-03-10", "2026-03-10"), ("2008-02-29", "2026-03-01"), ("2006-02-28", "2024-02-28")],
)
def test_a_child_comes_of_age_at_midnight_of_the_birthday(birth: str, adult_from: str) -> None:
    of_age = comes_of_age(born("A", birth), KAMPALA)
    assert of_age == at(f"{adult_from} 00:00")


def test_nobody_knows_when_a_person_without_a_birth_date_comes_of_age() -> None:
    assert comes_of_age(None, KAMPALA) is None
    assert comes_of_age(born("A"), KAMPALA) is None


@pytest.mark.parametrize(
    ("sex", "woman", "man"),
    [("f", True, False), (" Female ", True, False), ("m", False, True), ("x", False, False),
     (None, False, False)],
)  # fmt: skip
def test_women_and_men_as_recorded(sex: str | None, woman: bool, man: bool) -> None:
    person = Person(id="A", sex=sex)
    assert (has_sex(person, "women"), has_sex(person, "men")) == (woman, man)
    assert not has_sex(None, "women") and not has_sex(person, "untried")


def file(*records: Record, person: Person | None = None, as_of: str = "06-10 09:00") -> PersonFile:
    return PersonFile(
        "A",
        records,
        person=person,
        as_of=at(as_of),
        zone=KAMPALA,
        zone_of=lambda written: written.zone or KAMPALA,
    )


def shown(stretches: list[object]) -> list[str]:
    names = {ALWAYS: "ever", OPEN: "now on"}
    return [
        f"{names.get(s.start) or clock(s.start)} to {names.get(s.end) or clock(s.end)}"
        for s in stretches
    ]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("records", "stretches"),
    [
        ([], ["ever to now on"]),
        ([event("release", "06-05 09:00")], ["ever to 06-05 09:00"]),
        ([event("admission", "06-01 09:00")], ["06-01 09:00 to now on"]),
        (
            [event("admission", "06-01 09:00"), event("death", "06-05 09:00")],
            ["06-01 09:00 to 06-05 09:00"],
        ),
        (
            [event("admission", "06-01 09:00"), event("release", "06-01 09:00")],
            ["06-01 09:00 to now on"],
        ),
        (
            [event("release", "05-01 09:00"), event("admission", "06-01 09:00")],
            ["ever to 05-01 09:00", "06-01 09:00 to now on"],
        ),
        (
            [
                event("admission", "06-01 09:00"),
                event("release", "06-02 09:00"),
                event("admission", "06-03 09:00"),
                event("death_in_custody", "06-04 09:00"),
            ],
            ["06-01 09:00 to 06-02 09:00", "06-03 09:00 to 06-04 09:00"],
        ),
        (
            [event("admission", "06-01 09:00"), event("admission", "06-02 09:00")],
            ["06-01 09:00 to now on"],
        ),
        ([spell("in_custody", "06-01 09:00", "06-02 09:00")], ["06-01 09:00 to 06-02 09:00"]),
        (
            [spell("custody", "06-01 09:00"), event("release", "06-03 09:00")],
            ["06-01 09:00 to 06-03 09:00"],
        ),
        ([spell("in_custody", "06-02 09:00", "06-02 09:00")], ["ever to now on"]),
    ],
)
def test_custody_is_from_admission_to_release_or_death(
    records: list[Record], stretches: list[str]
) -> None:
    assert shown(custody(file(*records))) == stretches


def test_age_groups_split_at_the_birthday() -> None:
    young = file(person=born("A", "2008-06-05"))
    assert shown(young.group("children")) == ["ever to 06-05 00:00"]
    assert shown(young.group("adults")) == ["06-05 00:00 to now on"]
    still = file(person=born("A", "2008-06-11"))
    assert shown(still.group("children")) == ["ever to now on"]
    assert still.group("adults") == []
    nobody = file()
    assert nobody.group("children")[0].flags == {"presumed_child"}
    assert nobody.group("adults") == []
    by_year = file(person=Person(id="A", birth_date=date(2008, 12, 31), birth_date_is_latest=True))
    assert by_year.group("children")[0].flags == {"presumed_child"}


def test_where_everybody_is_declared_an_adult_the_unknown_are_adults() -> None:
    declared = PersonFile(
        "A", [], person=None, as_of=at("06-10 09:00"), zone=KAMPALA,
        zone_of=lambda written: KAMPALA, adult_if_unknown=True,
    )  # fmt: skip
    assert shown(declared.group("adults")) == ["ever to now on"]
    assert declared.group("children") == []


def test_motherhood_joins_its_kinds_and_begins_when_known() -> None:
    group = "pregnant_or_mother_with_infant_or_breastfeeding"
    records = [
        spell("pregnant", "05-01 09:00", "06-02 09:00", recorded_at="05-10 09:00"),
        spell("mother_with_infant", "06-02 09:00"),
        spell("breastfeeding", "05-01 09:00", "05-02 09:00", recorded_at="05-03 09:00"),
    ]
    assert shown(file(*records).group(group)) == ["05-10 09:00 to now on"]
    birth = [spell("labour", "06-01 09:00", "06-02 09:00"), spell("birth_and_after", "06-02 09:00")]
    assert shown(file(*birth).group("in_labour_birth_or_just_after")) == ["06-01 09:00 to now on"]


def test_women_by_their_file_or_by_a_spell() -> None:
    assert shown(file(person=Person(id="A", sex="f")).group("women")) == ["ever to now on"]
    assert shown(file(spell("women", "06-01 09:00")).group("women")) == ["06-01 09:00 to now on"]
    assert file(person=Person(id="A", sex="m")).group("women") == []


def test_ends_are_inferred_from_what_contradicts_a_spell() -> None:
    def state(name: str, *more: Record) -> str:
        kept = file(spell(name, "06-01 09:00"), *more)
        ((_, stretch),) = [pair for pair in kept.state(name) if pair[1].start == at("06-01 09:00")]
        return shown([stretch])[0] + (" inferred" if stretch.inferred else "")

    back = spell("general_population", "06-03 09:00")
    moved = spell("placement", "06-04 09:00")
    for name in ("solitary", "separated", "separation"):
        assert state(name, back) == "06-01 09:00 to 06-03 09:00 inferred"
        assert state(name, moved) == "06-01 09:00 to now on"
    assert state("placement", back) == "06-01 09:00 to now on"
    assert state("placement", moved) == "06-01 09:00 to 06-04 09:00 inferred"
    assert state("restrained", back, moved) == "06-01 09:00 to now on"
    assert state("restrained", event("release", "06-02 09:00")) == (
        "06-01 09:00 to 06-02 09:00 inferred"
    )
    empty = spell("general_population", "06-03 09:00", "06-03 09:00")
    assert state("solitary", empty) == "06-01 09:00 to now on"
