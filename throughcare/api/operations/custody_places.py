"""To give a person a place, to ask first who may not share it, and to read how full a prison is."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field, StringConstraints

from throughcare.api.fields import Form, Line, Moment, Shown
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import making, named, reading, took
from throughcare.casework.custody import actions, queries

router = Router(tags=["places"])

_CODE = r"[a-z0-9][a-z0-9-]*"
PlacePath = Annotated[
    str,
    StringConstraints(max_length=250, pattern=rf"^{_CODE}(/{_CODE}){{0,3}}$"),
    Field(description="One to four codes with / between them, such as north/a/2/204"),
]
BedCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00#]*$")]


class PlacementForm(Form):
    """Where a person lies from `since` on. The earlier place ends at that moment."""

    place: PlacePath
    bed: BedCode | None = None
    since: Moment
    reason: Line = ""
    despite: Annotated[
        Line, Field(description="Why there, although a rule keeps people there apart")
    ] = ""
    why: Line = ""


class OccupancyShown(Shown):
    """How full a place is. Numbers are of everybody in it; what is not known is null.

    `within` are all places under it, each with its own numbers.
    """

    path: str
    kind: str
    certified_capacity: int | None
    floor_area: Annotated[float | None, Field(description="Square metres")]
    people: int
    away: Annotated[int, Field(description="Of them at court, in hospital, or out for a time")]
    percent: Annotated[int | None, Field(description="People for each hundred places")]
    over_capacity_by: int
    beds: int
    free_beds: int | None


class OccupanciesShown(Shown):
    """A place and all under it, by path."""

    at: datetime
    places: list[OccupancyShown]


class ConflictShown(Shown):
    """Why a person may not share a place. Of a decision about two people its reason is not told."""

    kind: str
    rules: list[str]
    within: str
    many: int
    may_go_on: Annotated[bool, Field(description="A written reason (`despite`) is enough")]


class ConflictsShown(Shown):
    """Everything in the way; empty if nothing is."""

    conflicts: list[ConflictShown]


@router.post("/people/{person}/placements", response=making(Written), **named("place_person"))
def place_person(request: HttpRequest, person: UUID, said: PlacementForm) -> Status[Written]:
    """Give a person in custody a unit or a cell, and a bed of it."""
    call = took(request)
    row = actions.place_in(
        by=call.viewer, at=call.at, person_id=person, place=said.place, bed=said.bed,
        since=said.since, reason=said.reason, despite=said.despite, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.get("/people/{person}/sharing", response=reading(ConflictsShown), **named("ask_sharing"))
def ask_sharing(
    request: HttpRequest, person: UUID, place: Annotated[PlacePath, Query()]
) -> ConflictsShown:
    """Who of those who lie in a place now may not share it with this person."""
    call = took(request)
    found = queries.conflicts_of(call.viewer, person, place, at=call.at)
    return ConflictsShown(
        conflicts=[
            ConflictShown(
                kind=one.kind, rules=list(one.rules), within=one.within, many=one.many,
                may_go_on=one.may_go_on,
            )
            for one in found
        ]
    )  # fmt: skip


@router.get("/occupancy", response=reading(OccupanciesShown), **named("read_occupancy"))
def read_occupancy(request: HttpRequest, place: Annotated[PlacePath, Query()]) -> OccupanciesShown:
    """How full a prison, or a part of it, and each of its parts are now."""
    call = took(request)
    whole = queries.occupancy(call.viewer, place, at=call.at)
    return OccupanciesShown(at=call.at, places=[_shown(one) for one in queries.all_of(whole)])


def _shown(one: queries.Occupancy) -> OccupancyShown:
    return OccupancyShown(
        path=one.path, kind=one.kind, certified_capacity=one.capacity,
        floor_area=None if one.floor_area is None else float(one.floor_area),
        people=one.people, away=one.away, percent=one.percent, over_capacity_by=one.over,
        beds=one.beds, free_beds=one.free_beds,
    )  # fmt: skip
