"""To give somebody work, and to end it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put
from throughcare.casework.work.errors import BadWork, NotAllowed
from throughcare.casework.work.holding import hold_first, hold_work, told
from throughcare.casework.work.models import Placement
from throughcare.casework.work.terms import Beneficiary


@entering
def place_at_work(
    *, by: Viewer, at: datetime, person_id: UUID, workshop: str, since: datetime,
    beneficiary: str, voluntary: bool, paid: bool, wage_class: str = "", outside: bool = False,
    supervisor: str = "", found: str = "",
) -> Placement:  # fmt: skip
    """Somebody works from a moment on. `found`: how it is known, of what nobody could have ordered.

    Work without consent, without pay or for the benefit of a member of staff is refused, also to a
    sentenced person (our own choice, stricter than the rules); what was found is written down.
    Raises NotAllowed, BadWork, NotInCustody, BadMoment, NotThere, Refused.
    """
    holding = hold_work(person_id, by=by, at=at)
    need_past(since, at=at)
    if not workshop.strip() or beneficiary not in Beneficiary.values:
        raise BadWork(
            _("it is not said where, or for whom, the person works"),
            remedy=_("write the workshop, and choose who has the benefit"),
        )
    forbidden = not voluntary or not paid or beneficiary == Beneficiary.STAFF
    if forbidden and not found.strip():
        raise NotAllowed(
            _("nobody orders work without consent, without pay, or for the benefit of staff"),
            remedy=_("give other work; if this was found, write how it became known"),
        )
    if found.strip() and not forbidden:
        raise BadWork(
            _("this is work as it may be: nothing was found"),
            remedy=_("leave empty how it became known"),
        )
    if wage_class.strip() and not paid:
        raise BadWork(
            _("a wage class belongs to paid work"), remedy=_("leave the wage class empty")
        )
    row = Placement(
        workshop=workshop.strip(), wage_class=wage_class.strip(), outside=outside,
        supervisor=supervisor.strip(), beneficiary=beneficiary, voluntary=voluntary, paid=paid,
        since=since, found=found.strip(),
    )  # fmt: skip
    with told():
        return put(holding, row, event="work.placed", happened_at=since)


@entering
def end_work(
    *, by: Viewer, at: datetime, placement_id: UUID, until: datetime
) -> Placement:  # fmt: skip
    """Say that a work has ended. Raises BadWork, BadMoment, NotThere, Refused."""
    holding, row = hold_first(Placement, placement_id, by=by, at=at)
    need_past(until, at=at)
    if row.until is not None or until <= row.since:
        raise BadWork(
            _("this work has ended already, or had not begun then"),
            remedy=_("look at the work, the day and the hour"),
        )
    return put(holding, anew(row, until=until), event="work.ended", happened_at=until, replaces=row)
