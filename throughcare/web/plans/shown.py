"""A plan in words for a page: who does each step, what is said of each goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.casework.plans.queries import Goal, Plans, Progress, SeenPlan, Step
from throughcare.casework.plans.terms import PARTS, Actor, Moved
from throughcare.web.people.shown.staff import names_of
from throughcare.web.plans.picture import Picture, picture_of, state_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


# What calls for a look at the plan, by the trigger of the call.
_CALLS: Final[Mapping[str, StrOrPromise]] = {
    "first": _("the person is sentenced, and has no plan yet"),
    "due": _("the day of its review has come"),
    "age": _("the person came of another age"),
    "sentence": _("the person was sentenced since"),
    "status": _("a status began or ended"),
    "risk": _("violence, or restraint to prevent harm, was recorded"),
    "move": _("the person came to another prison"),
    "appeal": _("an appeal was granted"),
    "care": _("somebody depends on the person since then"),
}


def call_words(trigger: str) -> str:
    """What calls for a look at the plan, as a page says it."""
    return capfirst(str(_CALLS[trigger]))


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step; `who` does it by name. `nobody`: that member of staff is there no more.

    `state`: late where its day is over and nothing was said, else that of the row.
    """

    row: Step
    who: str
    nobody: bool
    state: str


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal, its steps, and how it went up to this version."""

    row: Goal
    steps: Sequence[ShownStep]
    went: Progress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """One version. `left`: goals that were given up; `reached`: with what was said of each.

    `parts`: each part that says something.
    """

    seen: SeenPlan
    goals: Sequence[ShownGoal]
    left: Sequence[ShownGoal]
    reached: Sequence[tuple[str, Progress]]
    parts: Sequence[tuple[StrOrPromise, str]]
    signed_by: str
    began_by: str
    picture: Picture | None


def shown_of(found: Plans, *, at: datetime) -> Sequence[ShownPlan]:
    """Each version, the latest first."""
    names = names_of(
        account for one in found.seen
        for account in (one.row.signed_by, one.row.begun_by, *_accounts(one))
    )  # fmt: skip
    return [_shown(one, found, names, timezone.localdate(at)) for one in found.seen]


def _accounts(plan: SeenPlan) -> Sequence[str]:
    return [step.account for goal in plan.goals for step in goal.steps]


def _shown(one: SeenPlan, found: Plans, names: Mapping[str, str], today: date) -> ShownPlan:
    goals = [
        ShownGoal(goal.row, [_step(step, found, names, today) for step in goal.steps], goal.went)
        for goal in one.goals
    ]
    live = [goal for goal in goals if goal.row.state == "live"]
    return ShownPlan(
        seen=one, goals=live, picture=picture_of(one.row, live, today),
        reached=_reached(one, found),
        left=[goal for goal in goals if goal.row.state != "live"],
        parts=[
            (label, text) for name, label in PARTS.items() if (text := getattr(one.row, name))
        ],
        signed_by=names.get(one.row.signed_by, ""), began_by=names.get(one.row.begun_by, ""),
    )  # fmt: skip


def _reached(one: SeenPlan, found: Plans) -> Sequence[tuple[str, Progress]]:
    """The goals that its review found reached: they do not go on, so the version says so."""
    words = {goal.row.first: goal.row.words for plan in found.seen for goal in plan.goals}
    return [(words[row.goal_id], row) for row in one.progress if row.moved == Moved.REACHED]


def _step(row: Step, found: Plans, names: Mapping[str, str], today: date) -> ShownStep:
    who = {Actor.STAFF: names.get(row.account, row.account), Actor.PRISONER: ""}
    said = who.get(Actor(row.actor), row.who)
    nobody = row.first in found.unowned and row.state == "open"
    return ShownStep(row, said, nobody, state_of(row.state, row.due, today))
