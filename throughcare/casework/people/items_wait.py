"""A board or a meeting cannot close while items about the person wait for a written answer.

What is decided there rests on what is known; what is known and is not to be shared has a reason in
writing too. Which items they are is said behind the wall alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.actions.holding import Holding
from throughcare.casework.people.doors import entering, record, standing
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
            found = _told(holding.by, holding.person.id, holding.person.held_at, holding.at)
            raise ItemsWait(found) from error
        raise


@entering
def items_waiting_for(
    viewer: Viewer, person_id: UUID, held_at: str | None, *, at: datetime
) -> int:  # fmt: skip
    """How many items wait, for the page of a board: 0 for whoever may not know, as for none.

    Its entry names nobody: it says nothing of whether there is anything.
    """
    leave = standing(viewer, at=at)
    record(
        event="read.items_waiting", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=None, compartment=Compartment.INT, content={"person": person_id},
    )  # fmt: skip
    return _told(viewer, person_id, held_at, at)


def _told(viewer: Viewer, person: UUID, place: str | None, at: datetime) -> int:
    """For whoever reads INT at least in short; never for the person."""
    about = Subject(person, place)
    reads = (Act.READ_REDACTED, Act.READ)
    may = any(gate.may(viewer, act, Compartment.INT, about, at=at) for act in reads)
    if not may or viewer.person == person:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_items_waiting(%s)", [person])
        return int(cursor.fetchone()[0])
