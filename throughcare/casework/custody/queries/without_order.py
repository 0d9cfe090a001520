"""Who is held without a valid order, and whose order ends soon (Nelson Mandela Rule 7).

Computed from stays and orders at each question. Nothing is stored that somebody could switch off:
only a valid order, or that the person leaves, takes an entry off the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.casework.custody.deadlines import ahead
from throughcare.casework.custody.grounds import Ground, grounds_at
from throughcare.casework.custody.queries.held_list import ask_for_list, enter_list
from throughcare.casework.people.files import entering


class Why(StrEnum):
    """Why no order is in force."""

    NEVER = "never"
    EXPIRED = "expired"
    STRUCK_OUT = "struck_out"


@dataclass(frozen=True, slots=True)
class HeldWithout:
    """Somebody held without a valid order since a moment.

    `opens`: the viewer may read the file; a judge to whom the case was not given takes it first.
    `said`: what was written at the admission about why there is none.
    """

    person_id: UUID
    held_at: str
    opens: bool
    admitted_at: datetime
    since: datetime
    why: Why
    said: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody whose orders cover the time up to `ends`, and no further."""

    person_id: UUID
    held_at: str
    opens: bool
    ends: datetime


@dataclass(frozen=True, slots=True)
class HeldLists:
    """Both lists of a place, from one look at the grounds."""

    without: list[HeldWithout]
    ending: list[Ending]


@entering
def held_without(
    viewer: Viewer, establishment: str | None, *, at: datetime
) -> list[HeldWithout]:  # fmt: skip
    """Who is held without a valid order at an establishment, or within reach, the longest first.

    For whoever reads orders there, and for a judge with a post there. Raises NotThere, Refused.
    """
    leave = ask_for_list(viewer, establishment, at=at)
    return _entered_without(
        viewer, leave, grounds_at(viewer, establishment, at=at, until=at), at=at
    )


@entering
def orders_ending(viewer: Viewer, establishment: str | None, *, at: datetime) -> list[Ending]:
    """Whose orders end within the days that `deadlines.yaml` names, the next first.

    An order that is continued by another is not named. Raises NotThere, Refused.
    """
    leave = ask_for_list(viewer, establishment, at=at)
    return _entered_ending(
        viewer, leave, grounds_at(viewer, establishment, at=at, until=_soon(at)), at=at
    )


@entering
def held_lists(viewer: Viewer, establishment: str | None, *, at: datetime) -> HeldLists:
    """What `held_without` and `orders_ending` answer, each with its entry."""
    leave = ask_for_list(viewer, establishment, at=at)
    grounds = grounds_at(viewer, establishment, at=at, until=_soon(at))
    return HeldLists(
        _entered_without(viewer, leave, grounds, at=at),
        _entered_ending(viewer, leave, grounds, at=at),
    )


def _entered_without(
    viewer: Viewer, leave: Leave, grounds: Sequence[Ground], *, at: datetime
) -> list[HeldWithout]:
    found = [_without(one) for one in grounds if not one.covered]
    found.sort(key=lambda one: (one.since, str(one.person_id)))
    enter_list(viewer, leave, "read.held_without", [one.person_id for one in found], at=at)
    return found


def _entered_ending(
    viewer: Viewer, leave: Leave, grounds: Sequence[Ground], *, at: datetime
) -> list[Ending]:
    found = [
        Ending(one.person_id, one.held_at, one.opens, one.cover_ends)
        for one in grounds
        if one.covered and one.opens and one.cover_ends is not None and one.cover_ends <= _soon(at)
    ]
    found.sort(key=lambda one: (one.ends, str(one.person_id)))
    enter_list(viewer, leave, "read.orders_ending", [one.person_id for one in found], at=at)
    return found


def _soon(at: datetime) -> datetime:
    return at + ahead("order_ends_within")


def _without(one: Ground) -> HeldWithout:
    if one.last_end is not None:
        why = Why.EXPIRED
    else:
        why = Why.STRUCK_OUT if one.struck_out else Why.NEVER
    return HeldWithout(
        person_id=one.person_id, held_at=one.held_at, opens=one.opens,
        admitted_at=one.admitted_at, since=one.last_end or one.admitted_at, why=why,
        said=one.without_order,
    )  # fmt: skip
