"""Derived states and what both engines start from."""

from __future__ import annotations

import pytest

from standards.conformance import read_cases
from standards.durations import parse_duration
from standards.prepare import added_records, prepare
from standards.records import Archive, Record, reaching
from standards.rulebook.derivations import SameSpell, SolitaryByLocalDay
from standards.rulebook.load import packaged_folder

from .patterns.building import (
    ROME,
    archive,
    at,
    check,
    clock,
    event,
    place,
    placed,
    spell,
)

SOLITARY = SolitaryByLocalDay(
    id="solitary",
    source="separation",
    state="solitary",
    contact="contact_log",
    meaningful_kinds=("visit",),
    not_meaningful_kinds=("hatch",),
    meaningful=(),
    not_meaningful=(),
    alone_for=parse_duration("PT22H"),
    alone_share=(22, 24),
    when_contact_not_kept="unknown",
    assumption="segregation_is_solitary",
)
SEPARATED = SameSpell(id="separated", source="separation", state="separated")
AIR = check(
    "quota", state="kept", amount_of="air", unit="minutes", period="local_day", min=60,
    excuse="storm",
)  # fmt: skip


def derived(given: Archive, as_of: str = "03-20 09:00") -> list[Record]:
    return added_records(
        given, [], as_of=at(as_of), known_at=None, derivations=[SOLITARY, SEPARATED]
    )


def lines(given: Archive, as_of: str = "03-20 09:00") -> list[str]:
    return sorted(
        f"{r.who} {clock(r.since)} to {clock(r.until)}"
        + (" uncertain" if r.uncertain else "")
        + "".join(f" [{flag}]" for flag in sorted(r.flags))
        for r in derived(given, as_of)
        if r.type == "solitary"
    )


def visit(day: str, since: str, until: str, **more: object) -> Record:
    return spell("contact_log", f"{day} {since}", f"{day} {until}", kind="visit", **more)


def test_separation_is_separated_for_as_long() -> None:
    given = archive([spell("separation", "03-01 09:00", "03-02 09:00", id="s")])
    (copy,) = (r for r in derived(given) if r.type == "separated")
    assert (copy.id, copy.since, copy.until) == ("s", at("03-01 09:00"), at("03-02 09:00"))


@pytest.mark.parametrize(
    ("until", "solitary"), [("10:59", True), ("11:00", True), ("11:01", False)]
)
def test_a_day_of_twenty_two_hours_alone(until: str, solitary: bool) -> None:
    day = spell("separation", "03-02 00:00", "03-03 00:00")
    given = archive([day, visit("03-02", "09:00", until)])
    assert lines(given) == (["A 03-02 00:00 to 03-03 00:00"] if solitary else [])


@pytest.mark.parametrize(("until", "solitary"), [("16:00", True), ("16:01", False)])
def test_a_part_of_a_day_in_the_same_proportion(until: str, solitary: bool) -> None:
    part = spell("separation", "03-02 12:00", "03-03 00:00")
    given = archive([part, visit("03-02", "15:00", until)])
    assert lines(given) == (["A 03-02 12:00 to 03-03 00:00"] if solitary else [])


def test_days_join_and_a_day_in_company_parts_them() -> None:
    kept = spell("separation", "03-02 10:00", "03-06 10:00")
    given = archive([kept, visit("03-04", "09:00", "12:00")])
    assert lines(given) == [
        "A 03-02 10:00 to 03-04 00:00 [no_contact_log]",
        "A 03-05 00:00 to 03-06 10:00 [no_contact_log]",
    ]


def test_no_logs_at_all_is_uncertain_unless_assumed_and_kept_logs_are_judged() -> None:
    kept = spell("separation", "03-02 10:00")
    assert lines(archive([kept])) == ["A 03-02 10:00 to now on uncertain"]
    assumed = archive([kept], assumptions=["segregation_is_solitary"])
    assert lines(assumed) == ["A 03-02 10:00 to now on [no_contact_log]"]
    judged = archive([kept], kept=["separation", "contact_log"])
    assert lines(judged) == ["A 03-02 10:00 to now on [no_contact_log]"]
    other = archive([kept], kept=["separation"], assumptions=["something_else"])
    assert lines(other) == ["A 03-02 10:00 to now on uncertain"]


def test_a_planned_end_stays_a_plan_and_an_ended_day_is_closed() -> None:
    planned = spell("separation", "03-02 00:00", "03-25 00:00")
    given = archive([planned], kept=["contact_log"])
    assert lines(given) == ["A 03-02 00:00 to 03-25 00:00 [no_contact_log]"]
    today = archive([planned, visit("03-20", "06:00", "09:00")])
    assert lines(today) == ["A 03-02 00:00 to 03-20 00:00 [no_contact_log]"]


