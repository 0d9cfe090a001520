"""A board or a meeting cannot close while items about the person wait for a written answer.

What is decided there rests on what is known; what is known and is not to be shared has a reason in
writing too. Which items they are is said behind the wall alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.actions.holding import Holding
from throughcare.errors import BadInput

CONSTRAINT: Final = "people_items_wait"


class ItemsWait(BadInput):
    """So many items wait. `waiting` is 0 for whoever may not read INT of the person."""

    def __init__(self, waiting: int) -> None:
        self.waiting = waiting
        what = _("this cannot be closed yet: a colleague has to answer something in writing first")
        if waiting:
            what = _("this cannot be closed yet: items that wait for a written answer: %(count)s")
            what = what % {"count": waiting}
        super().__init__(
            what, remedy=_("ask the officer who is named for it; what was typed is kept")
        )


@contextmanager
def nothing_waits(holding: Holding) -> Iterator[None]:
    """Do what closes a board or a meeting. Raises ItemsWait; nothing of the block is written."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
        if name == CONSTRAINT:
            found = _told(holding.by, holding.person.id, holding.person.held_at, holding)
            raise ItemsWait(found) from error
        raise


def _told(viewer: Viewer, person: UUID, place: str | None, holding: Holding) -> int:
    about = Subject(person, place)
    short, whole = (Act.READ_REDACTED, Act.READ)
    if not any(
        gate.may(viewer, act, Compartment.INT, about, at=holding.at) for act in (short, whole)
    ):
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_items_waiting(%s)", [person])
        return int(cursor.fetchone()[0])
