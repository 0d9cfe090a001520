"""Everything that is due to somebody, from the rooms that know of it: the registry.

A room joins with one line in `SOURCES`: a word for what it is, and a function that asks the room's
own query as the viewer. What the query refuses is nothing of this viewer's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.casework.assessment.queries import has_desk, reviews_due, waiting_for
from throughcare.casework.plans.queries import plan_reviews_due, steps_due
from throughcare.casework.safety.queries import counters_for
from throughcare.casework.team import queries
from throughcare.casework.team.house import posts_in_teams

# By the section of the file in which it is held.
_REVIEWS: Final = {
    "classification": gettext_lazy("Review of the level"),
    "judgement": gettext_lazy("Review of a status"),
    "separation": gettext_lazy("Review of a separation"),
}


class Kind(StrEnum):
    """What it is; the secret feed tells no more than this."""

    MEETING = "meeting"
    TASK = "task"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something at a moment. `person_id` and `words` are for the viewer alone; `way` leads there.

    `key` tells it from all others and is no number of anybody. `late`: its moment has passed and it
    is still to be done.
    """

    kind: Kind
    key: str
    at: datetime
    words: str
    way: str
    late: bool = False
    mine: bool = True
    person_id: UUID | None = None
    place: str = ""


Source = Callable[[Viewer, datetime, datetime, datetime], Sequence[Due]]


def due_to(viewer: Viewer, *, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """Everything in [since, until) and what is late, the late first, then by its moment."""
    found: list[Due] = []
    for source in SOURCES:
        try:
            found += source(viewer, at, since, until)
        except (NotThere, Refused):
            continue
    return sorted(found, key=lambda one: (not one.late, one.at, one.key))


def of_meetings(viewer: Viewer, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """Meetings of the teams in which the viewer sits; cancelled ones are left out."""
    rows = queries.meetings_for(viewer, at=at, since=since, until=until)
    return [
        Due(
            kind=Kind.MEETING, key=f"meeting-{one.row.first}", at=one.row.meets_at,
            words=_("Meeting of the team"), way=f"/team/meetings/{one.row.first}", mine=one.mine,
            place=one.row.establishment,
        )
        for one in rows if one.row.state != "cancelled"
    ]  # fmt: skip


def of_tasks(viewer: Viewer, at: datetime, _since: datetime, until: datetime) -> Sequence[Due]:
    """The viewer's own open tasks, the late ones among them."""
    return [
        Due(
            kind=Kind.TASK, key=f"task-{one.id}", at=one.due_at, words=one.words,
            way=f"/team/tasks/{one.id}", late=one.late(at=at), person_id=one.person_id,
            place=one.establishment,
        )
        for one in queries.tasks_of(viewer, at=at, until=until)
    ]  # fmt: skip


def of_boards(viewer: Viewer, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """Boards that meet, in files where the viewer is of the case staff."""
    if not has_desk(viewer, at=at):
        return []
    return [
        Due(
            kind=Kind.REVIEW, key=f"{one.what}-{one.person_id}", at=one.due,
            words=_("A board, or a screening, is due"), person_id=one.person_id,
            way=f"/people/{one.person_id}/custody/classification", late=one.due < at,
        )
        for one in waiting_for(viewer, at=at)
        if one.due is not None and (one.due < at or since <= one.due < until)
    ]  # fmt: skip


def of_reviews(viewer: Viewer, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """The reviews of levels, statuses and separations, in files where the viewer writes."""
    if not has_desk(viewer, at=at):
        return []
    found = [
        ("classification" if one.of_level else "judgement", one.person_id, one.at)
        for one in reviews_due(viewer, at=at)
    ]
    assigned = {one.person for one in viewer.assigned if one.period.holds(at)}
    found += [
        ("separation", person, counter.next_review_at)
        for person, counter in counters_for(viewer, assigned, at=at).items()
        if counter.next_review_at is not None
    ]
    return [
        Due(
            kind=Kind.REVIEW, key=f"{section}-{person}-{moment.isoformat()}", at=moment,
            words=str(_REVIEWS[section]), way=f"/people/{person}/custody/{section}",
            person_id=person, late=moment < at,
        )
        for section, person, moment in found if since <= moment < until
    ]  # fmt: skip


def of_steps(viewer: Viewer, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """Open steps of plans: one's own, and those of the cases of who reads the plan."""
    found = []
    for one in steps_due(viewer, at=at, until=until.date()):
        moment = datetime.combine(one.due + timedelta(days=1), time(), since.tzinfo)
        found.append(
            Due(
                kind=Kind.TASK, key=f"step-{one.step}", at=moment, words=one.words,
                way=f"/people/{one.person}/plan", late=moment <= at, mine=one.mine,
                person_id=one.person,
            )
        )  # fmt: skip
    return found


def of_plans(viewer: Viewer, at: datetime, since: datetime, until: datetime) -> Sequence[Due]:
    """Plans that are to be looked at again, of the prisons where the viewer sits in the team."""
    places = {post.establishment for post in posts_in_teams(viewer, at=at, write=True)}
    return [
        Due(
            kind=Kind.REVIEW, key=f"plan-{one.plan}", at=one.review_at,
            words=_("Review of a plan"), way=f"/people/{one.person}/plan",
            late=one.review_at < at, person_id=one.person,
        )
        for place in sorted(places)
        for one in plan_reviews_due(viewer, place, at=at, until=until)
        if one.review_at < at or since <= one.review_at
    ]  # fmt: skip


# The rooms that tell what is due. A new one joins here with one line.
SOURCES: tuple[Source, ...] = (of_meetings, of_tasks, of_boards, of_reviews, of_steps, of_plans)
