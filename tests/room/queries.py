"""To read, search, export and count the texts of a compartment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from tests.room.models import Record
from tests.room.whom import About, ask
from throughcare.access.errors import NotThere, Refused
from throughcare.access.gate import Leave, standing
from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, whose
from throughcare.register.actions import record


@dataclass(frozen=True)
class Reading:
    """What is shown: all texts, or only the names of the fields that a redacted reading shows."""

    texts: Sequence[str]
    fields: Sequence[str]


@entering
def read(viewer: Viewer, compartment: Compartment, about: About, *, at: datetime) -> Reading:
    """Raises NotThere, Refused."""
    try:
        leave, full = ask(viewer, Act.READ, compartment, about, at=at), True
    except (Refused, NotThere):
        leave, full = ask(viewer, Act.READ_REDACTED, compartment, about, at=at), False
    _enter(viewer, leave, "read.room", compartment, about.person, at)
    if not full:
        return Reading((), leave.fields)
    rows = Record.objects.filter(compartment=compartment, person=about.person)
    if about.person is None:
        rows = rows.filter(place=about.place)
    return Reading(list(rows.order_by("text").values_list("text", flat=True)), ())


@entering
def search(viewer: Viewer, compartment: Compartment, text: str, *, at: datetime) -> list[str]:
    """The texts that hold the words, of those that the viewer may read in full."""
    _enter(viewer, standing(viewer, at=at), "read.search", compartment, None, at)
    rows = _reached(viewer, compartment, Act.READ, at)
    return list(rows.filter(text__contains=text).values_list("text", flat=True))


@entering
def export(viewer: Viewer, compartment: Compartment, *, at: datetime) -> list[tuple[str, str]]:
    """Whom and what: all within reach, with the text only where it may be read in full."""
    leave = standing(viewer, at=at)
    full = set(_reached(viewer, compartment, Act.READ, at).values_list("id", flat=True))
    lines = []
    for row in _reached(viewer, compartment, Act.READ_REDACTED, at):
        _enter(viewer, leave, "read.export", compartment, row.person, at)
        lines.append((str(row.person or row.place), row.text if row.id in full else ""))
    return lines


@entering
def count(viewer: Viewer, compartment: Compartment, *, at: datetime) -> int:
    """How many texts lie within reach, if only redacted."""
    return _reached(viewer, compartment, Act.READ_REDACTED, at).count()


def _reached(
    viewer: Viewer, compartment: Compartment, act: Act, at: datetime
) -> QuerySet[Record]:  # fmt: skip
    rows = Record.objects.filter(compartment=compartment)
    if compartment is not Compartment.AGG:
        return rows.filter(whose("person", viewer, compartment, act, at=at))
    reach = scope_of(viewer, compartment, act, at=at)
    return rows if reach.everything else rows.filter(Q(place__in=reach.establishments))


def _enter(
    viewer: Viewer, leave: Leave, event: str, compartment: str, about: UUID | None, at: datetime
) -> None:
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, about=about, compartment=compartment,
    )  # fmt: skip
