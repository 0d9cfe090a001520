"""To register an order of an authority, to correct it, to strike it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.judges import tell_judges
from throughcare.casework.custody.calendar import has_come
from throughcare.casework.custody.errors import AlreadyFree, BadMoment, BadOrder, SameEntry
from throughcare.casework.custody.models import Order
from throughcare.casework.custody.other_person import need_this_person, same_authority
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.casework.rows.held_row import hold_row
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out


@entering
def register_order(
    *, by: Viewer, at: datetime, person_id: UUID, kind: OrderKind, authority: str, number: str,
    issued_on: date, valid_from: datetime, valid_to: datetime | None = None, reason: str = "",
    named: str = "", sure: str = "", why: str = "",
) -> Order:  # fmt: skip
    """Write down an order as it is printed.

    `named`: the name on it, compared with the names in the file. `sure`: in words, why it belongs
    here although the names differ or although it stands in another file too; it is kept in the
    register. Raises BadOrder, BadMoment, OtherPerson, SameEntry, AlreadyFree, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at,
        why=sure.strip() or why,
    )  # fmt: skip
    order = Order(
        kind=OrderKind(kind), authority=authority.strip(), number=number.strip(),
        issued_on=issued_on, valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
        named=named.strip(),
    )  # fmt: skip
    _need_sound(order, holding)
    _need_new(order, holding)
    _need_somebody_to_release(order, holding)
    need_this_person(order, holding.person.id, sure=sure)
    return put(holding, order, event="custody.order_registered", happened_at=at)


@entering
def correct_order(
    *, by: Viewer, at: datetime, order_id: UUID, kind: OrderKind, authority: str, number: str,
    issued_on: date, valid_from: datetime, valid_to: datetime | None = None, reason: str = "",
    named: str = "", sure: str = "", why: str,
) -> Order:  # fmt: skip
    """Write an order anew as it is printed; what was written stays readable.

    Where nobody's order is in force any more, the judges are told in the same transaction. Raises
    as `register_order`, besides NoReason and AlreadyReplaced.
    """
    holding, before = hold_row(
        Order, order_id, compartment=Compartment.SEN, by=by, at=at, why=why
    )  # fmt: skip
    _need_standing(before)
    if sure.strip():
        holding = replace(holding, why=f"{why.strip()} {sure.strip()}")
    order = Order(
        kind=OrderKind(kind), authority=authority.strip(), number=number.strip(),
        issued_on=issued_on, valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
        named=named.strip(),
    )  # fmt: skip
    _need_sound(order, holding)
    _need_new(order, holding, besides=before)
    if order.kind != before.kind or order.valid_from != before.valid_from:
        _need_somebody_to_release(order, holding)
    need_this_person(order, holding.person.id, sure=sure)
    put(holding, order, event="custody.order_corrected", happened_at=at, replaces=before)
    tell_judges(holding)
    return order


@entering
def strike_out_order(*, by: Viewer, at: datetime, order_id: UUID, why: str) -> Order:
    """Say that an order was never one of this person. It stays readable, struck out.

    Where nobody's order is in force any more, the person is held without one from then on, and the
    judges are told in the same transaction. Raises NoReason, AlreadyReplaced, NotThere, Refused.
    """
    holding, order = hold_row(Order, order_id, compartment=Compartment.SEN, by=by, at=at, why=why)
    strike_out(holding, order)
    tell_judges(holding)
    return order


def _need_sound(order: Order, holding: Holding) -> None:
    """Refuse an order that `need_sound_order` refuses, and signs that cannot be kept."""
    if "\0" in f"{order.authority}{order.number}{order.reason}{order.named}":
        raise BadOrder(
            _("the order has a sign in it that cannot be kept"), remedy=_("type the words anew")
        )
    need_sound_order(
        order.authority, order.number, order.issued_on, order.valid_from, order.valid_to,
        place=holding.person.held_at, at=holding.at,
    )  # fmt: skip


def need_sound_order(
    authority: str, number: str, issued_on: date, valid_from: datetime,
    valid_to: datetime | None, *, place: str | None, at: datetime,
) -> None:  # fmt: skip
    """Refuse an order of nobody, one that ends at once, one of a day that has not come there."""
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
    if not has_come(issued_on, place, at=at):
        raise BadMoment(
            _("the order would be given on a day that has not come"),
            remedy=_("look at the day on the order"),
        )


def _need_new(order: Order, holding: Holding, *, besides: Order | None = None) -> None:
    """Refuse to write down the same order twice in one file."""
    same = rows_of(Order, holding.person.id, known_at=holding.at).filter(
        kind=order.kind, number=order.number, valid_from=order.valid_from, valid_to=order.valid_to
    )
    others = [one for one in same if besides is None or one.id != besides.id]
    if any(same_authority(one.authority, order.authority) for one in others):
        raise SameEntry(
            _("order %(number)s stands in this file already") % {"number": order.number},
            remedy=_("look at the orders of this person; nothing is left to do"),
        )


def _need_somebody_to_release(order: Order, holding: Holding) -> None:
    """Refuse an order of release for somebody who is free."""
    if order.kind != OrderKind.RELEASE:
        return
    held = stay_at(holding.person.id, at=order.valid_from, known_at=holding.at)
    if held is None:
        raise AlreadyFree(
            _("this person is not in custody at that time: there is nobody to release"),
            remedy=_("look whether the order names this person, and at its day and hour"),
        )


def _need_standing(order: Order) -> None:
    if order.stood_until is not None:
        raise AlreadyReplaced(
            _("this entry was corrected or continued meanwhile"),
            remedy=_("look at the entry that stands now, and change that one"),
        )
