"""Everything that the rooms tell the engine: of one person, or of everybody.

Behind the wall; asks nobody. Of everybody only as the owner of the tables: the service itself sees
no rows outside a request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from standards.records import Archive
from throughcare.casework.assessment import facts as assessment
from throughcare.casework.chaplaincy import facts as chaplaincy
from throughcare.casework.contact import facts as contact
from throughcare.casework.custody import facts as custody
from throughcare.casework.custody.facts.told import with_rows
from throughcare.casework.people import told_records as people
from throughcare.casework.people.joined_files import parts_by_whole, whole_file
from throughcare.casework.people.told import histories_of, whole_files
from throughcare.casework.plans import facts as plans
from throughcare.casework.programmes import facts as programmes
from throughcare.casework.safety import facts as safety
from throughcare.casework.work import facts as work

# Rooms that rest on custody alone, and do not know each other.
_ROOMS: Final = (assessment, plans, programmes, contact, work)
_EVERY: Final = (custody, people, safety, *_ROOMS, chaplaincy)
KEPT: Final = frozenset[str]().union(*(room.KEPT for room in _EVERY))
FIELDS: Final = frozenset[str]().union(*(room.FIELDS for room in _EVERY))
AT_ONCE: Final = 2_000  # files whose rows are in memory together

Tell = Callable[[int, int], None]


def archive_of(person_id: UUID, *, known_at: datetime) -> Archive:
    """The records of one person in every version, and who the person was as known at a moment."""
    return archive_of_some([whole_file(person_id)], known_at=known_at)


def archive_of_some(wholes: Sequence[UUID], *, known_at: datetime) -> Archive:
    """The records of these whole files, and the places where they ever were."""
    parts = parts_by_whole(list(wholes))
    on, places = custody.ground(parts)
    archive = Archive(zone=on.zone, places=places, kept=KEPT)
    _add(archive, parts, on, known_at)
    return archive


def ever_placed_in(establishment: str) -> list[UUID]:
    """Every file in which a place of this establishment was ever written."""
    return custody.ever_placed_in(establishment)


def lying_in(path: str, *, at: datetime) -> list[UUID]:
    """Every file whose person lies in this place or below it at a moment."""
    return custody.lying_in(path, at=at)


def with_places_below(archive: Archive, paths: Sequence[str]) -> Archive:
    """The archive with these places and all below them, also those where nobody ever was."""
    every = custody.ground()[1]
    wanted = {
        name: place for name, place in every.items()
        if any(name == path or name.startswith(f"{path}/") for path in paths)
    }  # fmt: skip
    return replace(archive, places=archive.places | wanted)


def archive_of_all(
    *, known_at: datetime, tell: Tell = lambda done, total: None, at_once: int = AT_ONCE
) -> Archive:
    """The records of everybody. `tell` hears how many files are read, and of how many."""
    wholes = whole_files()
    on, places = custody.ground()
    archive = Archive(zone=on.zone, places=places, kept=KEPT)
    done = 0
    for some in _several(wholes, at_once):
        _add(archive, parts_by_whole(some), on, known_at)
        done += len(some)
        tell(done, len(wholes))
    return archive


def _add(
    archive: Archive, parts: Mapping[UUID, UUID], on: custody.Ground, known_at: datetime
) -> None:
    of_custody = custody.told_of(histories_of(parts), parts, on)
    for of_safety in safety.told_of(of_custody, parts):
        told = of_safety.custody
        archive.records += people.records_of(told.history)
        archive.records += custody.records_of(told)
        archive.records += safety.records_of(of_safety)
        person = custody.person_of(told, known_at=known_at)
        archive.persons[person.id] = person
    # Most files have rows in few tables: in which is asked once, of all these rooms together.
    some = with_rows([table for room in _ROOMS for table in room.TABLES], parts)
    for room in _ROOMS:
        for told_by_room in room.told_of(of_custody, parts, some):
            archive.records += room.records_of(told_by_room)
    # Religion leaves no sign, not even by what is asked (ADR 0048): always the same question.
    for of_faith in chaplaincy.told_of(of_custody, parts):
        archive.records += chaplaincy.records_of(of_faith)


def _several(wholes: Sequence[UUID], at_once: int) -> Iterator[Sequence[UUID]]:
    for first in range(0, len(wholes), at_once):
        yield wholes[first : first + at_once]
