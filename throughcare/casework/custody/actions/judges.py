"""Judges are told of whoever is held without a valid order, and may take the case themselves.

Nelson Mandela Rule 7. Which judges: those with a post at the establishment, and where there is
none, those of the whole service.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access import actions as access
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject, Viewer
from throughcare.casework.custody.errors import OrderStands
from throughcare.casework.custody.grounds import ground_of
from throughcare.casework.custody.standing import order_at, stay_at
from throughcare.casework.people.files import Holding, entering

RULE: str = "held without a valid order (Nelson Mandela Rule 7)"


def tell_judges(holding: Holding) -> None:
    """Give the case to the judges if the person is held without an order. Under the file's lock.

    In the transaction of the act that made it so; nothing happens where an order is in force.
    """
    person, at = holding.person, holding.at
    if stay_at(person.id, at=at) is None or order_at(person.id, at=at) is not None:
        return
    access.give_to_judges(
        by=holding.by, at=at, subject=Subject(person.id, person.held_at), why=RULE
    )


@entering
def take_case(*, by: Viewer, at: datetime, person_id: UUID) -> None:
    """A judge takes the case of somebody held without a valid order, whose order lapsed.

    Nobody else can, and nobody for whom an order is in force: of a file that is closed to the judge
    that is answered as if it did not exist. Raises OrderStands, Already, NotThere, Refused.
    """
    found = ground_of(by, person_id, at=at)
    if found is None or (found.covered and not found.opens):
        raise NotThere
    if found.covered:
        raise OrderStands(
            _("a valid order is there now"), remedy=_("nothing is left to do: the person is off")
        )
    access.take_as_judge(
        by=by, at=at, subject=Subject(person_id, found.held_at), why=RULE
    )  # fmt: skip
