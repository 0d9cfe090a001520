"""A screening asks whether a full assessment is needed; two people answer, and it is no label."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    DIRECTOR,
    INSPECTOR,
    WING,
    another_account,
    grown,
    manager,
    referred,
    refused_by,
    screened,
    screener,
    second,
)
from tests.casework.assessment.made_status import the_prisoner
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.errors import (
    AlreadyWaits,
    BeliefAlone,
    NoTool,
    NotSaid,
    SameHand,
    WrongState,
)
from throughcare.casework.assessment.models import Screening
from throughcare.casework.people.files import fresh_id

pytestmark = pytest.mark.django_db
LATER = AT + 3 * DAY


def looked(row: Screening, by: Viewer, *, confirm: bool = True, why: str = "agreed") -> Screening:
    """A second person's word."""
    return actions.look_at_screening(by=by, at=LATER, screening_id=row.id, confirm=confirm, why=why)


def test_it_answers_the_referrals_and_holds_once_a_second_person_confirms() -> None:
    person = grown()
    one, two = referred(person), referred(person)
    row = screened(person, trigger="referral", referrals=[one.id, two.id])
    read = queries.judgements_of(second(person), person, at=LATER)
    assert [r.row.state for r in read.referrals] == ["screened", "screened"]
    assert [s.state for s in read.screenings] == ["proposed"]
    assert read.in_force is None
    looked(row, second(person))
    read = queries.judgements_of(second(person), person, at=LATER + DAY)
    assert read.in_force is not None and read.in_force.outcome == "full_assessment"


def test_what_is_sent_back_holds_nothing_and_may_be_screened_anew() -> None:
    person = grown()
    looked(screened(person), second(person), confirm=False, why="one account is hearsay")
    assert queries.judgements_of(second(person), person, at=LATER).in_force is None
    screened(person, at=LATER)


def test_whoever_refers_does_not_screen_with_one_account_or_two() -> None:
    person = grown()
    me = manager(person)
    row = referred(person, by=me)
    for same in (me, another_account(me, 960, person)):
        with pytest.raises(SameHand):
            screened(person, by=same, trigger="referral", referrals=[row.id])
    assert screened(person, trigger="referral", referrals=[row.id])


def test_whoever_screens_does_not_confirm_with_one_account_or_two() -> None:
    person = grown()
    me = screener(person)
    row = screened(person, by=me)
    for same in (me, another_account(me, 961, person)):
        with pytest.raises(SameHand):
            looked(row, same)
    assert looked(row, second(person)).state == "confirmed"


def test_a_second_screening_waits_for_the_first() -> None:
    person = grown()
    row = screened(person)
    with pytest.raises(AlreadyWaits):
        screened(person, by=second(person))
    looked(row, second(person))
    screened(person, at=LATER)


def test_what_was_decided_is_not_decided_again() -> None:
    person = grown()
    row = screened(person)
    looked(row, second(person))
    for confirm in (True, False):
        with pytest.raises(WrongState):
            looked(row, second(person), confirm=confirm)


