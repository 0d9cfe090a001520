"""To approve and write down a wage, by somebody who did not write the hours."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.writing import put
from throughcare.casework.work.errors import BadWork
from throughcare.casework.work.hands import need_no_hours_of
from throughcare.casework.work.holding import hold_first, told
from throughcare.casework.work.models import Placement, Wage


@entering
def approve_wage(
    *, by: Viewer, at: datetime, placement_id: UUID, paid_at: datetime, amount: Decimal,
    currency: str, first_day: date, last_day: date,
) -> Wage:  # fmt: skip
    """Write down that a wage was paid for the days of a work, both days among them.

    Raises SameHand, NoWork, BadWork, BadMoment, NotThere, Refused.
    """
    holding, row = hold_first(Placement, placement_id, by=by, at=at)
    need_past(paid_at, at=at)
    if amount <= 0 or not re.fullmatch("[A-Z]{3}", currency):
        raise BadWork(
            _("a wage is more than nothing, in a currency of three letters"),
            remedy=_("write the amount as it was paid, and a currency such as TND"),
        )
    if last_day < first_day:
        raise BadWork(_("the last day lies before the first"), remedy=_("look at both days"))
    if not row.paid:
        raise BadWork(_("this work was found to be unpaid"), remedy=_("write the paid work first"))
    need_no_hours_of(by, row, first_day, last_day)
    wage = Wage(
        placement_id=row.first, paid_at=paid_at, amount=amount, currency=currency,
        first_day=first_day, last_day=last_day,
    )  # fmt: skip
    with told():
        return put(holding, wage, event="work.wage_paid", happened_at=paid_at)
