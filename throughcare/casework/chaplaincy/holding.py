"""The file of a person, held for what the chaplaincy or the person writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Answer, Reason, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role
from throughcare.casework.chaplaincy.errors import AgainstTheWish, BadWish
from throughcare.casework.chaplaincy.models import FAITH
from throughcare.casework.custody.errors import NotInCustody
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.refusing import refusing

REL = Compartment.REL
R = TypeVar("R", bound=Record)


def hold_faith(person_id: UUID, *, act: Act, by: Viewer, at: datetime) -> Holding:
    """The file, held. Raises NotThere or Refused."""
    return hold(person_id=person_id, act=act, compartment=REL, by=by, at=at, why="")


def need_chaplain(holding: Holding) -> Holding:
    """Refuse the person where only the chaplaincy writes: what it offered. Raises Refused."""
    if own_hand(holding):
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def own_hand(holding: Holding) -> bool:
    """Whether the person writes by his or her own right."""
    return Role(holding.leave.role) in OWN_RIGHT


def hold_whose(
    model: type[R], row_id: UUID, *, by: Viewer, at: datetime
) -> tuple[Holding, R]:  # fmt: skip
    """The file of a row, held, and the row. Raises NotThere for what is hidden, Refused."""
    found = model._default_manager.filter(id=row_id).first()
    if found is None:
        raise NotThere
    holding = hold_faith(found.person_id, act=Act.WRITE, by=by, at=at)
    return holding, model._default_manager.get(id=row_id)


def need_faith(faith: str) -> str:
    """The name of a faith as it was said. Raises BadWish for none, or for a text."""
    said = faith.strip()
    if not said or len(said) > FAITH or "\n" in said:
        raise BadWish(
            _("the name of the faith is missing, or it is more than a name"),
            remedy=_("write its name as the prisoner says it, and nothing else"),
        )
    return said


@contextmanager
def told() -> Iterator[None]:
    """What the database refuses, in the words of the room."""
    with refusing(
        {
            "chaplaincy_in_custody": NotInCustody(
                _("this person was not in custody then"),
                remedy=_("look at the person, the day and the hour"),
            ),
            "chaplaincy_no_visit_against_the_wish": AgainstTheWish(
                _("this person objects to visits: none can have taken place"),
                remedy=_("write that it was offered and declined, or ask whether the wish changed"),
            ),
            "chaplaincy_visit_answers_an_own_request": BadWish(
                _("there is no such request, or it was made later"),
                remedy=_("look at the request and at the hour"),
            ),
            "chaplaincy_one_wish_at_a_time": BadWish(
                _("the same wish stands already"), remedy=_("end that one first")
            ),
            "chaplaincy_service_once": BadWish(
                _("this service is written already"), remedy=_("look at the list")
            ),
        }
    ):
        yield
