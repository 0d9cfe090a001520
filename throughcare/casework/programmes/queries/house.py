"""What a prison offers, for whoever has a post there that has to do with it. About nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import entering
from throughcare.casework.programmes.house import (
    desk_at,
    houses_of,
    may_at,
    standing_row,
    standing_rows,
)
from throughcare.casework.programmes.models import Group, Programme, Worker

__all__ = [
    "Catalogue",
    "SeenProgramme",
    "catalogue_of",
    "group_to_change",
    "groups_of",
    "houses_to_see",
    "may_change",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenProgramme:
    """A programme with its groups, and how many places are taken, of everybody."""

    row: Programme
    groups: Sequence[Group]
    taken: int

    @property
    def free(self) -> int:
        """How many places are left."""
        return max(0, self.row.places - self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that a prison offers. `may_write`: the viewer keeps it; `may_fill`: registers."""

    place: str
    programmes: Sequence[SeenProgramme]
    workers: Mapping[UUID, Worker]
    may_write: bool
    may_fill: bool


@entering
def catalogue_of(viewer: Viewer, place: str, *, at: datetime) -> Catalogue:
    """The programmes, groups and outside workers of a prison. Leaves an entry. Raises NotThere."""
    desk = desk_at(viewer, place, None, at=at)
    groups = defaultdict[UUID, list[Group]](list)
    for group in standing_rows(Group, place, at=at):
        groups[group.programme_id].append(group)
    programmes = [
        SeenProgramme(row=row, groups=groups[row.first], taken=_taken(row.first))
        for row in standing_rows(Programme, place, at=at)
    ]
    desk.told("read.programmes")
    return Catalogue(
        place=place, programmes=programmes,
        workers={row.first: row for row in standing_rows(Worker, place, at=at)},
        may_write=may_at(viewer, place, Act.WRITE, at=at),
        may_fill=may_at(viewer, place, Act.APPEND, at=at),
    )  # fmt: skip


@entering
def groups_of(viewer: Viewer, place: str, *, at: datetime) -> Sequence[Group]:
    """The groups of a prison, by when they began. Leaves an entry. Raises NotThere."""
    desk = desk_at(viewer, place, None, at=at)
    desk.told("read.groups")
    return standing_rows(Group, place, at=at)


@entering
def group_to_change(viewer: Viewer, group_id: UUID, *, at: datetime) -> tuple[Group, Programme]:
    """A group and its programme, for whoever may fill its register. Raises NotThere."""
    group = standing_row(Group, group_id, at=at)
    desk_at(viewer, group.place, Act.APPEND, at=at)
    return group, standing_row(Programme, group.programme_id, at=at)


@entering
def houses_to_see(viewer: Viewer, *, at: datetime) -> Sequence[str]:
    """The prisons whose catalogue the viewer may open; asked of posts alone."""
    return houses_of(viewer, at=at)


@entering
def may_change(viewer: Viewer, place: str, *, at: datetime) -> bool:
    """Whether the viewer keeps the catalogue of the prison; asked of posts alone."""
    return may_at(viewer, place, Act.WRITE, at=at)


def _taken(programme: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT programmes_places_taken(%s)", [programme])
        return int(cursor.fetchone()[0])
