"""Where a person lies and lay, who lies in a place, and which places and beds are free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.lying import lying_in
from throughcare.casework.custody.models import Bed, Movement, Placement
from throughcare.casework.custody.place_entries import ask_at
from throughcare.casework.custody.standing import stay_at
from throughcare.casework.custody.together import Fit, fits_in
from throughcare.casework.people import doors
from throughcare.casework.people.files import (
    ask_about,
    entering,
    may_about,
    subject_of,
)
from throughcare.casework.people.joined_files import parts_by_whole, whole_file, wholes_of
from throughcare.casework.rows.record import known
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.models import Place
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Lay:
    """That a person lay in a place in [since, until), as it was known on a day.

    `id` is the row that stands; `corrects` says that it was written in place of another one that
    was wrong or has ended.
    """

    id: UUID
    path: str
    bed: str
    since: datetime
    until: datetime | None
    reason: str
    despite: str
    recorded_at: datetime
    recorded_by: str
    corrects: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lain:
    """All places of a person, newest first. `may_write`: the viewer may move the person."""

    places: Sequence[Lay]
    in_custody: bool
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace:
    """Who lies where now. `away`: the kind of movement that the person is out for; empty if in."""

    person: UUID
    path: str
    bed: str
    since: datetime
    away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """A place that somebody can be put into, and its free beds by code.

    `capacity` None is not known. A place over its capacity is shown too, as such. `fit`: how the
    person in question may lie there; None where nobody in particular is asked about.
    """

    path: str
    kind: str
    capacity: int | None
    people: int
    beds: Sequence[str]
    has_beds: bool
    fit: Fit | None = None


@entering
def lay_in(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Lain:
    """Where the person lies and lay, as it was known on a day. Leaves an entry.

    Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    then = known_at or at
    rows = rows_of(Placement, person_id, known_at=then).select_related("place", "bed")
    places = [
        Lay(
            id=one.id, path=one.place.path, bed=one.bed.code if one.bed else "",
            since=one.since, until=one.until, reason=one.reason, despite=one.despite,
            recorded_at=one.recorded_at, recorded_by=one.recorded_by,
            corrects=one.replaces_id is not None,
        )
        for one in rows.order_by("-since", "-recorded_at")
    ]  # fmt: skip
    record(
        event="read.placements", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole_file(person_id), compartment=Compartment.ID,
        content={"placements": [one.id for one in places], "known_at": then},
    )  # fmt: skip
    return Lain(
        places=places, in_custody=stay_at(person_id, at=then) is not None,
        may_write=may_about(viewer, Act.WRITE, Compartment.ID, person_id, at=at),
    )  # fmt: skip


@entering
def people_in(viewer: Viewer, path: str, *, at: datetime) -> list[InPlace]:
    """Who lies in a place and all under it, by cell and bed, as far as the viewer may read them.

    Leaves an entry that names them. Raises NotThere, Refused.
    """
    leave = ask_at(viewer, Act.READ, path, at=at)
    if not Place.objects.in_use(at).filter(path=path).exists():
        raise NotThere
    rows = list(
        Placement.objects.filter(
            known(at), Q(until=None) | Q(until__gt=at),
            Q(place__path=path) | Q(place__path__startswith=f"{path}/"), since__lte=at,
        )
        .select_related("place", "bed")
        .order_by("place__path", "bed__code", "since", "id")
    )  # fmt: skip
    whole_of = wholes_of({one.person_id for one in rows})
    away = _away(set(whole_of.values()), at)
    found = [
        InPlace(
            person=whole_of[one.person_id], path=one.place.path,
            bed=one.bed.code if one.bed else "", since=one.since,
            away=away.get(whole_of[one.person_id], ""),
        )
        for one in rows
    ]  # fmt: skip
    doors.record(
        event="read.people_in_place", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=None, compartment=Compartment.ID,
        content={"place": path, "listed": [one.person for one in found]},
    )  # fmt: skip
    return found


@entering
def ask_about_place(viewer: Viewer, act: Act, path: str, *, at: datetime) -> None:
    """For a form that changes a place: whoever may not is told before typing.

    Raises NotThere, also for a place that is closed or not in the tree, and Refused.
    """
    ask_at(viewer, act, path, at=at)
    if not Place.objects.in_use(at).filter(path=path).exists():
        raise NotThere


@entering
def beds_of(viewer: Viewer, path: str, *, at: datetime) -> list[str]:
    """The codes of the beds in use in a place itself. Raises NotThere, Refused."""
    ask_at(viewer, Act.READ, path, at=at)
    beds = Bed.objects.filter(_in_use(at), place__path=path).order_by("code")
    return list(beds.values_list("code", flat=True))


@entering
def free_places(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[Free]:
    """The units and cells of the prison that holds the person, with their free beds, by path.

    With how the person may lie in each. For whoever may move the person and sees who lies there.
    Leaves an entry. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.WRITE, Compartment.ID, person_id, at=at)
    held_at = subject_of(person_id).establishment
    if held_at is None:
        return []
    ask_at(viewer, Act.READ, held_at, at=at)
    free = free_places_in(viewer, held_at, at=at)
    whole = whole_file(person_id)
    fits = fits_in(whole, [one.path for one in free], at=at)
    record(
        event="read.sharing", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
        content={"place": held_at, "named": []},
    )  # fmt: skip
    return [replace(one, fit=fits[one.path]) for one in free]


@entering
def free_places_in(viewer: Viewer, establishment: str, *, at: datetime) -> list[Free]:
    """The same of a prison, for whoever moves people in it. Raises NotThere, Refused."""
    ask_at(viewer, Act.WRITE, establishment, at=at)
    places = [
        one for one in Place.objects.in_use(at).within(establishment).order_by("path")
        if one.kind in ("unit", "cell")
    ]  # fmt: skip
    lying = lying_in(establishment, at=at)
    every, free = defaultdict[int, int](int), defaultdict[int, list[str]](list)
    beds = Bed.objects.filter(_in_use(at), place__in=[one.pk for one in places]).order_by("code")
    taken = set(
        Placement.objects.filter(bed__in=beds, stood_until=None)
        .exclude(until__lte=at)
        .values_list("bed", flat=True)
    )
    for bed in beds:
        every[bed.place_id] += 1
        if bed.id not in taken:
            free[bed.place_id].append(bed.code)
    return [
        Free(
            path=one.path, kind=one.kind, capacity=one.certified_capacity,
            people=lying[one.pk].people if one.pk in lying else 0, beds=free[one.pk],
            has_beds=every[one.pk] > 0,
        )
        for one in places
    ]  # fmt: skip


def _in_use(at: datetime) -> Q:
    return (Q(used_until=None) | Q(used_until__gt=at)) & Q(used_from__lte=at)


def _away(people: set[UUID], at: datetime) -> dict[UUID, str]:
    whole_of = parts_by_whole(list(people))
    out = Movement.objects.filter(
        known(at), Q(arrived_at=None) | Q(arrived_at__gt=at), left_at__lte=at,
        person__in=list(whole_of),
    ).values_list("person_id", "kind")  # fmt: skip
    return {whole_of[person]: kind for person, kind in out}
