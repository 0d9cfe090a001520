"""What was done against a rule is written down as it was, and the engine says so."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from standards.findings import Status
from standards.instants import from_datetime
from tests.casework.safety.made import AT, DAY, DIRECTOR, HOUR, MINUTE, NURSE, WING, grown
from tests.casework.safety.made_measures import (
    decided,
    findings,
    looked,
    ready,
    restricted,
    statuses,
    woman,
)
from throughcare.casework.safety import actions
from throughcare.casework.safety.measure_errors import NothingFound

pytestmark = pytest.mark.django_db
LATE = AT + 9 * DAY
FOUND: dict[str, Any] = {
    "by": WING, "at": AT + 8 * DAY, "found": "told by two people of the cell",
    "said_by": "the inspector",
}  # fmt: skip


def _restriction(person: UUID, scope: str, kind: str = "contact", **more: Any) -> Any:
    said = {**FOUND, "kind": kind, "scope": scope, "ground": "security", "since": AT}
    return actions.record_what_happened_restriction(**{**said, "person_id": person, **more})


def _restraint(person: UUID, **more: Any) -> Any:
    said = {**FOUND, "instrument": "handcuffs", "purpose": "transfer", "since": AT}
    return actions.record_what_happened_restraint(
        **{**said, "until": AT + HOUR, "person_id": person, **more}
    )


def _sanction(person: UUID, kind: str, **more: Any) -> Any:
    said = {**FOUND, "kind": kind, "imposed_at": AT, "person_id": person}
    return actions.record_what_happened_sanction(**{**said, **more})


def _case(person: UUID, **went: Any) -> Any:
    return actions.record_what_happened_case(
        **FOUND, person_id=person, act="a fight", went=actions.Went(**went)
    )


BREACHES: dict[str, tuple[str, Any]] = {
    "all contact barred": ("nmr-43-3-ban", lambda p: _restriction(p, "family_barred")),
    "all means barred": (
        "nmr-43-3-ban",
        lambda p: [_restriction(p, f"{one}_barred") for one in ("visits", "calls", "letters")],
    ),
    "contact barred as a sanction": (
        "nmr-43-3-ban", lambda p: _sanction(p, "family_contact_barred", since=AT),
    ),
    "food cut": ("nmr-43-1-d-diet", lambda p: _restriction(p, "food_or_water", "regime")),
    "food cut as a sanction": (
        "nmr-43-1-d-diet", lambda p: _sanction(p, "food_or_water_reduced"),
    ),
    "children barred": (
        "br-23", lambda p: _restriction(woman(p), "children_barred", ground="sanction"),
    ),
    "chains": ("nmr-47-1", lambda p: _restraint(p, instrument="chains")),
    "a rope": ("nmr-47-2-law", lambda p: _restraint(p, instrument="rope", lawful_ground="none")),
    "before a court": ("nmr-47-2-a", lambda p: _restraint(p, at_appearance=True)),
    "restraint as a sanction": ("nmr-43-2", lambda p: _restraint(p, as_sanction=True)),
    "restraint as the sanction": ("nmr-43-2", lambda p: _sanction(p, "restraint")),
    "no order": ("nmr-47-2-b-order", lambda p: _restraint(p, purpose="harm")),
    "an old order": (
        "nmr-47-2-b-order",
        lambda p: _restraint(
            p, purpose="harm", ordered_by="D", ordered_at=AT - HOUR - MINUTE
        ),
    ),
    "nothing tried": ("nmr-48-1-a", lambda p: _restraint(p)),
    "never looked at": ("nmr-48-1-c-check", lambda p: _restraint(p)),
    "too long": ("nmr-48-1-c-time", lambda p: _restraint(p, until=AT + 3 * HOUR)),
    "a blow": ("nmr-43-1-d", lambda p: _sanction(p, "corporal_punishment")),
    "a group": ("nmr-43-1-e", lambda p: _sanction(p, "warning", collective=True)),
    "not of the list": ("nmr-37-b", lambda p: _sanction(p, "extra_drill")),
    "too long by a minute": (
        "nmr-37-b",
        lambda p: _sanction(
            p, "contact_limited", since=AT, until=AT + 30 * DAY + MINUTE
        ),
    ),
    "no hearing": ("nmr-39-1-process", lambda p: _sanction(p, "warning")),
    "no words": ("nmr-39-2-record", lambda p: _sanction(p, "warning")),
    "by health staff": (
        "nmr-46-1-role", lambda p: _sanction(p, "warning", decider_role="health_staff"),
    ),
    "restricted by health staff": (
        "nmr-46-1-role", lambda p: _restriction(p, "family_limited", authority_role="health_staff"),
    ),
    "a report two days late": (
        "nmr-41-1-report", lambda p: _case(p, happened_at=AT, reported_at=AT + 2 * DAY),
    ),
    "no notice": ("nmr-41-2-notice", lambda p: _case(p, happened_at=AT, reported_at=AT)),
    "nobody inquired": ("nmr-41-1-investigate", lambda p: _case(p, reported_at=AT)),
    "heard too soon": (
        "nmr-41-2-time", lambda p: _case(p, notice_at=AT, heard_at=AT + 23 * HOUR),
    ),
    "nobody says who helped": ("nmr-41-3-defence", lambda p: _case(p, heard_at=AT)),
    "questioned without a lawyer": ("nmr-41-5", lambda p: _case(p, questioned_at=AT)),
    "filed too late": ("nmr-8-c", lambda p: _case(p, decided_at=AT)),
    "entered too late": ("nmr-8-e", lambda p: _sanction(p, "warning")),
    "no word of review": ("nmr-41-4", lambda p: _sanction(p, "warning")),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(BREACHES))
def test_what_nobody_may_order_is_written_down_and_found(what: str) -> None:
    rule, write = BREACHES[what]
    person = grown()
    assert Status.BREACHED not in statuses(rule, person, LATE)
    write(person)
    assert Status.BREACHED in statuses(rule, person, LATE)


def test_nothing_is_written_down_without_who_says_so_and_how_it_is_known() -> None:
    person = grown()
    for lacking in ("found", "said_by"):
        with pytest.raises(NothingFound):
            _restriction(person, "family_barred", **{lacking: " "})
        with pytest.raises(NothingFound):
            _restraint(person, **{lacking: ""})
        with pytest.raises(NothingFound):
            _sanction(person, "corporal_punishment", **{lacking: ""})


def _spans(rule: str, person: UUID) -> list[tuple[int, int | None]]:
    breached = [one for one in findings(rule, person, LATE) if one.status == Status.BREACHED]
    return [(one.since, one.until) for one in breached]


def _instants(*moments: datetime) -> tuple[int, ...]:
    return tuple(from_datetime(one) for one in moments)


def test_means_that_are_barred_one_by_one_are_a_ban_while_all_are() -> None:
    person = grown()
    _restriction(person, "visits_barred", end_at=AT + 4 * DAY)
    _restriction(person, "calls_barred", since=AT + DAY, end_at=AT + 6 * DAY)
    assert _spans("nmr-43-3-ban", person) == []
    _restriction(person, "letters_barred", since=AT + 2 * DAY, ended_at=AT + 3 * DAY)
    assert _spans("nmr-43-3-ban", person) == [_instants(AT + 2 * DAY, AT + 3 * DAY)]


def test_a_ban_that_was_found_ends_by_itself_too() -> None:
    person = grown()
    _restriction(person, "family_barred", end_at=AT + DAY)
    assert _spans("nmr-43-3-ban", person) == [_instants(AT, AT + DAY)]


def test_family_contact_cut_is_found_for_a_child_under_its_own_rule() -> None:
    child = grown(born="2010-05-05")
    _restriction(child, "family_barred", end_at=AT + DAY)
    assert _spans("juv-hr-67-family", child) == [_instants(AT, AT + DAY)]


def test_and_not_for_somebody_grown_up() -> None:
    person = grown()
    _restriction(person, "family_barred")
    assert _spans("juv-hr-67-family", person) == []


def test_a_man_barred_from_his_children_breaks_no_rule_for_women() -> None:
    person = grown()
    _restriction(person, "children_barred", ground="sanction")
    assert _spans("br-23", person) == []
    assert statuses("nmr-43-3-limit", person, LATE) == {Status.DUE}


def test_a_second_sanction_for_one_act_is_found_and_the_first_is_not() -> None:
    person = grown()
    case = ready(person)
    decided(case)
    again = AT + 5 * DAY
    _sanction(person, "warning", case_id=case.first, imposed_at=again, no_end_why="a warning")
    assert _spans("nmr-39-1-double", person) == [_instants(again, again)]
    child_rule = statuses("juv-hr-67-double", person, LATE)
    assert child_rule == set()


def test_a_sanction_of_the_list_does_not_make_the_next_one_lawful() -> None:
    person = grown()
    case = ready(person)
    decided(case)
    again = AT + 5 * DAY
    _sanction(person, "extra_drill", case_id=case.first, imposed_at=again)
    assert _spans("nmr-37-b", person) == [_instants(again, again)]


def test_an_ill_mind_that_nobody_weighed_is_found() -> None:
    person = grown()
    actions.say_mental_condition(by=NURSE, at=AT, person_id=person, since=AT - DAY)
    _sanction(person, "warning")
    assert statuses("nmr-39-3", person, LATE) == {Status.BREACHED}
    other = grown("Marat", cell="north/a/1/02")
    actions.say_mental_condition(by=NURSE, at=AT, person_id=other, since=AT - DAY)
    decided(ready(other))
    assert statuses("nmr-39-3", other, LATE) == {Status.MET}


def test_an_illness_that_was_the_direct_cause_was_weighed_and_lets_no_sanction_pass() -> None:
    person = grown()
    actions.say_mental_condition(by=NURSE, at=AT, person_id=person, since=AT - DAY)
    case = _case(person, mind_weighed_at=AT, mind_finding="direct_cause")
    _sanction(person, "warning", case_id=case.first)
    assert statuses("nmr-39-3", person, LATE) == {Status.BREACHED}


@pytest.mark.parametrize("rule", ["nmr-48-2", "br-24"])
def test_restraints_during_labour_are_found(rule: str) -> None:
    person = woman(grown())
    actions.state_health(
        by=NURSE, at=AT + DAY, person_id=person, kind="labour", since=AT, until=AT + 5 * HOUR
    )
    _restraint(person, since=AT + HOUR, until=AT + 2 * HOUR)
    assert _spans(rule, person) == [_instants(AT + HOUR, AT + 2 * HOUR)]


def test_what_is_found_in_a_case_that_stands_is_written_into_it() -> None:
    person = grown()
    case = ready(person)
    actions.record_what_happened_in_case(
        by=DIRECTOR, at=AT + 8 * DAY, case_id=case.first,
        went=actions.Went(notice_at=AT + 25 * HOUR), found="the paper bears another hour",
        said_by="the lawyer",
    )  # fmt: skip
    assert statuses("nmr-41-2-time", person, LATE) == {Status.BREACHED}


def test_a_restriction_that_was_ordered_rightly_breaks_nothing() -> None:
    person = grown()
    restricted(person)
    for rule in ("nmr-43-3-ban", "nmr-43-1-d-diet", "br-23", "nmr-46-1-role", "nmr-43-1-e"):
        assert statuses(rule, person, LATE) == set(), rule


def test_the_end_of_restraints_stands_in_the_look_that_took_them_off() -> None:
    person = grown()
    use = _restraint(person, until=None)
    looked(use, "taken_off", AT + 30 * MINUTE, at=AT + 8 * DAY)
    times = findings("nmr-48-1-c-time", person, LATE)
    assert [(one.since, one.until) for one in times] == [_instants(AT, AT + 30 * MINUTE)]
