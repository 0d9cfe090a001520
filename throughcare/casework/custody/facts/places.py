"""Where: placements, beds, who shares a cell, and the measures of places (Rules 11, 12, 13, 21)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from standards.instants import OPEN
from standards.records import Place as Measured
from throughcare.casework.custody.facts.ages import of_age_at
from throughcare.casework.custody.facts.knowing import Known, known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.facts.told import Ground
from throughcare.casework.custody.models import Placement
from throughcare.kernel.models import Place, PlaceKind

_ALONE: Final = 1  # how many sleep in a single cell


def ground(persons: Collection[UUID] | None = None) -> tuple[Ground, dict[str, Measured]]:
    """Every place with its measures, and what the records need to know of places.

    Of some persons (every part of their files): only prisons, and the places where they ever were.
    """
    asked = Place.objects.order_by("path")
    found = list(asked if persons is None else asked.filter(_where(persons)))
    zones = {place.path: str(place.time_zone) for place in found if place.time_zone}
    establishments = {place.path: zones[place.path] for place in found if "/" not in place.path}
    usual = sorted(establishments.values())
    most = max(set(usual), key=usual.count, default="UTC")
    capacities = {
        place.path: place.certified_capacity for place in found if place.kind == PlaceKind.CELL
    }
    paths = {place.pk: place.path for place in found}
    measured = {place.path: _measured(place, zones) for place in found}
    return Ground(paths, establishments, capacities, most), measured


def ever_placed_in(establishment: str) -> list[UUID]:
    """Every file in which a place of this establishment was ever written."""
    there = Q(place__path=establishment) | Q(place__path__startswith=f"{establishment}/")
    found = Placement.objects.filter(there).order_by()
    return list(found.values_list("person", flat=True).distinct())


def lying_in(path: str, *, at: datetime) -> list[UUID]:
    """Every file whose person lies there or in a place below it at a moment, by what stands now."""
    there = Q(place__path=path) | Q(place__path__startswith=f"{path}/")
    goes_on = Q(until=None) | Q(until__gt=at)
    found = Placement.objects.filter(there, goes_on, since__lte=at, stood_until=None).order_by()
    return list(found.values_list("person", flat=True).distinct())


def _where(persons: Collection[UUID]) -> Q:
    """Prisons, and the places of these persons with all that they lie in."""
    of_theirs = Placement.objects.filter(person__in=persons).order_by()
    paths = of_theirs.values_list("place__path", flat=True).distinct()
    parts = [path.split("/") for path in paths]
    nodes = {"/".join(one[:depth]) for one in parts for depth in range(1, len(one) + 1)}
    return Q(kind=PlaceKind.ESTABLISHMENT) | Q(path__in=nodes)


def _measured(place: Place, zones: dict[str, str]) -> Measured:
    """Area and number of a cell, the number of a prison; what is not known is left out."""
    said = {
        "floor_area_m2": place.floor_area if place.kind == PlaceKind.CELL else None,
        "design_capacity": place.certified_capacity if place.kind == PlaceKind.CELL else None,
        "certified_capacity": (
            place.certified_capacity if place.kind == PlaceKind.ESTABLISHMENT else None
        ),
    }
    measures = {name: float(value) for name, value in said.items() if value is not None}
    parts = place.path.split("/")
    above = ("/".join(parts[:depth]) for depth in range(len(parts), 0, -1))
    zone = next((zones[path] for path in above if path in zones), None)
    return Measured(id=place.path, measures=measures, zone=zone)


def placements(sheet: Sheet) -> None:
    """Each place and bed a person was given, and each assignment to a cell that is shared."""
    for row in sheet.told.placements:
        path = sheet.told.ground.paths[row.place_id]
        sheet.spell("placement", row.id, row.since, row.until, known(row), place=path)
        if row.bed_id is not None:
            sheet.spell("bed_assigned", row.id, row.since, row.until, known(row), place=path)
        shared = _shared(sheet, row, path)
        if shared is not None:
            sheet.event("shared_cell_assignment", row.id, row.since, shared, place=path)
        _turning_eighteen(sheet, row, path)


def _shared(sheet: Sheet, row: Placement, path: str) -> Known | None:
    """Since when it is known that the cell is shared: built for several, or another lies there."""
    capacity = sheet.told.ground.capacities.get(path)
    if capacity is not None and capacity > _ALONE:
        return known(row)
    beside = sheet.told.beside.get(row.id)
    return None if beside is None else known(row).meet(Known(beside))


def _turning_eighteen(sheet: Sheet, row: Placement, path: str) -> None:
    """Whoever was placed as a child turns eighteen where he or she was (General Comment 24, 93).

    Another place from that day on is the decision to move.
    """
    for span, identity in sheet.identities:
        both = known(row).meet(span)
        of_age = of_age_at(sheet.told, identity)
        if both is None or of_age == OPEN:
            continue
        birthday = sheet.when(of_age)
        if row.since < birthday and (row.until is None or birthday < row.until):
            sheet.event("eighteenth_birthday_in_child_unit", row.id, birthday, both, place=path)
        elif row.since >= birthday and sheet.told.places_before(birthday) - {row.place_id}:
            sheet.event("stay_or_move_decided", row.id, row.since, both, place=path)
