"""How full the prisons are: numbers of everybody in them, and no names.

Each reading asks the database a fixed number of questions, however many people or cells there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.lying import Lying, lying_in, lying_in_all, unplaced
from throughcare.casework.custody.models import Bed, PlaceChange
from throughcare.casework.custody.place_entries import ask_at
from throughcare.casework.people import doors
from throughcare.casework.people.files import entering
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of

__all__ = [
    "Occupancy",
    "Prison",
    "all_of",
    "may_change_places",
    "occupancy",
    "over_capacity",
    "prison",
    "prisons",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupancy:
    """One place and how full it is. What is not known is None.

    `capacity` is for how many people it is certified, `floor_area` in square metres; where a place
    says neither itself, they are the sums of its parts (`summed`), if all of these are known.
    """

    path: str
    kind: str
    names: Mapping[str, str]
    capacity: int | None
    floor_area: Decimal | None
    summed: bool
    people: int
    away: int
    beds: int
    beds_taken: int
    parts: Sequence[Occupancy] = ()

    @property
    def percent(self) -> int | None:
        """People for each hundred places, rounded down; None without a known capacity."""
        return self.people * 100 // self.capacity if self.capacity else None

    @property
    def over(self) -> int:
        """How many people too many; 0 where it is not over its capacity, or this is not known."""
        return 0 if self.capacity is None else max(0, self.people - self.capacity)

    @property
    def free_beds(self) -> int | None:
        """Beds in which nobody lies; None where no bed is written down."""
        return self.beds - self.beds_taken if self.beds else None

    @property
    def free_places(self) -> int | None:
        """How many more people it is certified for; None without a known capacity."""
        return None if self.capacity is None else max(0, self.capacity - self.people)

    @property
    def area_each(self) -> Decimal | None:
        """Square metres for each person in it; None for an empty place or an unknown area."""
        if self.floor_area is None or not self.people:
            return None
        return (self.floor_area / self.people).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prison:
    """A whole prison: how full it is, and how many are held there who lie nowhere."""

    whole: Occupancy
    unplaced: int


@entering
def prisons(viewer: Viewer, *, at: datetime) -> list[Occupancy]:
    """The prisons that the viewer reaches, without their parts, by path. Leaves an entry."""
    reach = scope_of(viewer, Compartment.ID, Act.READ, at=at)
    places = Place.objects.in_use(at).filter(kind="establishment").order_by("path")
    if not reach.everything:
        places = places.filter(path__in=reach.establishments)
    people = lying_in_all(at=at)
    found = [_node(place, Lying(people.get(place.path, 0)), None, (), None) for place in places]
    leave = doors.standing(viewer, at=at)
    doors.record(
        event="read.occupancy", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=Compartment.ID, content={"places": [one.path for one in found]},
    )  # fmt: skip
    return found


@entering
def occupancy(viewer: Viewer, path: str, *, at: datetime) -> Occupancy:
    """A place with all its parts, as it was known at the moment. Leaves an entry.

    Raises NotThere, also for a place that is closed then, Refused, BadPlace.
    """
    leave = ask_at(viewer, Act.READ, path, at=at)
    whole = _tree(path, at)
    doors.record(
        event="read.occupancy", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=Compartment.ID, content={"places": [path]},
    )  # fmt: skip
    return whole


@entering
def over_capacity(viewer: Viewer, establishment: str, *, at: datetime) -> list[Occupancy]:
    """The places of a prison that hold more people than they are certified for, the most first.

    For the morning list. The prison itself, its premises, units and cells. Raises as `occupancy`.
    """
    whole = occupancy(viewer, establishment, at=at)
    full = [one for one in all_of(whole) if one.over]
    return sorted(full, key=lambda one: (-one.over, one.path))


@entering
def prison(viewer: Viewer, establishment: str, *, at: datetime) -> Prison:
    """A whole prison with those who are held there and lie nowhere. Raises as `occupancy`."""
    whole = occupancy(viewer, establishment, at=at)
    return Prison(whole=whole, unplaced=unplaced(establishment, at=at).people)


def may_change_places(viewer: Viewer, path: str, *, at: datetime) -> bool:
    """Whether the viewer may open, change and close places of this prison."""
    reach = scope_of(viewer, Compartment.ID, Act.WRITE, at=at)
    return reach.admits(None, establishment_of(path))


def all_of(whole: Occupancy) -> Iterable[Occupancy]:
    """A place and all under it, from above."""
    yield whole
    for one in whole.parts:
        yield from all_of(one)


def _tree(path: str, at: datetime) -> Occupancy:
    """The node and all under it, from four questions."""
    places = list(Place.objects.in_use(at).within(path).order_by("path"))
    if not places or places[0].path != path:
        raise NotThere
    lying = lying_in(path, at=at)
    beds = dict(
        Bed.objects.filter(
            Q(used_until=None) | Q(used_until__gt=at), used_from__lte=at,
            place__in=[one.pk for one in places],
        )
        .values_list("place")
        .annotate(many=Count("id"))
    )  # fmt: skip
    before = _before([one.pk for one in places], at)
    under: dict[int, list[Place]] = defaultdict(list)
    for one in places[1:]:
        under[one.parent_id or 0].append(one)

    def built(place: Place) -> Occupancy:
        parts = tuple(built(one) for one in under[place.pk])
        own = lying.get(place.pk, Lying())
        return _node(place, own, before.get(place.pk), parts, beds.get(place.pk, 0))

    return built(places[0])


def _before(places: Sequence[int], at: datetime) -> dict[int, PlaceChange]:
    """What held at the moment, of places that were changed after it: the first later change."""
    changes = PlaceChange.objects.filter(place__in=places, changed_at__gt=at)
    return {one.place_id: one for one in changes.order_by("-changed_at", "-id")}


def _node(
    place: Place, own: Lying, later: PlaceChange | None, parts: Sequence[Occupancy],
    beds: int | None,
) -> Occupancy:  # fmt: skip
    capacity = later.capacity_before if later else place.certified_capacity
    area = later.area_before if later else place.floor_area
    summed = (capacity is None or area is None) and bool(parts)
    if capacity is None:
        capacity = _sum_if_known(one.capacity for one in parts)
    if area is None:
        area = _sum_if_known(one.floor_area for one in parts)
    return Occupancy(
        path=place.path, kind=place.kind, names=place.name, capacity=capacity, floor_area=area,
        summed=summed, people=own.people + sum(one.people for one in parts),
        away=own.away + sum(one.away for one in parts),
        beds=(beds or 0) + sum(one.beds for one in parts),
        beds_taken=own.beds + sum(one.beds_taken for one in parts), parts=tuple(parts),
    )  # fmt: skip


def _sum_if_known(values: Iterable[int | Decimal | None]) -> Any:
    """The sum of the parts; None without parts, or where one is not known."""
    known = list(values)
    return sum(known) if known and None not in known else None
