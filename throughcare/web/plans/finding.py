"""What stands now, beside a form of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from throughcare.access.errors import NotThere
from throughcare.access.queries import account_names, posts_at
from throughcare.casework.people.queries import File
from throughcare.casework.plans import queries
from throughcare.casework.plans.queries import Handover, Plans, SeenGoal, SeenPlan, Step
from throughcare.casework.plans.rules import CHILDREN, SENTENCED, WOMEN
from throughcare.casework.plans.terms import PARTS
from throughcare.web.custody.deeds import Stands
from throughcare.web.plans.shown import shown_of
from throughcare.web.request import Request

_OF_WOMEN = ("care", "children", "programmes", "violence")
_OF_CHILDREN = ("school", "guardian")
_NOT_BEFORE_A_SENTENCE = ("release", "conditions")


def of_begin(request: Request, file: File, _row: UUID | None) -> Stands:
    """The parts that may be asked of this person."""
    found = _found(request, file)
    review = timezone.localtime(queries.latest_review(request.viewer, file.id, at=request.at))
    return Stands(initial={"review_at": review}, more=_parts(found))


def of_draft(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The parts as they stand."""
    found = _found(request, file)
    row = _plan(found, row_id).row
    said = {name: getattr(row, name) for name in (*PARTS, "choice")}
    return Stands(
        initial={**said, "review_at": timezone.localtime(row.review_at)}, more=_parts(found)
    )


def of_plan(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The version whole, steps and all: nobody signs what was not read."""
    return _whole(_found(request, file), row_id, at=request.at)


def of_goal_to_come(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The goals that are there, and what the person proposes."""
    found = _found(request, file)
    plan = _plan(found, row_id)
    asked = request.GET.get("from", "")
    taken = next((one for one in found.proposals if str(one.id) == asked), None)
    initial = {"words": taken.words, "proposal_id": taken.id} if taken else {}
    return Stands(beside=_told(plan).beside, initial=initial)


def of_own_plan(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The same, for the person who signs. Nobody else does so with this form."""
    found = queries.plans_of(request.viewer, file.id, at=request.at)
    if not found.own:
        raise NotThere
    return _whole(found, row_id, at=request.at)


def of_own_words(request: Request, file: File, _row: UUID | None) -> Stands:
    """The plan that is there, for the person or whoever writes it down."""
    found = queries.plans_of(request.viewer, file.id, at=request.at)
    if not found.may_say:
        raise NotThere
    plan = found.draft or found.in_force
    return _told(plan) if plan else Stands()


def of_goal(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The goal, and who may do a step."""
    goal = next((one for one in _goals(_found(request, file)) if one.row.first == row_id), None)
    if goal is None:
        raise NotThere
    return Stands(beside=(("", goal.row.words),), more={"staff": staff_at(file, at=request.at)})


def of_goal_to_leave(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The goal alone."""
    return Stands(beside=of_goal(request, file, row_id).beside)


def of_step(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The step."""
    return Stands(beside=(("", _step(request, file, row_id).words),))


def of_step_to_hand(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The step, and who may do it."""
    beside = of_step(request, file, row_id).beside
    return Stands(beside=beside, more={"staff": staff_at(file, at=request.at)})


def of_release(request: Request, file: File, _row: UUID | None) -> Stands:
    """The plan for release as it stands, to be written anew."""
    row = _found(request, file).release
    if row is None:
        return Stands()
    names = ("needs", "measures", "contacts", "partners", "women_needs", "first_meeting", "crisis")
    said = {name: getattr(row, name) for name in names}
    when = row.first_meeting_at
    return Stands(initial={**said, "first_meeting_at": when and timezone.localtime(when)})


def of_file(request: Request, file: File, _row: UUID | None) -> Stands:
    """For whoever writes plans."""
    _found(request, file)
    return Stands()


def of_worker(request: Request, file: File, _row: UUID | None) -> Stands:
    """Who may be named."""
    _found(request, file)
    return Stands(more={"staff": staff_at(file, at=request.at)})


def of_handover(request: Request, file: File, row_id: UUID | None) -> Stands:
    """What was handed over."""
    found = _found(request, file)
    row: Handover | None = next((one for one in found.handovers if one.first == row_id), None)
    if row is None:
        raise NotThere
    return Stands(beside=((row.agency, row.handed),))


def staff_at(file: File, *, at: datetime) -> list[tuple[str, str]]:
    """Who holds a post at the prison of the person, by name."""
    if file.held_at is None:
        return []
    accounts = set(posts_at(file.held_at, at=at).values_list("account", flat=True))
    names = account_names(sorted(accounts))
    return sorted(((str(one), name) for one, name in names.items()), key=lambda one: one[::-1])


def _found(request: Request, file: File) -> Plans:
    found = queries.plans_of(request.viewer, file.id, at=request.at)
    if not found.may_write:
        raise NotThere
    return found


def _parts(found: Plans) -> dict[str, object]:
    left = set() if WOMEN in found.groups else set(_OF_WOMEN)
    left |= set() if CHILDREN in found.groups else set(_OF_CHILDREN)
    left |= set() if SENTENCED in found.groups else set(_NOT_BEFORE_A_SENTENCE)
    offered = [name for name in PARTS if name not in left]
    return {"wanted": found.wanted, "offered": offered}


def _plan(found: Plans, row_id: UUID | None) -> SeenPlan:
    plan = next((one for one in found.seen if one.row.first == row_id), None)
    if plan is None:
        raise NotThere
    return plan


def _whole(found: Plans, row_id: UUID | None, *, at: datetime) -> Stands:
    plan = _plan(found, row_id)
    shown = next(one for one in shown_of(found, at=at) if one.seen is plan)
    # Without the line of time: what is signed is words.
    return Stands(whole=replace(shown, picture=None), words=plan.words)


def _told(plan: SeenPlan) -> Stands:
    goals = tuple((str(n), one.row.words) for n, one in enumerate(plan.goals, 1) if one.live)
    parts = tuple((PARTS[name], getattr(plan.row, name)) for name in PARTS)
    return Stands(beside=(*goals, *parts))


def _goals(found: Plans) -> Iterator[SeenGoal]:
    for plan in found.seen:
        yield from plan.goals


def _step(request: Request, file: File, row_id: UUID | None) -> Step:
    steps = (step for one in _goals(_found(request, file)) for step in one.steps)
    step = next((one for one in steps if one.first == row_id), None)
    if step is None:
        raise NotThere
    return step
