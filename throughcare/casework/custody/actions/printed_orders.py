"""The order on which a person is moved or released: registered now, or one that stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.errors import BadOrder
from throughcare.casework.custody.models import Order
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.files import Holding, ask_about
from throughcare.casework.rows.standing import rows_of


def order_for(
    holding: Holding, kind: OrderKind, order: UUID | PrintedOrder, *, moment: datetime
) -> Order:
    """The order for what happens at the moment: registered now, or the standing one of that id.

    Raises BadOrder, OtherPerson, and access's NotThere or Refused for whoever may not see or write
    orders.
    """
    if isinstance(order, PrintedOrder):
        return register_order(
            by=holding.by, at=holding.at, person_id=holding.person.id, kind=kind,
            authority=order.authority, number=order.number, issued_on=order.issued_on,
            valid_from=moment, reason=order.reason, named=order.named, sure=order.sure,
            why=holding.why,
        )  # fmt: skip
    ask_about(holding.by, Act.READ, Compartment.SEN, holding.person.id, at=holding.at)
    rows = rows_of(Order, holding.person.id, known_at=holding.at)
    found = rows.filter(id=order, kind=kind).first()
    if found is None:
        raise BadOrder(
            _("no such order of this person is there"),
            remedy=_("register the order first"),
        )
    if found.valid_from > moment:
        raise BadOrder(
            _("this order is for a later time"),
            remedy=_("look at the day and hour on the order"),
        )
    return found
