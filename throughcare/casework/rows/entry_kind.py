"""A kind of entry: in which table and compartment it is kept, and how it may be struck out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from throughcare.access.terms import Compartment
from throughcare.casework.rows.record import Record


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A table of a room. `compartment` None: each row has its own.

    `alone`: one person may strike a row out; otherwise it takes two, or another way.
    """

    model: type[Record]
    label: str | Promise
    compartment: Compartment | None
    alone: bool = True

    def compartment_of(self, row: Record) -> Compartment:
        """Where this row is kept."""
        if self.compartment is None:
            return Compartment(getattr(row, "compartment", Compartment.ID))
        return self.compartment

    def rows(self) -> Any:
        """All rows that the wall lets through."""
        return self.model._default_manager.all()
