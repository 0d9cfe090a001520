"""Boards and classifications of one person, for whoever reads the plan, the person among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.board_terms import BoardState
from throughcare.casework.assessment.classified import ends, holding
from throughcare.casework.assessment.minutes_words import words_of
from throughcare.casework.assessment.models import Appeal, Board, Classification, Factor, Seat
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PLN = Compartment.PLN
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenClassification:
    """A classification as it stands. `holds`: it is the one that does, at the moment asked about.

    The person and a lawyer read of each seat the office, and not whose it was. `words`: the digest
    of minutes that wait for a signature, which carries it; empty of all others.
    """

    row: Classification
    words: str
    holds: bool
    ends_at: datetime
    seats: Sequence[Seat]
    factors: Sequence[Factor]
    appeals: Sequence[Appeal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifications:
    """Every classification of a person as known at `known_at`, the latest first.

    `board`: the one that is called together. The person and a lawyer see neither that nor minutes
    that nobody has signed.
    """

    person_id: UUID
    known_at: datetime
    may_write: bool
    may_appeal: bool
    board: Board | None
    seen: Sequence[SeenClassification]

    @property
    def in_force(self) -> SeenClassification | None:
        """The one that holds."""
        return next((one for one in self.seen if one.holds), None)


@reading
def classifications_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Classifications:
    """The levels of a person and how they came to be. Leaves an entry. NotThere, Refused."""
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    role = Role(leave.role)
    rows = list(rows_of(Classification, whole, known_at=then).order_by("-decided_at", "-id"))
    if role in FOR_THE_PERSON:
        rows = [row for row in rows if row.looked_at is not None and row.state != "sent_back"]
    # Before seats and factors are read: what changes in between makes it the digest of others.
    words = {row.id: words_of(row.id, at=then) for row in rows if row.state == "minuted"}
    now = holding(rows, at)
    seats, factors, appeals = _by_minutes(whole, then)
    seen = [
        SeenClassification(
            row=row, words=words.get(row.id, ""), holds=row is now, ends_at=ends(row),
            seats=seats[row.first], factors=factors[row.first], appeals=appeals[row.first],
        )
        for row in rows
    ]  # fmt: skip
    may = may_about(viewer, Act.WRITE, PLN, whole, at=at)
    boards = rows_of(Board, whole, known_at=then).filter(state=BoardState.CONVENED)
    found = Classifications(
        person_id=whole, known_at=then, may_write=may and role is not Role.PRISONER,
        may_appeal=may, board=None if role in FOR_THE_PERSON else boards.first(),
        seen=[_for_the_person(one) for one in seen] if role in FOR_THE_PERSON else seen,
    )  # fmt: skip
    _enter(viewer, leave, found, at=at)
    return found


_Lists = tuple[Mapping[UUID, list[Seat]], Mapping[UUID, list[Factor]], Mapping[UUID, list[Appeal]]]


def _by_minutes(whole: UUID, then: datetime) -> _Lists:
    """Seats, factors and appeals by the first row of the classification that they belong to."""
    seats, factors = defaultdict[UUID, list[Seat]](list), defaultdict[UUID, list[Factor]](list)
    appeals = defaultdict[UUID, list[Appeal]](list)
    for seat in rows_of(Seat, whole, known_at=then).order_by("id"):
        seats[seat.minutes].append(seat)
    for factor in rows_of(Factor, whole, known_at=then).order_by("id"):
        factors[factor.classification_id].append(factor)
    for appeal in rows_of(Appeal, whole, known_at=then).order_by("-appealed_at", "-id"):
        appeals[appeal.classification_id].append(appeal)
    return seats, factors, appeals


def _for_the_person(one: SeenClassification) -> SeenClassification:
    """Who sat there is staff of the prison: to the person each is an office. Never saved."""
    offices = [copy(seat) for seat in one.seats]
    for seat in offices:
        seat.account = ""
    return replace(one, seats=offices)


def _enter(viewer: Viewer, leave: Leave, found: Classifications, *, at: datetime) -> None:
    record(
        event="read.classifications", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=found.person_id, compartment=PLN,
        content={"rows": [str(one.row.id) for one in found.seen]},
    )  # fmt: skip
