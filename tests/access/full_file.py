"""A file in which every room has something to say, written through the actions of the rooms.

By colleagues of whoever reads it, each in a post that may. Most rooms write a mark, words that
stand nowhere else, so that a test can ask where they come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from tests.api.made import DAY, MINUTE, officer
from tests.casework.assessment import made_assessment as judging
from tests.casework.assessment import made_board as boards
from tests.casework.assessment.made import referred, second
from tests.casework.chaplaincy.made import chaplain
from tests.casework.contact.made import said as visit
from tests.casework.intelligence import made as of_intelligence
from tests.casework.plans import made as plans
from tests.casework.programmes import made as courses
from tests.casework.safety.made import ADMISSIONS, DIRECTOR, NURSE, WING, of_age, say
from tests.casework.safety.made import words as order
from tests.casework.safety.made_measures import reported, restricted
from tests.casework.team import made as meetings
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions as of_assessment
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.chaplaincy import actions as of_faith
from throughcare.casework.contact import actions as of_contact
from throughcare.casework.observations import actions as of_observations
from throughcare.casework.people import actions as of_people
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.plans import actions as of_plans
from throughcare.casework.programmes import actions as of_courses
from throughcare.casework.safety import actions as of_safety
from throughcare.casework.team import actions as of_team
from throughcare.casework.team.models import Decision
from throughcare.casework.team.words import words_of
from throughcare.casework.work import actions as of_work
from throughcare.kernel.names import name_of

HOUR: Final = 60 * MINUTE
# Another name by which the person is known.
ALIAS: Final = "Zebulonka"
# The numbers of rows by what they are called in an address, for pages about one of them.
Rows = dict[str, UUID]


def mark(room: str) -> str:
    """Words that only this room writes."""
    return f"the mark of {room}"


def filled(
    person: UUID, *, tasks: Iterable[Viewer] = (), steps: Iterable[Viewer] = (),
    invited: Iterable[Role] = (), before: Iterable[UUID] = (), after: Iterable[UUID] = (),
) -> Rows:  # fmt: skip
    """Every room writes. `tasks`, `steps`: whose own these are too; `invited`: to the next team.

    `before`, `after`: who else is on its agenda, so that its order may say something.
    """
    for one in (ADMISSIONS, DIRECTOR, NURSE, WING):
        written(one)
    rows: Rows = {}
    for write in (_known, _measures, _wing, _work, _course, _board):
        rows |= write(person)
    rows |= _plan(person, steps)
    rows |= _team(person, tasks, invited, [*before, person, *after])
    see_no_rows()
    return rows


def _now() -> datetime:
    return timezone.now()


def _known(person: UUID) -> Rows:
    """Born, another name, a note for safety and one that is for colleagues, what a nurse says."""
    of_age(person, "1985-05-05", at=_now())
    alias = {"use": "alias", "parts": name_of(ALIAS)}
    say(Person(id=person), Kind.NAME, alias, at=_now())
    see_no_rows()
    at = _now()
    on: dict[str, Any] = {"by": officer(account=2), "at": at, "person_id": person}
    note = of_people.add_note(**on, kind="safety", text=mark("safety"), happened_at=at - HOUR)
    of_people.add_note(**on, kind="observation", text=mark("note"), happened_at=at - HOUR)
    of_safety.give_opinion(
        by=NURSE, at=at, person_id=person, said_at=at, fitness="no_objection",
        said_by=mark("health"), words=mark("health"),
    )  # fmt: skip
    return {"note_id": note.id}


def _measures(person: UUID) -> Rows:
    """Separated, restricted, and reported for an act; an incident that was referred."""
    at = _now()
    apart = of_safety.order_separation(
        by=DIRECTOR, at=at, person_id=person, kind="segregation_cell",
        order=order(at - HOUR, 3, reasons=mark("separation")),
    )  # fmt: skip
    limit = restricted(person, at=at, reasons=mark("restriction"))
    case = reported(person, at=at, act=mark("discipline"), happened_at=at - HOUR, reported_at=at)
    incident = referred(person, at=at, act=mark("incident"), otherwise=mark("incident"))
    return {
        "separation": apart.separation_id, "separation_order": apart.id,
        "restriction": limit.first, "discipline": case.first, "referral": incident.id,
    }  # fmt: skip


def _wing(person: UUID) -> Rows:
    """Something seen, and a visit."""
    at = _now()
    seen = of_observations.observe(
        by=WING, at=at, person_id=person, tone="positive", spot="landing",
        behaviour=mark("observation"),
    )  # fmt: skip
    met = of_contact.write_contact(
        by=ADMISSIONS, at=at, person_id=person, said=visit(
            at - HOUR, outcome="refused", ground="safety", refused_why=mark("contact"),
            refused_until=at + DAY,
        ),
    )  # fmt: skip
    return {"observation": seen.id, "contact": met.id}


def _work(person: UUID) -> Rows:
    """Fit, asked, and at work since now."""
    on: dict[str, Any] = {"by": courses.manager(person), "person_id": person}
    at = _now()
    of_work.note_fitness(**on, at=at, noted_at=at, fit=True, willing="yes")
    of_work.offer_work(
        **on, at=at, offered_at=at, kind="work", what=mark("work"), answer="accepted"
    )
    placed = of_work.place_at_work(
        **on, at=at, workshop=mark("work"), since=at, beneficiary="prison", voluntary=True,
        paid=True, wage_class="B",
    )  # fmt: skip
    return {"work": placed.first}


def _course(person: UUID) -> Rows:
    """In a course, and there today."""
    at, by = _now(), courses.manager(person)
    today = courses.day_of(at)
    course = courses.programme(at=at, by=by, name=mark("course"))
    group = courses.group(
        course, at=at, by=by, starts_on=today, weekday=today.weekday(),
        ends_on=today + timedelta(days=100),
    )  # fmt: skip
    asked = courses.offered(person, course, at=_now(), why=mark("referral"))
    asked = courses.said_yes(asked, at=_now())
    of_courses.enrol_in_programme(by=by, at=_now(), referral_id=asked.id, group_id=group.id)
    of_courses.write_register(
        by=courses.teacher(person), at=_now(), group_id=group.id, on=today,
        entries=[courses.entry(person)],
    )  # fmt: skip
    return {"programme_id": course.first, "group_id": group.first, "programme": asked.first}


def _board(person: UUID) -> Rows:
    """A level that holds, and the next board, with minutes that wait for a second member."""
    at = _now()
    row = boards.minuted(
        person, at=at, board=boards.called(person, at=at, meets_at=at), reasons=mark("level")
    )
    holds = of_assessment.sign_minutes(
        by=second(person),
        at=_now(),
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was said.",
    )
    at = _now()
    board = boards.called(person, at=at, trigger="manual", meets_at=at)
    waits = boards.minuted(person, at=at, board=board)
    return {"level": holds.first, "board": board.id, "signing": waits.first}


def _plan(person: UUID, steps: Iterable[Viewer]) -> Rows:
    """A plan in force: a step of its manager, and one of each of these."""
    plan = plans.begun(person, at=_now(), parts={"family": mark("family")})
    goal = plans.goal(plan, at=_now(), words=mark("goal"))
    due = (_now() + 9 * DAY).date()
    step = plans.step(goal, at=_now(), words=mark("step"), due=due)
    for one in steps:
        plans.step(
            goal, at=_now(), words=mark(f"a step of {one.account}."), account=one.account, due=due
        )
    by: Mapping[str, Any] = {"by": plans.manager(person), "plan_id": plan.id}
    of_plans.write_agreement(
        **by, at=_now(), agreement="agreed", seen=plans.plan_words(plan.id)
    )  # fmt: skip
    of_plans.write_signature(**by, at=_now(), how="signature", seen=plans.plan_words(plan.id))
    of_plans.sign_plan(**by, at=_now(), seen=plans.plan_words(plan.id))
    return {"plan": plan.first, "goal": goal.first, "step": step.first}


def _team(
    person: UUID, tasks: Iterable[Viewer], invited: Iterable[Role], agenda: Iterable[UUID]
) -> Rows:
    """A meeting that is over, with a task for its chair and each of these, the next one with its
    agenda, and one after that on whose agenda nobody is yet.
    """
    at = _now()
    over = meetings.called(person, at=at, meets_at=at)
    spoken = meetings.brought(person, over, at=_now())
    at = _now()
    meetings.held(person, over, at=at, held_at=at)
    given = [meetings.decided(person, due_at=at + 7 * DAY, words=mark("task"))]
    given += [
        meetings.decided(
            person, due_at=at + 8 * DAY, words=mark(f"a task of {one.account}."), owner=one.account
        )
        for one in tasks
    ]
    meetings.minutes(
        person, spoken, at=_now(), considered=mark("minutes"), reasons=mark("minutes"),
        decided=given,
    )  # fmt: skip
    of_team.close_meeting(
        by=meetings.signer(person), at=_now(), meeting_id=over.id, seen=words_of(over.first)
    )
    at = _now()
    coming = meetings.called(person, at=at, meets_at=at + DAY, roles=list(invited))
    cases = {
        one: meetings.brought(one, coming, at=_now(), by=meetings.chair(one)) for one in agenda
    }
    at = _now()
    empty = meetings.called(person, at=at, meets_at=at + 2 * DAY)
    see_all_rows("PLN")
    task = Decision.objects.filter(case=spoken.first).latest("due_at")
    return {
        "meeting_id": coming.first, "case_id": cases[person].first, "team_case": spoken.first,
        "task_id": task.id, "empty_meeting": empty.first,
    }  # fmt: skip


def assessed(person: UUID) -> None:
    """Assessed by one, by a second without sight of the first, and approved by a third."""
    me, other, third = (judging.psychologist(person, one) for one in (9461, 9462, 9463))
    at, judged = _now(), {**judging.JUDGED, "formulation": mark("raw psychology")}
    row = judging.begun(person, by=me, at=at, legal_basis=mark("raw psychology"))
    on: dict[str, Any] = {"at": at, "assessment_id": row.id}
    judging.rated(row, me, at=at)
    of_assessment.write_participation(by=me, **on, took_part="declined")
    of_assessment.recommend(
        by=me, **on, kind="help", what=mark("advice"), reason=mark("raw psychology"),
        owner="case manager", due=(at + 90 * DAY).date(), lesser="",
    )  # fmt: skip
    shared = {
        **judging.SHARED, "shared": mark("formulation"), "strengths": mark("strengths"),
        "gaps": mark("gaps"),
    }  # fmt: skip
    of_assessment.finish_rating(by=me, **on, judged=judged, **shared)
    of_assessment.begin_second_rating(by=other, **on)
    judging.rated(row, other, at=at)
    of_assessment.finish_second_rating(by=other, **on, judged=judged)
    of_assessment.approve_assessment(
        by=third, at=_now(), assessment_id=row.id, why=mark("raw psychology")
    )
    see_no_rows()


def informed(person: UUID) -> None:
    """An item of intelligence, and a statement of another."""
    written(DIRECTOR)
    of_intelligence.named()
    words = dict.fromkeys(("raw", "sanitised", "action", "necessity"), mark("intelligence"))
    of_intelligence.report(person, **words)
    of_intelligence.shared(
        of_intelligence.report(person, **words), text=mark("statement"),
        decision=mark("intelligence"), confirmed=True,
    )  # fmt: skip
    see_no_rows()


def pastoral(person: UUID) -> None:
    """A faith that was asked for."""
    at = _now()
    of_faith.ask_for(
        by=chaplain(person), at=at, person_id=person, faith=mark("religion"), asked_at=at
    )
    see_no_rows()
