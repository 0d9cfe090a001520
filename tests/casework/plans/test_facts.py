"""What the engine is told of plans, and what the rules say of it: kept, and broken."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from standards.findings import Status
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from tests.casework.assessment.made_assessment import NOW, approved
from tests.casework.assessment.test_board_facts import answers
from tests.casework.custody.made import ADMISSIONS
from tests.casework.custody.made_sentenced import judgment, one_year
from tests.casework.plans.made import (
    AT,
    DAY,
    HOUR,
    SIGNED,
    goal,
    manager,
    marked,
    probation,
    sentenced,
    signed,
    step,
    with_a_goal,
    woman,
)
from tests.casework.safety.made import grown
from tests.staff import see_all_rows
from throughcare.casework.archive import archive_of
from throughcare.casework.custody import actions as custody
from throughcare.casework.custody.terms import OrderKind, SentenceKind
from throughcare.casework.plans import actions
from throughcare.casework.plans.actions import Went
from throughcare.casework.plans.models import Goal, Plan
from throughcare.casework.safety.limits import rulebook
from throughcare.duties.rules import checks_on

pytestmark = pytest.mark.django_db
BROKEN, KEPT, DUE = Status.BREACHED, Status.MET, Status.DUE


def planned(person: UUID, days: int, *, at: datetime = AT) -> None:
    """An order to release the person so many days from the reception."""
    custody.register_order(
        by=ADMISSIONS, at=at, person_id=person, kind=OrderKind.RELEASE, authority="Court",
        number=f"R{person.hex[-6:]}", issued_on=date(2026, 3, 1), valid_from=AT + days * DAY,
    )  # fmt: skip


def release_plan(person: UUID, *, at: datetime = SIGNED, **more: Any) -> None:
    """A sound plan for release."""
    said: dict[str, Any] = {
        "needs": "A room.", "measures": "Days outside.", "contacts": "His brother.",
        "made_at": at, **more,
    }  # fmt: skip
    actions.write_release_plan(by=manager(person), at=at, person_id=person, **said)


def test_whoever_serves_long_enough_has_a_plan_within_thirty_days() -> None:
    person = sentenced()
    one_year(person)
    assert answers(person, "nmr-94", AT + 3 * DAY) == {DUE}
    assert BROKEN in answers(person, "nmr-94", AT + 40 * DAY)
    with_a_goal(person)
    assert BROKEN in answers(person, "nmr-94", AT + 40 * DAY)  # a draft is no plan yet


def test_a_signed_plan_is_what_the_rule_asks_for() -> None:
    person = sentenced()
    one_year(person)
    signed(person)
    assert answers(person, "nmr-94", AT + 40 * DAY) == {KEPT}


def test_of_a_sentence_that_is_too_short_no_plan_is_asked() -> None:
    person = sentenced()
    custody.add_sentence(
        by=ADMISSIONS, at=AT, person_id=person, order_id=judgment(person).id,
        kind=SentenceKind.FIXED, starts_on=date(2026, 1, 15), months=5,
    )  # fmt: skip
    assert answers(person, "nmr-94", AT + 40 * DAY) == set()


def test_full_reports_are_there_in_two_weeks_and_brought_up_to_date() -> None:
    person = sentenced()
    one_year(person)
    assert BROKEN in answers(person, "nmr-92-2", AT + 20 * DAY)
    assert DUE in answers(person, "nmr-92-3", AT + 20 * DAY)
    by, at = manager(person), AT + 5 * DAY
    said: dict[str, Any] = {
        "by": by, "at": at, "person_id": person, "received_at": at, "written_by": "A. B.",
        "where": "Folder 1",
    }  # fmt: skip
    actions.file_report(kind="full", health_part=True, **said)
    assert answers(person, "nmr-92-2", AT + 20 * DAY) == {KEPT}
    assert BROKEN not in answers(person, "nmr-92-3", AT + 150 * DAY)
    assert BROKEN in answers(person, "nmr-92-3", AT + 200 * DAY)
    actions.file_report(
        kind="update", **{**said, "at": at + 150 * DAY, "received_at": at + 150 * DAY}
    )
    assert BROKEN not in answers(person, "nmr-92-3", AT + 200 * DAY)


@pytest.mark.parametrize(("rule", "part"), [("nmr-106", "family"), ("nmr-107", "release")])
def test_a_plan_speaks_of_family_and_of_release(rule: str, part: str) -> None:
    person = sentenced()
    signed(person)
    assert answers(person, rule, SIGNED + 10 * DAY) == {KEPT}
    see_all_rows("PLN")
    row = Plan.objects.get(stood_until=None)
    assert getattr(row, part)


def test_before_a_release_there_is_a_plan_that_leads_back_step_by_step() -> None:
    person = sentenced()
    planned(person, 200)
    assert DUE in answers(person, "nmr-87", AT + 10 * DAY)
    assert BROKEN in answers(person, "nmr-87", AT + 150 * DAY)
    release_plan(person)
    assert answers(person, "nmr-87", AT + 150 * DAY) == {KEPT}
    release_plan(person, at=AT + 149 * DAY)  # written anew: it was there in time
    assert answers(person, "nmr-87", AT + 150 * DAY) == {KEPT}


def test_of_a_marked_person_it_is_made_with_partners_and_handed_to_probation() -> None:
    person = sentenced()
    marked(person, expires_at=AT + 180 * DAY)
    planned(person, 150, at=AT + 2 * DAY)
    release_plan(person)
    at = AT + 149 * DAY
    assert BROKEN in answers(person, "vep-18", at) and BROKEN in answers(person, "vep-34", at)
    release_plan(person, at=SIGNED + HOUR, partners="Probation of the town")
    row = actions.hand_over(
        by=manager(person), at=SIGNED, person_id=person, to="probation", agency="Town",
        handed="Plan and assessment.", asked_at=SIGNED,
    )  # fmt: skip
    assert BROKEN in answers(person, "vep-34", at)  # handed over is not received
    actions.receive_handover(
        by=probation(person), at=SIGNED + DAY, handover_id=row.id, answer="Received; B. meets him."
    )
    assert answers(person, "vep-18", at) == {KEPT} and answers(person, "vep-34", at) == {KEPT}


@pytest.mark.parametrize(
    ("state", "said"), [("accepted", KEPT), ("declined", KEPT), ("refused", BROKEN)]
)
def test_care_after_release_is_taken_on_or_declined_by_the_person(state: str, said: Status) -> None:
    person = sentenced()
    planned(person, 100)
    at = AT + 90 * DAY
    row = actions.hand_over(
        by=manager(person), at=SIGNED, person_id=person, to="aftercare", agency="House of the town",
        handed="The plan, by consent.", asked_at=SIGNED,
    )  # fmt: skip
    assert BROKEN in answers(person, "nmr-90", at)
    actions.write_answer(
        by=manager(person), at=SIGNED + DAY, handover_id=row.id, state=state,
        answered_at=SIGNED + DAY, answer="So it was said.",
    )  # fmt: skip
    assert said in answers(person, "nmr-90", at)


def test_a_woman_returns_by_a_plan_made_with_services_for_what_she_needs() -> None:
    person = woman()
    planned(person, 200)
    release_plan(person, women_needs="A place for her children.")
    at = AT + 150 * DAY
    assert BROKEN in answers(person, "br-46", at)
    release_plan(
        person, at=SIGNED + HOUR, women_needs="A place for her children.", partners="The office"
    )
    assert answers(person, "br-46", at) == {KEPT}


def test_a_social_worker_is_named_within_two_weeks_and_none_is_missing_after() -> None:
    person = sentenced()
    at = AT + 20 * DAY
    assert BROKEN in answers(person, "nmr-88-2", at)
    by = manager(person)
    row = actions.name_worker(by=by, at=AT + 5 * DAY, person_id=person, account=by.account)
    assert answers(person, "nmr-88-2", at) == {KEPT}
    actions.end_worker(by=by, at=AT + 30 * DAY, caring_id=row.id, until=AT + 30 * DAY)
    assert BROKEN in answers(person, "nmr-88-2", AT + 40 * DAY)


def test_a_report_on_a_child_is_there_in_a_week() -> None:
    person = grown(born="2010-05-05")
    at = AT + 10 * DAY
    assert BROKEN in answers(person, "juv-hr-27", at)
    actions.file_report(
        by=manager(person), at=AT + 3 * DAY, person_id=person, kind="child",
        received_at=AT + 3 * DAY, written_by="The psychologist", where="Folder 1",
    )  # fmt: skip
    assert answers(person, "juv-hr-27", at) == {KEPT}


def test_an_assessment_leads_to_a_plan_in_thirty_days() -> None:
    person = sentenced()
    marked(person)
    approved(person)
    late = NOW + 50 * DAY
    assert BROKEN in of_psychology(person, "vep-08", late)
    signed(person, at=NOW + 5 * DAY)
    assert of_psychology(person, "vep-08", late) == {KEPT}


def of_psychology(person: UUID, rule: str, at: datetime) -> set[Status]:
    """The same, where what is asked lies in the psychological part too."""
    see_all_rows("SEN", "PLN", "DIS", "PSY")
    moment = from_datetime(at)
    found = evaluate_archive(
        archive_of(person, known_at=at), [checks_on(at.date())[rule]], as_of=moment,
        known_at=moment, derivations=rulebook().derivations,
    )  # fmt: skip
    return {one.status for one in found}


def test_a_review_made_anew_keeps_what_was_kept() -> None:
    person = sentenced()
    one_year(person)
    plan = signed(person)
    at = SIGNED + 10 * DAY
    (one,) = plan_goals(plan.first)
    draft = actions.review_plan(
        by=manager(person), at=at, plan_id=plan.id, nothing_new=True, review_at=at + 80 * DAY,
        progress=[Went(goal=one, moved="reached", words="He reads.")],
    )  # fmt: skip
    step(goal(draft, at=at), at=at)
    signed(person, plan=draft, at=at)
    assert answers(person, "nmr-94", AT + 40 * DAY) == {KEPT}


def plan_goals(first: UUID) -> list[UUID]:
    see_all_rows("PLN")
    return list(Goal.objects.filter(plan=first, stood_until=None).values_list("first", flat=True))
