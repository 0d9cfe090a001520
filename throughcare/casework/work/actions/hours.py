"""The hours of somebody at work, and the whole days of rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from standards.civil import day_number, midnight
from standards.instants import to_datetime
from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.writing import put, strike_out
from throughcare.casework.work.errors import BadWork
from throughcare.casework.work.hands import need_no_wage_of
from throughcare.casework.work.holding import hold_first, told
from throughcare.casework.work.models import Placement, WorkDay

_A_DAY: Final = timedelta(days=1)


@entering
def write_hours(
    *, by: Viewer, at: datetime, placement_id: UUID, since: datetime, until: datetime
) -> WorkDay:
    """Write down hours that were worked in [since, until), of one local day.

    Raises BadWork, NoWork, SameHand, BadMoment, NotThere, Refused.
    """
    holding, row = hold_first(Placement, placement_id, by=by, at=at)
    need_past(until, at=at)
    zone = zone_of(holding.person.held_at)
    if until <= since:
        raise BadWork(_("the hours end before they begin"), remedy=_("look at both hours"))
    day = since.astimezone(zone).date()
    if until - since > _A_DAY or until > _begins(day + _A_DAY, zone.key):
        raise BadWork(
            _("these are more hours than the day has"),
            remedy=_("write each day by itself, from midnight to midnight at most"),
        )
    need_no_wage_of(by, row, day)
    written = WorkDay(placement_id=row.first, day=day, rest=False, since=since, until=until)
    with told():
        return put(holding, written, event="work.hours_written", happened_at=since)


@entering
def write_rest_day(*, by: Viewer, at: datetime, placement_id: UUID, day: date) -> WorkDay:
    """Write down a whole day of rest, once it is over. That no hours are written is no rest.

    Raises BadWork, NoWork, SameHand, BadMoment, NotThere, Refused.
    """
    holding, row = hold_first(Placement, placement_id, by=by, at=at)
    zone = zone_of(holding.person.held_at).key
    since, until = _begins(day, zone), _begins(day + _A_DAY, zone)
    need_past(until, at=at)
    if until <= row.since or (row.until is not None and since >= row.until):
        raise BadWork(_("the person had no such work on that day"), remedy=_("look at the day"))
    need_no_wage_of(by, row, day)
    written = WorkDay(placement_id=row.first, day=day, rest=True, since=since, until=until)
    with told():
        return put(holding, written, event="work.rest_day_written", happened_at=since)


@entering
def strike_hours(*, by: Viewer, at: datetime, row_id: UUID, why: str) -> WorkDay:
    """Say that hours were never so. Raises NoReason, AlreadyReplaced, NotThere, Refused."""
    holding, row = hold_row(WorkDay, row_id, compartment=Compartment.PRG, by=by, at=at, why=why)
    return strike_out(holding, row)


def _begins(day: date, zone: str) -> datetime:
    """00:00 of a local day."""
    return to_datetime(midnight(day_number(day), zone), zone)
