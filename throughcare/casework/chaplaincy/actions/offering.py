"""What the chaplaincy offered: visits, and services of a unit and faith."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.chaplaincy.errors import BadWish
from throughcare.casework.chaplaincy.holding import hold_faith, need_chaplain, need_faith, told
from throughcare.casework.chaplaincy.models import Request, Service, Visit
from throughcare.casework.chaplaincy.terms import Outcome, VisitKind
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, parts_of
from throughcare.casework.rows.writing import put


@entering
def offer_visit(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, offered_at: datetime, outcome: str,
    request_id: UUID | None = None,
) -> Visit:  # fmt: skip
    """Write down that a visit was offered, and whether it took place. Never what was said.

    Raises AgainstTheWish for a visit to somebody who objects, BadWish, NotInCustody, BadMoment,
    NotThere, Refused.
    """
    holding = need_chaplain(hold_faith(person_id, act=Act.WRITE, by=by, at=at))
    need_past(offered_at, at=at)
    if kind not in VisitKind.values or outcome not in Outcome.values:
        raise BadWish(_("this is no value of the list"), remedy=_("choose one of the list"))
    if request_id is not None:
        mine = Request.objects.filter(id=request_id, person__in=parts_of(holding.person.id))
        if not mine.exists():
            raise NotThere
    row = Visit(kind=kind, at=offered_at, outcome=outcome, request_id=request_id)
    with told():
        return put(holding, row, event="chaplaincy.visit_offered", happened_at=offered_at)


@entering
def hold_service(
    *, by: Viewer, at: datetime, person_ids: Collection[UUID], faith: str, held_at: datetime
) -> list[Service]:  # fmt: skip
    """Write down a service that was open to these people, each in the unit where he or she lay.

    Raises BadWish for somebody who lay nowhere then, NotInCustody, BadMoment, NotThere, Refused.
    """
    need_past(held_at, at=at)
    said = need_faith(faith)
    if not person_ids:
        raise BadWish(_("nobody is named"), remedy=_("choose for whom the service was open"))
    rows = []
    for person_id in sorted(set(person_ids)):
        holding = need_chaplain(hold_faith(person_id, act=Act.WRITE, by=by, at=at))
        row = Service(faith=said, unit=unit_of(holding.person.id, held_at), at=held_at)
        if not row.unit:
            raise BadWish(
                _("somebody of these lay in no unit then"), remedy=_("look at the day and the hour")
            )
        with told():
            rows.append(put(holding, row, event="chaplaincy.service_held", happened_at=held_at))
    return rows


def unit_of(person_id: UUID, moment: datetime) -> str:
    """The unit in which the person lay at the moment; empty where none is known."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT chaplaincy_unit_of(%s, %s)", [person_id, moment])
        return str(cursor.fetchone()[0] or "")
