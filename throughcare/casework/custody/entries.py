"""The kinds of entries of the room by name, where each is kept, and how each may be struck out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment
from throughcare.casework.custody.models import (
    Adjustment,
    Charge,
    KeepApart,
    LegalStatus,
    ManualDate,
    Movement,
    Order,
    Placement,
    Record,
    Sentence,
    Stay,
    Step,
)


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A table of the room. `compartment` None: each row has its own.

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


ENTRIES: Final[Mapping[str, EntryKind]] = {
    "stay": EntryKind(Stay, _("stay in custody"), Compartment.ID, alone=False),
    "movement": EntryKind(Movement, _("movement"), Compartment.ID),
    "placement": EntryKind(Placement, _("place"), Compartment.ID),
    "step": EntryKind(Step, _("step"), None),
    "order": EntryKind(Order, _("order"), Compartment.SEN, alone=False),
    "charge": EntryKind(Charge, _("charge"), Compartment.SEN, alone=False),
    "status": EntryKind(LegalStatus, _("legal status"), Compartment.SEN, alone=False),
    "sentence": EntryKind(Sentence, _("sentence"), Compartment.SEN),
    "adjustment": EntryKind(Adjustment, _("adjustment of a sentence"), Compartment.SEN),
    "manual-date": EntryKind(ManualDate, _("date set by hand"), Compartment.SEN, alone=False),
    "keep-apart": EntryKind(KeepApart, _("keeping apart"), Compartment.INC, alone=False),
}