def test_an_inferred_end_stays_one() -> None:
    kept = [spell("separation", "03-02 00:00"), spell("general_population", "03-05 12:00")]
    assert lines(archive(kept, kept=["contact_log"])) == [
        "A 03-02 00:00 to now on [no_contact_log]"
    ]


def test_a_log_of_no_length_at_the_minute_counts_as_a_log() -> None:
    day = spell("separation", "03-02 00:00", "03-03 00:00")
    for when, flag in (("03-02 00:00", ""), ("03-03 00:00", " [no_contact_log]")):
        given = archive([day, event("contact_log", when, kind="visit", amount=10)])
        assert lines(given) == [f"A 03-02 00:00 to 03-03 00:00{flag}"]
    empty = archive([day, event("contact_log", "03-02 12:00", kind="visit")])
    assert lines(empty) == ["A 03-02 00:00 to 03-03 00:00"]


def test_an_open_contact_runs_to_now_and_everybody_has_his_own_logs() -> None:
    records = [
        spell("separation", "03-19 00:00"),
        spell("separation", "03-19 00:00", who="B"),
        spell("contact_log", "03-19 20:00", kind="visit"),
    ]
    assert lines(archive(records)) == ["B 03-19 00:00 to now on [no_contact_log]"]


def test_days_are_those_of_the_place() -> None:
    day = spell("separation", "03-29 01:00", "03-30 01:00", place="E1")  # 23:00 to 00:00 in Rome
    given = archive([day], places=[place("E1", zone=ROME)], kept=["contact_log"])
    assert lines(given, "04-20 09:00") == ["A 03-29 01:00 to 03-30 01:00 [no_contact_log]"]


def prepared(*records: Record) -> list[tuple[str, str | None]]:
    given = prepare(archive(records), [AIR], as_of=at("06-10 09:00"), known_at=None, derivations=[])
    kinds = ("storm", reaching("storm"))
    return [("storm", r.who) for r in given.records if r.type in kinds]


@pytest.mark.parametrize(
    ("somewhere", "reached"),
    [("E1", True), ("E1/P1", True), ("E1/P1/U1/C1", True), ("E1/P1/U2", False), ("E", False)],
)
def test_an_exemption_of_a_place_reaches_the_people_in_it(somewhere: str, reached: bool) -> None:
    here = placed("E1/P1/U1/C1", "05-01 09:00")
    storm = event("storm", "06-01 09:00", who=None, place=somewhere)
    assert prepared(here, storm) == [("storm", None)] + ([("storm", "A")] if reached else [])


@pytest.mark.parametrize(
    ("since", "until", "reached"),
    [
        ("06-01 09:00", None, True),
        ("06-01 09:01", None, False),
        ("05-01 09:00", "06-01 09:00", False),
        ("05-01 09:00", "06-01 09:01", True),
    ],
)
def test_and_only_those_who_were_there_then(since: str, until: str | None, reached: bool) -> None:
    here = placed("E1/P1/U1/C1", since, until)
    storm = event("storm", "06-01 09:00", who=None, place="E1")
    assert (("storm", "A") in prepared(here, storm)) is reached


def test_a_spell_for_a_place_reaches_those_who_come_before_its_end() -> None:
    storm = spell("storm", "06-01 09:00", "06-02 09:00", who=None, place="E1")
    going_on = spell("storm", "06-01 09:00", who=None, place="E1")
    come = placed("E1/P1", "06-02 09:00")
    late = placed("E1/P1", "06-02 09:01")
    gone = placed("E1/P1", "05-01 09:00", "06-01 09:00")
    assert ("storm", "A") in prepared(come, storm)
    assert ("storm", "A") not in prepared(late, storm)
    assert ("storm", "A") not in prepared(gone, storm)
    assert ("storm", "A") in prepared(late, going_on)


def test_other_records_of_a_place_reach_nobody_and_each_person_is_reached_once() -> None:
    twice = [placed("E1/P1", "05-01 09:00", "05-20 09:00"), placed("E1/P2", "05-20 09:00")]
    storm = spell("storm", "05-10 09:00", who=None, place="E1")
    noise = spell("noise", "05-10 09:00", who=None, place="E1")
    assert prepared(*twice, storm) == [("storm", None), ("storm", "A")]
    given = prepare(
        archive([*twice, noise]), [AIR], as_of=at("06-10 09:00"), known_at=None, derivations=[]
    )
    assert [r.who for r in given.records if r.type == "noise"] == [None]


def test_what_is_added_is_what_preparing_adds() -> None:
    for path in sorted((packaged_folder() / "cases").glob("solitary.yaml")):
        for case in read_cases(path):
            asked = {"as_of": case.as_of, "known_at": None, "derivations": [SOLITARY, SEPARATED]}
            whole = prepare(case.archive, [AIR], **asked).records
            added = added_records(case.archive, [AIR], **asked)
            assert whole[len(whole) - len(added) :] == added
