"""The kinds of entries of the room by name, where each is kept, and how each may be struck out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.rows.entry_kind import EntryKind

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
