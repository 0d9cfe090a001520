"""Who is named for sharing at a prison, and how many items were left open at a release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from throughcare.access import gate
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.intelligence.models import SharingOfficer
from throughcare.casework.intelligence.named import named_at
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import entering


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """`now`: who is named; None where nobody is. `earlier`: the rows that are over."""

    establishment: str
    now: SharingOfficer | None
    earlier: Sequence[SharingOfficer]


@entering
def officers_at(viewer: Viewer, establishment: str, *, at: datetime) -> Named:
    """Who is named there, for the director and the office. Leaves an entry. NotThere, Refused."""
    leave = gate.ask(
        viewer, Act.READ_REDACTED, Compartment.INT, Subject(None, establishment), at=at
    )
    rows = SharingOfficer.objects.filter(establishment=establishment, ends__lte=at)
    found = Named(
        establishment=establishment, now=named_at(establishment, at=at),
        earlier=list(rows.order_by("-begins")[:20]),
    )  # fmt: skip
    enter_reading(
        "read.sharing_officer", viewer, leave.role, leave.place, {"place": establishment}, at=at
    )
    return found


def may_name(viewer: Viewer, establishment: str, *, at: datetime) -> bool:
    """Whether the viewer directs this prison."""
    try:
        leave = gate.ask(
            viewer, Act.READ_REDACTED, Compartment.INT, Subject(None, establishment), at=at
        )
    except (NotThere, Refused):
        return False
    return Role(leave.role) is Role.PRISON_DIRECTOR


@entering
def left_waiting(viewer: Viewer, establishment: str, *, at: datetime) -> int:
    """How many items were open when somebody was released there, and are not answered since.

    A number, for the director; the office sees which. Leaves an entry. Raises NotThere, Refused.
    """
    leave = gate.ask(
        viewer, Act.READ_REDACTED, Compartment.INT, Subject(None, establishment), at=at
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT intelligence_left_waiting(%s, %s)", [establishment, at])
        found = int(cursor.fetchone()[0])
    enter_reading(
        "read.left_open", viewer, leave.role, leave.place, {"place": establishment}, at=at
    )
    return found
