"""The plan on paper as plain values, in the language of the paper: one page for five goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from throughcare.casework.people.queries import File
from throughcare.casework.plans.terms import PARTS
from throughcare.web.custody.printed.sheet import Line
from throughcare.web.custody.printed.words import Words
from throughcare.web.people.shown.header import numbers_of
from throughcare.web.people.shown.names import called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.plans.shown import ShownGoal, ShownPlan, ShownStep

# What others in a cell could read stays off the paper (Bangkok Rule 7): it is on the page alone.
NOT_ON_PAPER: Final = frozenset({"violence"})


@dataclass(frozen=True, slots=True)
class PaperStep:
    """Who does what until when, and where it stands."""

    words: str
    who: str
    due: date
    state: str


@dataclass(frozen=True, slots=True)
class PaperGoal:
    """A goal in own words, what it serves, and its steps."""

    words: str
    serves: str
    serves_words: str
    measure: str
    went: str
    steps: Sequence[PaperStep]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPlan:
    """One version. `signed`: both have; then how and when, else two lines to sign on."""

    state: str
    review_at: datetime
    signed_at: datetime | None
    goals: Sequence[PaperGoal]
    parts: Sequence[Line]
    agreement: str
    agreement_why: str
    person: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """All that the template needs; each of `plans` on a page of its own."""

    words: Words
    title: str
    intro: str
    head: Sequence[Line]
    plans: Sequence[PaperPlan]
    paper: str = "plan"


def sheet_of(file: File, plans: Sequence[ShownPlan], words: Words, *, at: datetime) -> PlanSheet:
    """These versions on paper, in these words."""
    with translation.override(words.language):
        return PlanSheet(
            words=words, title=_("My plan"),
            intro=_(
                "What I want to reach, and who does what until when. It is looked at again with me."
            ),
            head=list(_head(file, words, at)), plans=[_plan(one) for one in plans],
        )  # fmt: skip


def _head(file: File, words: Words, at: datetime) -> Iterator[Line]:
    label = words.labels
    yield Line(label["name"], called(file.facts).own)
    numbers = numbers_of(file.facts)
    if numbers:
        yield Line(label["number"], ", ".join(numbers))
    if file.held_at:
        yield Line(label["prison"], names_of_places([file.held_at]).get(file.held_at, file.held_at))
    yield Line(label["printed"], date_format(timezone.localtime(at), "DATETIME_FORMAT"))


def _plan(one: ShownPlan) -> PaperPlan:
    row = one.seen.row
    parts = [
        Line(str(label), text) for name, label in PARTS.items()
        if name not in NOT_ON_PAPER and (text := getattr(row, name))
    ]  # fmt: skip
    return PaperPlan(
        state=capfirst(f"{_('Version')} {row.version} ({row.state_said})"),
        review_at=row.review_at, signed_at=row.signed_at,
        goals=[_goal(goal) for goal in one.goals], parts=parts,
        agreement=capfirst(row.get_agreement_display()) if row.agreement else "",
        agreement_why=row.agreement_why,
        person=capfirst(row.get_person_how_display()) if row.person_how else "",
        staff=one.signed_by,
    )  # fmt: skip


def _goal(one: ShownGoal) -> PaperGoal:
    went = f"{one.went.get_moved_display()}: {one.went.words}" if one.went else ""
    return PaperGoal(
        words=one.row.words, serves=capfirst(one.row.get_serves_display()),
        serves_words=one.row.serves_words, measure=one.row.measure, went=capfirst(went),
        steps=[_step(step) for step in one.steps],
    )  # fmt: skip


def _step(one: ShownStep) -> PaperStep:
    who = one.who or _("I do it myself")
    return PaperStep(one.row.words, who, one.row.due, str(one.row.get_state_display()))
