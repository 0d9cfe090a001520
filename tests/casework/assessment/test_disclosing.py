"""The person is told in plain words what came of it, what is kept back, and may contest it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import DAY, HOUR, another_account, grown, manager, refused_by
from tests.casework.assessment.made_assessment import (
    APPROVER,
    ASSESSOR,
    NOW,
    SECOND_RATER,
    approved,
    finished,
    psychologist,
)
from tests.casework.assessment.made_status import the_prisoner
from tests.casework.assessment.test_assessed_facts import marked, statuses
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.actions import Withheld
from throughcare.casework.assessment.assess_errors import OpenAlready
from throughcare.casework.assessment.errors import NotSaid, SameHand, WrongState
from throughcare.casework.assessment.models import Assessment, AssessmentContest, Disclosure
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.people.files import fresh_id

pytestmark = pytest.mark.django_db
TOLD = NOW + DAY
THIRD = 944


def told(row: Assessment, person: UUID, **more: Any) -> Disclosure:
    """The person was told, read aloud."""
    said: dict[str, Any] = {
        "told_at": TOLD, "language": "ru", "how": "both",
        "summary": "We saw that quarrels begin over debts. Mediation is offered.",
        "comment": "The debt is paid.",
    }  # fmt: skip
    return actions.tell_assessment(
        by=psychologist(person), at=TOLD, assessment_id=row.id, **{**said, **more}
    )


def kept_back(**more: Any) -> Withheld:
    said: dict[str, Any] = {
        "what": "the name of who spoke", "why": "fear of revenge", "decided_by": "A. Director",
        "review": date(2026, 9, 1),
    }  # fmt: skip
    return Withheld(**{**said, **more})


def contested(person: UUID, **more: Any) -> AssessmentContest:
    said: dict[str, Any] = {
        "by": manager(person), "at": TOLD, "words": "I never owed him.", "language": "ru",
        "contested_at": TOLD,
    }  # fmt: skip
    return actions.contest_assessment(person_id=person, **{**said, **more})


def test_the_person_is_told_within_fourteen_days_and_the_rule_sees_it() -> None:
    person = marked()
    row = approved(person)
    assert statuses(person, "vep-17", NOW + 2 * DAY) == ["due"]
    assert statuses(person, "vep-17", NOW + 15 * DAY) == ["breached"]
    told(row, person)
    assert statuses(person, "vep-17", NOW + 2 * DAY) == ["met"]


def test_what_is_kept_back_is_marked_with_its_decision_and_its_review() -> None:
    person = grown()
    row = approved(person)
    for missing in ("what", "why", "decided_by"):
        with pytest.raises(NotSaid):
            told(row, person, withheld=kept_back(**{missing: " "}))
    with pytest.raises(NotSaid, match="no later day is given"):
        told(row, person, withheld=kept_back(review=TOLD.date()))
    assert told(row, person, withheld=kept_back()).withheld == "the name of who spoke"


def test_only_what_was_approved_is_told_and_not_before() -> None:
    person = grown()
    with pytest.raises(WrongState):
        told(finished(person), person)
    other = grown("Marat", cell="north/a/1/02")
    row = approved(other)
    with pytest.raises(NotSaid, match="before the assessment was approved"):
        told(row, other, told_at=NOW - HOUR)
    with pytest.raises(BadMoment):
        told(row, other, told_at=TOLD + DAY)
    for more in ({"summary": ""}, {"language": " "}, {"how": "by a rumour"}):
        with pytest.raises(NotSaid):
            told(row, other, **more)


def test_the_prisoner_contests_with_an_own_account_and_staff_writes_it_for_others() -> None:
    person = grown()
    approved(person)
    me = the_prisoner(person)
    assert contested(person, by=me).own_hand
    other = grown("Marat", cell="north/a/1/02")
    approved(other)
    assert not contested(other).own_hand
    with pytest.raises((Refused, NotThere)):
        contested(other, by=me)


def test_one_contest_waits_at_a_time_and_without_an_assessment_there_is_nothing_to_contest() -> (
    None
):
    person = grown()
    with pytest.raises(WrongState, match="no assessment is in force"):
        contested(person)
    row = approved(person)
    contested(person)
    with pytest.raises(OpenAlready):
        contested(person)
    assert row.valid_until is not None
    other = grown("Marat", cell="north/a/1/02")
    late = approved(other).valid_until
    with pytest.raises(WrongState, match="no assessment is in force"):
        contested(other, at=late, contested_at=late)


@pytest.mark.parametrize("account", [ASSESSOR, SECOND_RATER, APPROVER])
@pytest.mark.parametrize("accounts", ["one account", "two accounts"])
def test_nobody_who_had_a_hand_in_it_looks_at_the_contest(account: int, accounts: str) -> None:
    person = grown()
    approved(person)
    contest = contested(person)
    who = psychologist(person, account)
    if accounts == "two accounts":
        who = another_account(who, 980, person)
    with pytest.raises(SameHand):
        actions.look_at_contest(
            by=who, at=TOLD, contest_id=contest.id, outcome="upheld", reasons="read again"
        )


@pytest.mark.parametrize(("outcome", "stands"), [("upheld", True), ("granted", False)])
def test_somebody_else_decides_and_what_is_set_aside_supports_nothing(
    outcome: str, stands: bool
) -> None:
    person = grown()
    approved(person)
    contest = contested(person)
    third = psychologist(person, THIRD)
    done = actions.look_at_contest(
        by=third, at=TOLD + DAY, contest_id=contest.id, outcome=outcome, reasons="read again"
    )
    assert done.state == outcome
    shared = queries.shared_of(manager(person), person, at=TOLD + DAY)
    assert (shared is not None) is stands
    read = queries.assessments_of(third, person, at=TOLD + DAY)
    assert len(read.earlier) == 1 and read.earlier[0].ratings, "it stays readable"
    assert (read.in_force(TOLD + DAY) is not None) is stands
    with pytest.raises(WrongState):
        actions.look_at_contest(
            by=third, at=TOLD + DAY, contest_id=contest.id, outcome="upheld", reasons="again"
        )


def test_in_the_database_too_a_contest_is_decided_by_other_hands() -> None:
    person = grown()
    row = approved(person)
    contest = contested(person)
    psychologist(person, THIRD)
    see_all_rows("PSY", "PLN")
    AssessmentContest.objects.filter(id=contest.id).update(stood_until=TOLD)

    def decided(account: str) -> AssessmentContest:
        return AssessmentContest.objects.create(
            id=fresh_id(TOLD), first=contest.first, replaces=contest, person_id=person,
            recorded_at=TOLD, recorded_by=account, state="granted", assessment=row.first,
            words="w", language="ru", own_hand=False, contested_at=TOLD, decided_by=account,
            decided_at=TOLD, reasons="r",
        )  # fmt: skip

    for account in (ASSESSOR, SECOND_RATER, APPROVER):
        with refused_by("contest_of_it_in_other_hands"):
            decided(str(account))
    decided(str(THIRD))


def test_in_the_database_too_only_a_granted_contest_sets_an_assessment_aside() -> None:
    person = grown()
    row = approved(person)
    see_all_rows("PSY", "PLN")
    Assessment.objects.filter(id=row.id).update(stood_until=TOLD)
    kept = {
        field.attname: getattr(row, field.attname)
        for field in Assessment._meta.concrete_fields
        if field.name not in {"id", "replaces", "stood_until", "state", "recorded_by"}
    }
    with refused_by("set_aside_by_a_contest"):
        Assessment.objects.create(
            id=fresh_id(TOLD), replaces=row, state="set_aside", recorded_by=str(THIRD), **kept
        )
