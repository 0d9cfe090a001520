"""All rows of the room about one person, in every version, as they lie in the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Q, Subquery

from throughcare.casework.custody.facts.knowing import Chains
from throughcare.casework.custody.models import (
    LegalStatus,
    ManualDate,
    Movement,
    Order,
    Placement,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.people.told import History
from throughcare.casework.rows.record import Record
from throughcare.kernel.models import PlaceKind

R = TypeVar("R", bound=Record)
# So many files are read at once; more of them through a cursor, which asks twice and holds less.
FEW = 100


@dataclass(frozen=True)
class Ground:
    """What is the same for everybody: the paths, zones and kinds of places, and the usual zone."""

    paths: Mapping[int, str]
    zones: Mapping[str, str]  # by establishment
    capacities: Mapping[str, int | None]  # by the path of a cell
    zone: str

    def zone_at(self, establishment: str | None) -> str:
        """The zone of an establishment; the usual one where it is not known."""
        return self.zones.get(establishment or "", self.zone)


@dataclass(frozen=True)
class Told:
    """Everything of the room about one whole file, each list in the order of entry."""

    whole: UUID
    history: History
    ground: Ground
    stays: list[Stay]
    orders: list[Order]
    statuses: list[LegalStatus]
    dates: list[ManualDate]
    placements: list[Placement]
    movements: list[Movement]
    steps: list[Step]
    # Placements into a cell where somebody else lay, with the moment from which that was known.
    beside: Mapping[UUID, datetime]
    sentences: list[Sentence] = field(default_factory=list)

    @cached_property
    def zone(self) -> str:
        """The zone of the prison that holds or held the person."""
        if self.history.held_at:
            return self.ground.zone_at(self.history.held_at)
        return self.ground.zone_at(self.stays[-1].establishment if self.stays else None)

    @cached_property
    def of_stays(self) -> Chains[Stay]:
        """Which stays are versions of one another."""
        return Chains(self.stays)

    @cached_property
    def of_orders(self) -> Chains[Order]:
        """Which orders are versions of one another."""
        return Chains(self.orders)

    @cached_property
    def of_movements(self) -> Chains[Movement]:
        """Which movements are versions of one another."""
        return Chains(self.movements)

    @cached_property
    def of_steps(self) -> Chains[Step]:
        """Which steps are versions of one another."""
        return Chains(self.steps)

    def places_before(self, moment: datetime) -> frozenset[int]:
        """Every place in which the person was put before the moment, in any version."""
        if moment not in self._before:
            places = (row.place_id for row in self.placements if row.since < moment)
            self._before[moment] = frozenset(places)
        return self._before[moment]

    @cached_property
    def _before(self) -> dict[datetime, frozenset[int]]:
        return {}

    def stay_of(self, moment: datetime) -> UUID | None:
        """The first version of the stay that holds the moment, by what is known last."""
        for stay in reversed(self.stays):
            if stay.stood_until is None and stay.admitted_at <= moment:
                return self.of_stays.first(stay).id
        return None


def beside_others(parts: Mapping[UUID, UUID]) -> dict[UUID, datetime]:
    """Placements that came to somebody else, and when the first of those others was entered."""
    others = (
        Placement.objects.filter(place=OuterRef("place"), since__lte=OuterRef("since"))
        .filter(Q(until=None) | Q(until__gt=OuterRef("since")))
        .filter(Q(stood_until=None) | Q(stood_until__gt=OuterRef("recorded_at")))
        .exclude(person=OuterRef("person"))
        .order_by("recorded_at")
        .values("recorded_at")[:1]
    )
    asked = Placement.objects.filter(person__in=list(parts), place__kind=PlaceKind.CELL)
    found = asked.annotate(other=Subquery(others)).exclude(other=None)
    return dict(found.values_list("id", "other"))


def with_rows(
    models: Sequence[type[Record]], parts: Mapping[UUID, UUID]
) -> frozenset[type[Record]]:  # fmt: skip
    """The tables in which there is anything about these files: most have nothing of one person.

    Asked of all at once. For many files there is something in each.
    """
    if len(parts) > FEW or not models:
        return frozenset(models)
    asked = " UNION ALL ".join(
        f"SELECT {n} WHERE EXISTS (SELECT FROM {model._meta.db_table} "
        f"WHERE person_id = ANY (%(parts)s) AND ({model.told_when or 'true'}))"
        for n, model in enumerate(models)
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, {"parts": list(parts)})
        return frozenset(models[n] for (n,) in cursor.fetchall())


def rows_by_whole(model: type[R], parts: Mapping[UUID, UUID]) -> dict[UUID, list[R]]:
    """Every version of every row about these files, under the file that it is read in."""
    found: dict[UUID, list[R]] = defaultdict(list)
    asked = model._default_manager.filter(person__in=list(parts)).order_by("recorded_at", "id")
    for row in asked if len(parts) <= FEW else asked.iterator(chunk_size=10_000):
        found[parts[row.person_id]].append(row)
    return found
