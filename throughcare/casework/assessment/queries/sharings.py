"""What was handed to other agencies about one person: for who reads the plan, the person too."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.models import Sharing
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON
from throughcare.casework.assessment.sharing_checks import is_kept_back
from throughcare.casework.assessment.sharing_terms import SharingState
from throughcare.casework.people.files import ask_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PLN = Compartment.PLN
# Who proposed, approved and told is staff of the prison: the person reads what was done.
_OF_STAFF: Final = ("proposed_by", "looked_by", "told_by", "recorded_by")
_KEPT_BACK: Final = (
    "recipient", "legal_ground", "purpose", "content", "besides", "looked_why", "receipt",
)  # fmt: skip
_WHEN: Final = ("requested_at", "looked_at", "given_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSharing:
    """A sharing as it stands. `withheld`: this reader learns that there is something, by which
    decision and until when, and nothing else of it.
    """

    row: Sharing
    withheld: bool


@reading
def sharings_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Sequence[SeenSharing]:
    """Every sharing about a person as known at `known_at`, the latest first.

    The person and the lawyer read what was handed over, and not what is only proposed or approved.
    Leaves an entry. Raises NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    rows = rows_of(Sharing, whole, known_at=then).order_by("-requested_at", "-id")
    for_the_person = Role(leave.role) in FOR_THE_PERSON
    if for_the_person:
        rows = rows.filter(state=SharingState.GIVEN, given_at__isnull=False)
    seen = [
        _for_the_person(row, at) if for_the_person else SeenSharing(row=row, withheld=False)
        for row in rows
    ]
    record(
        event="read.sharings", by=str(viewer.account), role=leave.role, place=leave.place, at=at,
        happened_at=at, about=whole, compartment=PLN,
        content={"rows": [str(one.row.id) for one in seen]},
    )  # fmt: skip
    return seen


def _for_the_person(row: Sharing, at: datetime) -> SeenSharing:
    """Without the names of staff; and of what is kept back the decision alone. Never saved."""
    withheld = is_kept_back(row, at)
    less = copy(row)
    for name in (*_OF_STAFF, *(_KEPT_BACK if withheld else ())):
        setattr(less, name, "")
    for name in _WHEN if withheld else ():
        setattr(less, name, None)
    return SeenSharing(row=less, withheld=withheld)
