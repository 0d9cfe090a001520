"""To register an order of an authority."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadMoment, BadOrder
from throughcare.casework.custody.models import Order
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.custody.writing import put
from throughcare.casework.people.files import entering, hold


@entering
def register_order(
    *, by: Viewer, at: datetime, person_id: UUID, kind: OrderKind, authority: str, number: str,
    issued_on: date, valid_from: datetime, valid_to: datetime | None = None, reason: str = "",
    why: str = "",
) -> Order:  # fmt: skip
    """Write down an order as it is printed. Raises BadOrder, BadMoment, NotThere, Refused."""
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_sound_order(authority, number, issued_on, valid_from, valid_to, at=at)
    order = Order(
        kind=kind, authority=authority.strip(), number=number.strip(), issued_on=issued_on,
        valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
    )  # fmt: skip
    return put(holding, order, event="custody.order_registered", happened_at=at)


def need_sound_order(
    authority: str, number: str, issued_on: date, valid_from: datetime,
    valid_to: datetime | None, *, at: datetime,
) -> None:  # fmt: skip
    """Refuse an order that names nobody, that was issued in the future, or that ends at once."""
    if not authority.strip() or not number.strip():
        raise BadOrder(
            _("the order does not say which authority gave it, or under which number"),
            remedy=_("type both as they are printed on it"),
        )
    if valid_to is not None and valid_to <= valid_from:
        raise BadOrder(
            _("the order would end before it begins"),
            remedy=_("look at both days and hours on the order"),
        )
    if issued_on > at.date():
        raise BadMoment(
            _("the order would be given on a day that has not come"),
            remedy=_("look at the day on the order"),
        )
