"""Whoever writes the hours does not approve the wage for them, whatever accounts they have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from throughcare.access.duties import incompatible
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.casework.work.holding import same_hand
from throughcare.casework.work.models import Placement, Wage, WorkDay

HOURS, WAGE = "write_work_hours", "approve_wage"


def need_no_hours_of(by: Viewer, work: Placement, first: date, last: date) -> None:
    """Refuse to approve a wage for hours of one's own. Raises SameHand."""
    days = WorkDay.objects.filter(
        placement=work.first, stood_until=None, day__gte=first, day__lte=last
    )
    _need_apart(by, days.values_list("recorded_by", flat=True).distinct())


def need_no_wage_of(by: Viewer, work: Placement, day: date) -> None:
    """Refuse to write hours of days that one has paid. Raises SameHand."""
    paid = Wage.objects.filter(
        placement=work.first, stood_until=None, first_day__lte=day, last_day__gte=day
    )
    _need_apart(by, paid.values_list("recorded_by", flat=True).distinct())


def _need_apart(by: Viewer, accounts: Iterable[str]) -> None:
    if not incompatible(HOURS, WAGE):
        return
    me = holder_of(by.account)
    for account in accounts:
        if me is None or me == holder_of(account):
            raise same_hand()
