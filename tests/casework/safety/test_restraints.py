"""Restraints: which, for what, on whose order, until when; and never on some (Rules 47, 48)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from standards.findings import Status
from tests.casework.safety.made import (
    AT,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    MINUTE,
    NURSE,
    SECOND_OFFICER,
    WING,
    grown,
)
from tests.casework.safety.made_measures import NOON, looked, restrained, statuses, woman
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.safety import actions, queries
from throughcare.casework.safety.catalogue import forbidden_instruments, instruments
from throughcare.casework.safety.measure_errors import (
    BadRestraint,
    ForbiddenInstrument,
    ForbiddenRestraint,
    MustNotBeRestrained,
    NoDirectorOrder,
)

pytestmark = pytest.mark.django_db


def _ordered(**more: Any) -> dict[str, Any]:
    return {"purpose": "harm", "ordered_by": "A. Director", "ordered_at": NOON, **more}


@pytest.mark.parametrize("instrument", sorted(forbidden_instruments()))
def test_a_forbidden_instrument_is_refused_in_the_words_of_the_rule(instrument: str) -> None:
    with pytest.raises(ForbiddenInstrument, match=r"47\.1 \(nmr-47-1\): Chains, irons"):
        restrained(grown(), instrument=instrument)


def test_an_instrument_is_used_only_for_what_the_list_has_it() -> None:
    person = grown()
    for instrument, purpose in (
        ("waist_belt", "medical"), ("bed_straps", "transfer"), ("rope", "transfer"),
        ("handcuffs", "other"),
    ):  # fmt: skip
        with pytest.raises(ForbiddenInstrument, match="nmr-47-2-law"):
            restrained(person, instrument=instrument, purpose=purpose)
    assert "rope" not in instruments()


def test_restraints_are_no_sanction_and_come_off_before_a_court() -> None:
    person = grown()
    with pytest.raises(ForbiddenRestraint, match="nmr-43-2"):
        restrained(person, as_sanction=True)
    with pytest.raises(ForbiddenRestraint, match="nmr-47-2-a"):
        restrained(person, at_appearance=True)


@pytest.mark.parametrize("early", [None, -1, 61])
def test_against_harm_it_takes_the_directors_order_of_the_last_hour(early: int | None) -> None:
    at = None if early is None else NOON - early * MINUTE
    when = max(NOON, at or NOON)
    with pytest.raises(NoDirectorOrder, match="order of the director"):
        restrained(
            grown(), at=when, since=NOON, **_ordered(ordered_at=at, ordered_by="A." if at else "")
        )


def test_with_the_order_they_are_put_on_and_the_doctor_is_alerted_in_time() -> None:
    person = grown()
    use = restrained(person, **_ordered(ordered_at=NOON - HOUR))
    looked(use, "doctor_alerted", NOON + 15 * MINUTE)
    looked(use, "headquarters_told", NOON + DAY)
    for rule in ("nmr-47-2-b-order", "nmr-47-2-b-doctor", "nmr-47-2-b-report", "nmr-47-2-law"):
        assert statuses(rule, person, NOON + 2 * DAY) == {Status.MET}, rule


def test_a_doctor_alerted_a_minute_late_is_late() -> None:
    person = grown()
    use = restrained(person, **_ordered())
    looked(use, "doctor_alerted", NOON + 16 * MINUTE)
    assert statuses("nmr-47-2-b-doctor", person, NOON + DAY) == {Status.BREACHED}
    assert statuses("nmr-47-2-b-report", person, NOON + 2 * DAY) == {Status.BREACHED}


def test_they_are_looked_at_every_quarter_of_an_hour_until_they_come_off() -> None:
    person = grown()
    use = restrained(person)
    for minutes in (15, 30, 45):
        looked(use, "checked", NOON + minutes * MINUTE)
    looked(use, "taken_off", NOON + HOUR, by=SECOND_OFFICER)
    for rule in ("nmr-48-1-c-check", "nmr-48-1-c-time", "nmr-48-1-a"):
        assert statuses(rule, person, NOON + DAY) == {Status.MET}, rule


def test_a_look_that_is_missed_and_hours_that_are_too_many_are_breaches() -> None:
    person = grown()
    use = restrained(person)
    looked(use, "taken_off", NOON + 2 * HOUR + MINUTE)
    for rule in ("nmr-48-1-c-check", "nmr-48-1-c-time"):
        assert statuses(rule, person, NOON + DAY) == {Status.BREACHED}, rule


@pytest.mark.parametrize("kind", ["labour", "birth_and_after"])
def test_a_woman_in_labour_or_just_after_is_not_restrained_and_nobody_learns_why(
    kind: str,
) -> None:
    person = woman(grown())
    actions.state_health(by=NURSE, at=AT, person_id=person, kind=kind, since=AT)
    with pytest.raises(MustNotBeRestrained) as refused:
        restrained(person)
    said = str(refused.value)
    assert "must not be restrained, on grounds kept in the health file" in said
    assert not any(word in said for word in ("labour", "birth", "pregnan", "48"))


def test_other_states_of_health_do_not_speak_here() -> None:
    person = woman(grown())
    actions.state_health(by=NURSE, at=AT, person_id=person, kind="pregnant", since=AT)
    actions.state_health(
        by=NURSE, at=NOON, person_id=person, kind="labour", since=AT, until=NOON - MINUTE
    )
    assert restrained(person)


def test_a_use_says_why_and_what_was_tried_and_its_times_make_sense() -> None:
    person = grown()
    for lacking in ("lawful_ground", "reason", "lesser_means_tried"):
        with pytest.raises(BadRestraint, match=lacking.replace("_", " ")):
            restrained(person, **{lacking: ""})
    with pytest.raises(BadRestraint):
        restrained(person, until=NOON - MINUTE)
    with pytest.raises(BadRestraint):
        restrained(person, ordered_by="A. Director")
    with pytest.raises(BadMoment):
        restrained(person, since=NOON + MINUTE)


def test_who_adds_to_the_register_sees_that_they_are_on_and_nothing_else() -> None:
    person = grown()
    use = restrained(person)
    looked(use, "checked", NOON + MINUTE)
    (on,) = queries.restraints_on(WING, [person], at=NOON + HOUR)
    assert (on.restraint_id, on.last_look) == (use.first, NOON + MINUTE)
    assert queries.restraints_on(ELSEWHERE, [person], at=NOON + HOUR) == []
    with pytest.raises(Refused):
        queries.measures_of(WING, person, at=NOON)
    looked(use, "taken_off", NOON + HOUR)
    assert queries.restraints_on(WING, [person], at=NOON + HOUR) == []
    (read,) = queries.measures_of(INSPECTOR, person, at=NOON + HOUR).restraints
    assert [one.what for one in read.checks] == ["checked", "taken_off"]


def test_a_look_belongs_to_restraints_of_the_same_person() -> None:
    use, other = restrained(grown()), grown("Marat", cell="north/a/1/02")
    with pytest.raises(BadRestraint):
        looked(use, "checked", NOON, person_id=other)
    with pytest.raises(BadRestraint):
        looked(use, "forgotten", NOON)
    with pytest.raises(NotThere):
        looked(use, "checked", NOON, by=ELSEWHERE)


def test_a_child_is_restrained_on_order_alone_and_health_staff_come_at_once() -> None:
    child: UUID = grown(born="2010-05-05")
    use = restrained(child)
    assert statuses("juv-hr-64", child, NOON + DAY) == {Status.BREACHED}
    assert statuses("juv-hr-64-doctor", child, NOON + DAY) == {Status.BREACHED}
    second = restrained(child, at=NOON + DAY, since=NOON + DAY, **_ordered(ordered_at=NOON + DAY))
    looked(second, "health_seen", NOON + DAY + 30 * MINUTE, by=NURSE)
    assert statuses("juv-hr-64", child, NOON + 2 * DAY) == {Status.MET, Status.BREACHED}
    assert statuses("juv-hr-64-doctor", child, NOON + 2 * DAY) == {Status.MET, Status.BREACHED}
    assert use.first != second.first and DIRECTOR