@pytest.mark.parametrize("born", ["2012-05-05", ""], ids=["a child", "age unknown"])
def test_no_tool_for_extremism_is_asked_for_a_child_or_while_the_age_is_open(born: str) -> None:
    person = grown(born=born, cell=None)
    with pytest.raises(NoTool, match="no tool for violent extremism"):
        screened(person)
    assert screened(person, outcome="support", next_step="the juvenile specialist looks at needs")


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"act": ""}, NotSaid),
        ({"otherwise": " "}, NotSaid),
        ({"reasons": ""}, NotSaid),
        ({"outcome": "high"}, NotSaid),
        ({"trigger": "religion"}, NotSaid),
        ({"trigger": "referral"}, NotSaid),
        ({"next_step": ""}, NotSaid),
        ({"outcome": "no_further_step"}, NotSaid),
        ({"act": "He wears a beard."}, BeliefAlone),
        ({"referrals": [UUID(int=7)]}, NotThere),
    ],
)
def test_a_screening_answers_both_questions_and_says_what_comes_next(
    more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        screened(grown(), **more)


def test_a_referral_about_somebody_else_is_not_answered() -> None:
    person = grown()
    other = referred(grown("Marat", cell="north/a/1/02"))
    with pytest.raises(NotThere):
        screened(person, trigger="referral", referrals=[other.id])


@pytest.mark.parametrize("who", [WING, DIRECTOR, INSPECTOR], ids=["officer", "director", "npm"])
def test_only_the_case_staff_screen(who: Viewer) -> None:
    with pytest.raises(Refused):
        screened(grown(), by=who)


def test_a_screening_without_a_further_step_leaves_nothing_in_force() -> None:
    person = grown()
    row = screened(person, outcome="no_further_step", next_step="")
    looked(row, second(person))
    assert queries.judgements_of(second(person), person, at=LATER).in_force is None


def test_the_person_reads_what_came_of_it_and_not_who_said_what() -> None:
    person = grown()
    row = referred(person)
    looked(screened(person, trigger="referral", referrals=[row.id]), second(person))
    screened(person, at=LATER, reasons="not decided yet")
    read = queries.judgements_of(the_prisoner(person), person, at=LATER + DAY)
    assert read.referrals == [] and not read.may_write
    assert [(one.outcome, one.act, one.otherwise) for one in read.screenings] == [
        ("full_assessment", "", "")
    ]
    assert read.screenings[0].reasons
    staff = queries.judgements_of(second(person), person, at=LATER + DAY)
    assert len(staff.screenings) == 2 and all(one.act for one in staff.screenings)


def _raw(person: UUID, **more: Any) -> Screening:
    row = fresh_id(AT)
    said: dict[str, Any] = {
        "id": row, "first": row, "person_id": person, "recorded_at": AT, "recorded_by": "932",
        "state": "proposed", "trigger": "incident", "act": "a", "otherwise": "b",
        "outcome": "support", "reasons": "r", "next_step": "n", "screened_at": AT,
        "proposed_by": "932",
    }  # fmt: skip
    return Screening.objects.create(**{**said, **more})


def _confirmed(row: Screening, **more: Any) -> Screening:
    said = {"looked_by": "933", "looked_at": AT, "looked_why": "agreed", "recorded_by": "933"}
    Screening.objects.filter(id=row.id).update(stood_until=AT)
    return _raw(row.person_id, first=row.first, replaces=row, state="confirmed", **{**said, **more})


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"recorded_by": "932", "looked_by": "932"}, "two_hands_screen"),
        ({"recorded_by": "962", "looked_by": "962"}, "two_hands_screen"),
        ({"looked_by": "934"}, "two_hands_screen"),
        ({"looked_why": ""}, "screening_is_looked_at_by_somebody_for_a_reason"),
    ],
)
def test_in_the_database_too_two_human_beings_screen(more: dict[str, Any], broken: str) -> None:
    person = grown()
    another_account(screener(person), 962, person)
    second(person)
    see_all_rows("PLN", "INC")
    row = _raw(person)
    with refused_by(*broken.split("|")):
        _confirmed(row, **more)
    _confirmed(row)


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        (
            {"state": "confirmed"},
            "step_is_of_the_table|screening_is_looked_at_by_somebody_for_a_reason",
        ),
        ({"outcome": "high"}, "screening_is_of_the_lists"),
        ({"outcome": "no_further_step"}, "screening_says_what_comes_next"),
        ({"next_step": ""}, "screening_says_what_comes_next"),
        ({"otherwise": ""}, "screening_answers_both_questions"),
        ({"proposed_by": "933"}, "screening_by_its_writer"),
    ],
)
def test_the_database_refuses_what_no_action_writes(more: dict[str, Any], broken: str) -> None:
    person = grown()
    see_all_rows("PLN", "INC")
    with refused_by(*broken.split("|")):
        _raw(person, **more)


def test_in_the_database_too_one_screening_waits_at_a_time() -> None:
    person = grown()
    see_all_rows("PLN", "INC")
    _raw(person)
    with refused_by("one_screening_waits"):
        _raw(person)
