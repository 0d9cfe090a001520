"""The brief of a meeting: one page about a person, built from what the viewer's own posts open.

To add a section (of a plan, a programme, a count of observations, a graded statement): write a
function that asks a query of its room as the viewer and returns lines, and add one `Section` to
`SECTIONS` with the compartment and the act that it needs. The gate is asked before the function
runs, and the query asks again. A section returns nothing of a compartment that it does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.queries import classifications_of, shared_of
from throughcare.casework.custody.queries import orders_of, release_dates_of
from throughcare.casework.observations.queries import observation_counts
from throughcare.casework.people.files import entering, may_about
from throughcare.casework.people.queries import file_of
from throughcare.casework.plans.queries import ShortPlan, plan_in_force
from throughcare.casework.programmes.queries import attendance_of
from throughcare.casework.safety.queries import measures_of, separations_of
from throughcare.casework.team.queries import tasks_of, team_of_file
from throughcare.web.duties.words import moment_words
from throughcare.web.people.shown.names import called

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Line = tuple["StrOrPromise", str]
Find = Callable[[Viewer, UUID, datetime], Sequence[Line]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief. `code` and `act`: what a post must open for it to be there."""

    name: str
    label: StrOrPromise
    code: Compartment
    act: Act
    find: Find


@dataclass(frozen=True, slots=True)
class Part:
    """A section as one viewer sees it."""

    name: str
    label: StrOrPromise
    lines: Sequence[Line]


def brief_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Part]:
    """Every section that the viewer's posts open, in its order. Each leaves its own entries."""
    may = entering(_may)
    parts = []
    for one in SECTIONS:
        if not may(viewer, person_id, one, at=at):
            continue
        try:
            parts.append(Part(one.name, one.label, list(one.find(viewer, person_id, at))))
        except (NotThere, Refused):
            continue
    return parts


def _may(viewer: Viewer, person_id: UUID, one: Section, *, at: datetime) -> bool:
    return may_about(viewer, one.act, one.code, person_id, at=at)


def identity(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """The name as the viewer sees it, and what everybody who meets the person must know."""
    file = file_of(viewer, person_id, at=at, why="")
    name = called(file.facts)
    lines: list[Line] = [(_("Name"), " · ".join(one for one in (name.own, name.other) if one))]
    lines += [(_("To know for safety"), note.text) for note in file.notes if note.kind == "safety"]
    return lines


def legal(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """The legal status, and the day of release."""
    orders = orders_of(viewer, person_id, at=at)
    status = orders.status(at)
    lines: list[Line] = []
    if status is not None:
        lines.append((_("Legal status"), capfirst(status.get_value_display())))
    final = release_dates_of(viewer, person_id, at=at).final
    lines.append((_("Day of release"), final.isoformat() if final else str(_("not known"))))
    return lines


def decisions(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """What the team decided and is still to be done."""
    return [
        (moment_words(task.row.due_at), task.row.words)
        for seen in team_of_file(viewer, person_id, at=at).seen if seen.closed
        for task in seen.decided if task.outcome is None
    ]  # fmt: skip


def own_tasks(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """What was given to the viewer: of the plan in short, what concerns the own role."""
    return [
        (moment_words(one.due_at), one.words)
        for one in tasks_of(viewer, at=at) if one.person_id == person_id
    ]  # fmt: skip


def level(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """The security level that holds, and its review."""
    holds = classifications_of(viewer, person_id, at=at).in_force
    if holds is None:
        return []
    return [
        (_("Security level"), capfirst(holds.row.get_level_display())),
        (_("Day of the review"), moment_words(holds.row.review_at)),
    ]


def spoken(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """At which meetings the person was spoken about, and how the person was heard."""
    return [
        (moment_words(seen.meeting.held_at), capfirst(seen.row.get_heard_display()))
        for seen in team_of_file(viewer, person_id, at=at).seen
        if seen.closed and seen.meeting.held_at is not None
    ]  # fmt: skip


def limits(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """Restrictions and separations that run."""
    lines: list[Line] = [
        (capfirst(row.get_kind_display()), moment_words(row.since))
        for row in measures_of(viewer, person_id, at=at).running
    ]
    lines += [
        (capfirst(spell.row.get_kind_display()), moment_words(spell.row.since))
        for spell in separations_of(viewer, person_id, at=at).spells if spell.row.until is None
    ]  # fmt: skip
    return lines


def shared(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """What colleagues may know of the assessment: the shared formulation, and what protects."""
    found = shared_of(viewer, person_id, at=at)
    if found is None:
        return []
    return [
        (_("Shared formulation"), found.shared), (_("What protects"), found.strengths),
        (_("Gaps"), found.gaps), *((_("Advice"), one.what) for one in found.advice),
    ]  # fmt: skip


def plan(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """The goals of the plan in force; in short, what concerns the own role."""
    found = plan_in_force(viewer, person_id, at=at)
    if found is None:
        return []
    if isinstance(found, ShortPlan):
        return [(one.goal_words, one.words) for one in found.steps]
    return [
        (goal.row.words, "; ".join(step.words for step in goal.steps))
        for goal in found.goals if goal.live
    ]  # fmt: skip


def programmes(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """Sessions that the person came to, by programme."""
    return [
        (one.programme.name, str(one.attended))
        for one in attendance_of(viewer, person_id, at=at).taken
    ]


def seen_on_the_wing(viewer: Viewer, person_id: UUID, at: datetime) -> Sequence[Line]:
    """How many entries were written of each month: no measure of anybody."""
    months = observation_counts(viewer, person_id, at=at, since=at - _MONTHS)
    return [
        (date_format(one.month, "YEAR_MONTH_FORMAT"), str(one.positive + one.talk + one.concern))
        for one in months
    ]


def statements(_viewer: Viewer, person_id: UUID, _at: datetime) -> Sequence[Line]:
    """Where graded statements are read, whether there are any or none."""
    return [(_("Statements"), f"/people/{person_id}/statements")]


_MONTHS: Final = timedelta(days=92)
_PLN: Final = Compartment.PLN
SECTIONS: tuple[Section, ...] = (
    Section(name="identity", label=_("Who it is"), code=Compartment.ID,
            act=Act.READ_REDACTED, find=identity),
    Section(name="legal", label=_("Legal status and dates"), code=Compartment.SEN,
            act=Act.READ_REDACTED, find=legal),
    Section(name="plan", label=_("Plan"), code=_PLN, act=Act.READ_REDACTED, find=plan),
    Section(name="decisions", label=_("Decisions that are open"), code=_PLN, act=Act.READ,
            find=decisions),
    Section(name="own_tasks", label=_("What was given to me"), code=_PLN, act=Act.READ_REDACTED,
            find=own_tasks),
    Section(name="level", label=_("Classification"), code=_PLN, act=Act.READ, find=level),
    Section(name="limits", label=_("Restrictions and separation"), code=Compartment.DIS,
            act=Act.READ, find=limits),
    Section(name="spoken", label=_("Earlier meetings"), code=_PLN, act=Act.READ, find=spoken),
    Section(name="programmes", label=_("Programmes"), code=Compartment.PRG, act=Act.READ,
            find=programmes),
    Section(name="observations", label=_("Observations"), code=Compartment.PRG, act=Act.READ,
            find=seen_on_the_wing),
    Section(name="statements", label=_("Statements"), code=Compartment.INT,
            act=Act.READ_REDACTED, find=statements),
    Section(name="shared", label=_("What the assessment says to colleagues"),
            code=Compartment.PSY, act=Act.READ_REDACTED, find=shared),
)  # fmt: skip
