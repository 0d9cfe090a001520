"""Whether an order may be of somebody else: by the name on it, and by its number. Behind the wall.

The commonest way in which a person is held for another: two files are open on one desk.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import OtherPerson
from throughcare.casework.custody.models import Order
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.facts import names_of_person
from throughcare.casework.people.files import parts_of
from throughcare.kernel.matching import keys_of


def need_this_person(order: Order, person_id: UUID, *, sure: str) -> None:
    """Refuse an order that names somebody else, or that stands in another file within reach.

    `sure`: in words, why it is right nevertheless. Raises OtherPerson.
    """
    if sure.strip():
        return
    if order.named and not _is_called(person_id, order.named):
        raise OtherPerson(
            _("the name on the order, %(name)s, is none of this person's names")
            % {"name": order.named},
            remedy=_("look whether this is the right file; if it is, say why the names differ"),
        )
    if order.kind != OrderKind.TRANSFER and _stands_elsewhere(order, person_id):
        raise OtherPerson(
            _("order %(number)s of %(authority)s stands in the file of another person")
            % {"number": order.number, "authority": order.authority},
            remedy=_("look whom it names; if it names several persons, say so in a sentence"),
        )


def same_authority(one: str, other: str) -> bool:
    """The same words, however they are spaced and whatever is written large."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_called(person_id: UUID, named: str) -> bool:
    """Whether the name sounds like one that is known of the person; none is known: it may be."""
    known = names_of_person(person_id)
    asked = keys_of(named)
    return not known or not asked or any(asked & keys_of(one) for one in known)


def _stands_elsewhere(order: Order, person_id: UUID) -> bool:
    others = Order.objects.filter(number=order.number, stood_until=None).exclude(
        person__in=parts_of(person_id)
    )
    return any(same_authority(one.authority, order.authority) for one in others)
