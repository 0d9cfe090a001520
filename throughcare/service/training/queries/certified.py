"""Whether somebody is certified for something: a matter of staff, asked by the rooms above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from throughcare.access.queries import holder_of
from throughcare.service.training.models import Certificate
from throughcare.service.training.standing import days_with_boosters, known, stands, together
from throughcare.service.training.validity import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate that holds. `lapses_on` is the first day on which it holds no more (UTC).

    `boosted_on`: the day of the latest booster; None without one. `days_left` is at least one.
    """

    certificate_id: UUID
    topic: str
    tool: str
    passed_on: date
    boosted_on: date | None
    lapses_on: date
    days_left: int


def certified(
    account: int | str, topic: str, tool: str = "", *, at: datetime
) -> Certified | None:  # fmt: skip
    """What certifies the human being behind an account at that moment; None if nothing does.

    As it was known then: what is written down later, or withdrawn later, does not count yet. Of
    several the one that holds longest. Asks no viewer, so it is for deciding, not for showing.
    """
    holder, day = holder_of(account), day_of(at)
    if holder is None:
        return None
    rows = Certificate.objects.filter(known(at), account__holder=holder, topic=topic, tool=tool)
    found = [
        _certified(row, [one for one in boosters if stands(one, at)], day)
        for row, boosters in together(rows.order_by("passed_on", "id"))
        if stands(row, at)
    ]
    holding = [one for one in found if one is not None]
    return max(holding, key=lambda one: one.lapses_on, default=None)


def _certified(row: Certificate, boosters: list[Certificate], day: date) -> Certified | None:
    days = days_with_boosters(row, boosters)
    if not days.holds(day):
        return None
    return Certified(
        certificate_id=row.id, topic=row.topic, tool=row.tool, passed_on=row.passed_on,
        boosted_on=max((one.passed_on for one in boosters), default=None),
        lapses_on=days.until, days_left=(days.until - day).days,
    )  # fmt: skip
