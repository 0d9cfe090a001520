"""A version of a plan as a line of time: when each step is due, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import get_language_bidi

from throughcare.casework.plans.terms import StepState

if TYPE_CHECKING:
    from throughcare.casework.plans.queries import Plan
    from throughcare.web.plans.shown import ShownGoal

_EDGE: Final = 4  # per cent at the beginning, for the number of a goal
_WIDE: Final = 94  # per cent of the width, and a little after it for half a mark
_ROW: Final = 26  # units between the lines of two goals
_HIGH: Final = 20  # units from the edge to the first and the last line
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A step on the line of its goal. `state`: done, open, late or given_up."""

    x: str
    y: str
    state: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """From the signature, or the beginning of a draft, to the review or the last step after it.

    All across is in per cent of the width, from the right in a language written so. `rows`: the
    height of each goal's line with its number. `today`, `review`: where they stand; None for a day
    outside the line.
    """

    begins: date
    ends: date
    edge: str
    first: str
    last: str
    height: int
    rows: Sequence[tuple[str, int]]
    marks: Sequence[Mark]
    today: str | None
    review: str | None


def picture_of(row: Plan, goals: Sequence[ShownGoal], today: date) -> Picture | None:
    """The line of a version with its live goals; None where no step has a day yet."""
    dues = [step.row.due for goal in goals for step in goal.steps]
    if not dues:
        return None
    review = timezone.localdate(row.review_at)
    begins = min([timezone.localdate(row.signed_at or row.recorded_at), *dues])
    ends = max([review, *dues]) + _DAY

    def x(day: date) -> str:
        return _across(_EDGE + _WIDE * ((day - begins) / (ends - begins)))

    heights = [_HIGH + number * _ROW for number in range(len(goals))]
    return Picture(
        begins=begins, ends=ends - _DAY, edge=_across(0), first=x(begins), last=x(ends),
        height=heights[-1] + _HIGH,
        rows=[(str(high), number) for number, high in enumerate(heights, 1)],
        marks=[
            Mark(x(step.row.due), str(high), step.state, step.row.words)
            for goal, high in zip(goals, heights, strict=True) for step in goal.steps
        ],
        today=x(today) if begins <= today < ends else None,
        review=x(review) if begins <= review < ends else None,
    )  # fmt: skip


def _across(share: float) -> str:
    return f"{100 - share if get_language_bidi() else share:.1f}%"


def state_of(state: str, due: date, today: date) -> str:
    """What came of a step: its state, or late where its day is over and nothing was said."""
    return "late" if state == StepState.OPEN and due < today else state
