"""Puts rows down as the actions of the room would have: what was ended or corrected is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random
from typing import TypeVar
from uuid import UUID

from throughcare.casework.custody.models import (
    Adjustment,
    Charge,
    DecreeEffect,
    KeepApart,
    LegalStatus,
    ManualDate,
    Order,
    Sentence,
    Step,
)
from throughcare.casework.people.rows import content_of
from throughcare.casework.rows.record import Record
from throughcare.demo.row import Row
from throughcare.demo.staff import Member
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

R = TypeVar("R", bound=Record)

_COMPARTMENTS = {
    **dict.fromkeys(
        (Order, Charge, LegalStatus, Sentence, Adjustment, ManualDate, DecreeEffect), "SEN"
    ),
    KeepApart: "INC",
}


class Pen:
    """The rows about one person, kept until all are written, since a later one may end another."""

    def __init__(self, person: UUID, source: Random) -> None:
        self._person = person
        self._source = source
        self._rows: list[tuple[Record, Member]] = []

    def put(self, row: R, *, by: Member, at: datetime, replaces: R | None = None) -> R:
        """Write a new row, in place of another where one is given. Fills id, person and author."""
        told = vars(row)  # past the attributes, each of which looks for what else it changes
        if replaces is not None:
            replaces.stood_until = at
            told["replaces_id"] = replaces.id
        told["id"] = self.fresh_id(at)
        told["person_id"] = self._person
        told["recorded_at"], told["recorded_by"] = at, str(by.number)
        self._rows.append((row, by))
        return row

    def fresh_id(self, at: datetime) -> UUID:
        """An id of that moment which no other row has."""
        return sortable_id(at, self._source.randbytes(RANDOM_BYTES))

    def strike_out(self, row: Record, *, by: Member, at: datetime, why: str) -> None:
        """Say that a row was never so."""
        row.stood_until, row.struck_by, row.struck_why = at, str(by.number), why

    def rows(self) -> Iterator[Row]:
        """All of it for the loading, in the order in which it was put down."""
        for row, by in self._rows:
            yield Row(
                row=row, content=content_of(row), by=str(by.number), role=by.role.value,
                place=by.place, at=row.recorded_at, about=self._person,
                compartment=self.compartment_of(row),
            )  # fmt: skip

    def compartment_of(self, row: Record) -> str:
        """Behind which wall the row stands."""
        return row.compartment if isinstance(row, Step) else _COMPARTMENTS.get(type(row), "ID")
