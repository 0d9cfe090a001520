"""A certificate as it is shown: how it stands, and when it lapses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from throughcare.service.training.courses import courses, lapses_soon
from throughcare.service.training.models import Certificate
from throughcare.service.training.standing import days_with_boosters, stands, together
from throughcare.service.training.validity import day_of


class State(StrEnum):
    """How a certificate stands."""

    HOLDS = "holds"
    SOON = "soon"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Booster:
    """A booster. One that is withdrawn, with the reason, adds nothing."""

    id: UUID
    passed_on: date
    issued_by: str
    withdrawn_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A certificate with its boosters. `lapses_on`: the first day without it (UTC).

    `days_left`: how many days it still holds, today among them; 0 where it does not.
    """

    id: UUID
    topic: str
    tool: str
    passed_on: date
    issued_by: str
    lapses_on: date
    days_left: int
    state: State
    withdrawn_why: str
    boosters: tuple[Booster, ...]


def held(rows: Iterable[Certificate], *, at: datetime) -> tuple[Held, ...]:
    """The certificates of one human being by course, the latest first.

    What lapses within the days of `courses.yaml` is said to lapse soon, unless another certificate
    of the same course holds longer.
    """
    found = [_held(row, boosters, at) for row, boosters in together(rows)]
    order = {topic: number for number, topic in enumerate(courses())}
    shown = [_unless_renewed(one, found) for one in found]
    shown.sort(key=lambda one: (one.passed_on, str(one.id)), reverse=True)
    return tuple(sorted(shown, key=lambda one: (order.get(one.topic, len(order)), one.tool)))


def _held(row: Certificate, boosters: list[Certificate], at: datetime) -> Held:
    day, standing = day_of(at), stands(row, at)
    days = days_with_boosters(row, [one for one in boosters if stands(one, at)])
    left = (days.until - day).days if standing else 0
    return Held(
        id=row.id, topic=row.topic, tool=row.tool, passed_on=row.passed_on,
        issued_by=row.issued_by, lapses_on=days.until, days_left=max(left, 0),
        state=_state(standing, left), withdrawn_why="" if standing else row.withdrawn_why,
        boosters=tuple(_booster(one, at) for one in boosters),
    )  # fmt: skip


def _state(standing: bool, left: int) -> State:
    if not standing:
        return State.WITHDRAWN
    if left <= 0:
        return State.LAPSED
    return State.SOON if left <= lapses_soon().days else State.HOLDS


def _booster(row: Certificate, at: datetime) -> Booster:
    why = "" if stands(row, at) else row.withdrawn_why
    return Booster(id=row.id, passed_on=row.passed_on, issued_by=row.issued_by, withdrawn_why=why)


def _unless_renewed(one: Held, others: Iterable[Held]) -> Held:
    longer = any(
        (other.topic, other.tool) == (one.topic, one.tool) and other.days_left > one.days_left
        for other in others
    )
    return replace(one, state=State.HOLDS) if one.state is State.SOON and longer else one
