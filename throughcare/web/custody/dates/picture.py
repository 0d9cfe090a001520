"""The time in custody as a bar, drawn here: from the first day to the day of release, and today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from throughcare.casework.custody.queries import ReleaseDates
from throughcare.web.custody.known import Known

WIDTH: Final = 600
_SIDE: Final = 12  # free space at both ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day on the bar: its number in the picture, what it is, and where it stands."""

    number: int
    label: str
    on: date
    x: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The bar in a box of WIDTH. Right-to-left pages have it mirrored."""

    marks: Sequence[Mark]
    begins: int
    ends: int
    served: int

    @property
    def left(self) -> int:
        """Where the bar starts, from the left."""
        return min(self.begins, self.ends)

    @property
    def length(self) -> int:
        """How long the bar is."""
        return abs(self.ends - self.begins)

    @property
    def served_left(self) -> int:
        """Where the part that is served starts, from the left."""
        return min(self.begins, self.served)

    @property
    def served_length(self) -> int:
        """How long the part that is served is."""
        return abs(self.served - self.begins)


def picture_of(told: ReleaseDates, known: Known) -> Picture | None:
    """The picture; None where no day of release or no beginning is known.

    `known`: the day that the page answers for stands on the bar in the place of today.
    """
    begins, final = told.computed.begins, told.final
    if begins is None or final is None:
        return None
    conditional = _("Conditional release")
    days = [
        (_("Beginning"), begins, "begins"),
        *((f"{conditional}: {_(one.name)}", one.on, "conditional")
          for one in told.computed.conditional),
        (_("The day asked for") if known.day else _("Today"), told.today, "today"),
        (_("Day of release"), final, "final"),
    ]  # fmt: skip
    days.sort(key=lambda one: one[1])
    first, last = days[0][1], days[-1][1]
    return Picture(
        marks=[
            Mark(number=number, label=label, on=on, x=_x(on, first, last), kind=kind)
            for number, (label, on, kind) in enumerate(days, start=1)
        ],
        begins=_x(begins, first, last), ends=_x(max(begins, final), first, last),
        served=_x(min(max(told.today, begins), max(begins, final)), first, last),
    )  # fmt: skip


def _x(on: date, first: date, last: date) -> int:
    whole = max(1, (last - first).days)
    along = round((on - first).days / whole * (WIDTH - 2 * _SIDE)) + _SIDE
    return WIDTH - along if get_language_bidi() else along
