"""What the tests of release dates start from: somebody in custody under a sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from tests.casework.custody.made import ADMISSIONS, AT, received
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import Order, Sentence
from throughcare.casework.custody.terms import OrderKind, SentenceKind

# The tests' prisons keep the time of Tunis: the profile of Tunisia, release on the day after.
STARTS = date(2026, 1, 15)
ENDS = date(2027, 1, 15)  # of one year
AFTER = datetime(2027, 1, 16, 9, 0, tzinfo=UTC)  # the day after the release was due


def judgment(
    person_id: UUID, *, by: Viewer = ADMISSIONS, at: datetime = AT, number: str = ""
) -> Order:
    """The order of a sentence, with a number of its own for each file."""
    return actions.register_order(
        by=by, at=at, person_id=person_id, kind=OrderKind.SENTENCE, authority="Court of the North",
        number=number or f"{person_id.hex[-6:]}/2026", issued_on=STARTS, valid_from=at,
    )  # fmt: skip


def one_year(
    person_id: UUID, *, by: Viewer = ADMISSIONS, at: datetime = AT, order: Order | None = None,
    starts_on: date = STARTS, years: int = 1,
) -> Sentence:  # fmt: skip
    """A sentence of one year from 15 January 2026."""
    return actions.add_sentence(
        by=by, at=at, person_id=person_id, order_id=(order or judgment(person_id, by=by, at=at)).id,
        kind=SentenceKind.FIXED, starts_on=starts_on, years=years,
    )  # fmt: skip


def serving(name: str = "Aigerim", *, at: datetime = AT) -> UUID:
    """Somebody in custody at the north prison under one year from 15 January 2026."""
    file, _stay = received(name, at=at)
    one_year(file.id, at=at)
    return file.id
