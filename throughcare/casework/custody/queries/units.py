"""The units of the prison that holds a person: how full each is, and whether the person fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.queries.occupancy import Occupancy, all_of, occupancy
from throughcare.casework.custody.together import Fit, fits_in
from throughcare.casework.people.files import ask_about, entering, subject_of
from throughcare.casework.people.joined_files import whole_file
from throughcare.kernel.models import Place
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with its numbers, and how the person may lie there; never beside whom not, or why."""

    of: Occupancy
    fit: Fit


@entering
def units_for(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Unit] | None:
    """Every unit in use, by path; None for whoever may not read who is where in that prison.

    Leaves an entry. Raises NotThere or Refused where the person is not the viewer's to read.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    held_at = subject_of(person_id).establishment
    here = Subject(None, held_at)
    if held_at is None or not gate.may(viewer, Act.READ, Compartment.ID, here, at=at):
        return None
    units = [one for one in all_of(occupancy(viewer, held_at, at=at)) if one.kind == "unit"]
    whole = whole_file(person_id)
    fits = fits_in(whole, [one.path for one in units], at=at)
    record(
        event="read.sharing", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
        content={"place": held_at, "named": []},
    )  # fmt: skip
    return [Unit(of=one, fit=fits[one.path]) for one in units]


def unit_paths(establishment: str, *, at: datetime) -> Sequence[str]:
    """The units in use there, by path: names of the tree, and of nobody in it."""
    places = Place.objects.in_use(at).within(establishment).order_by("path")
    return [one.path for one in places if one.kind == "unit"]
