"""Everything that the rooms tell the engine: of one person, or of everybody.

Behind the wall; asks nobody. Of everybody only as the owner of the tables: the service itself sees
no rows outside a request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from standards.records import Archive
from throughcare.casework.custody import facts as custody
from throughcare.casework.people import told_records as people
from throughcare.casework.people.joined_files import parts_by_whole, whole_file
from throughcare.casework.people.told import histories_of, whole_files

KEPT: Final = custody.KEPT | people.KEPT
AT_ONCE: Final = 2_000  # files whose rows are in memory together

Tell = Callable[[int, int], None]


def archive_of(person_id: UUID, *, known_at: datetime) -> Archive:
    """The records of one person in every version, and who the person was as known at a moment."""
    return _archive([whole_file(person_id)], known_at=known_at)


def archive_of_all(
    *, known_at: datetime, tell: Tell = lambda done, total: None, at_once: int = AT_ONCE
) -> Archive:
    """The records of everybody. `tell` hears how many files are read, and of how many."""
    wholes = whole_files()
    return _archive(wholes, known_at=known_at, tell=tell, at_once=at_once)


def _archive(
    wholes: Sequence[UUID], *, known_at: datetime, tell: Tell = lambda done, total: None,
    at_once: int = AT_ONCE,
) -> Archive:  # fmt: skip
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
    histories = histories_of(parts)
    for told in custody.told_of(histories, parts, on):
        archive.records += people.records_of(told.history)
        archive.records += custody.records_of(told)
        person = custody.person_of(told, known_at=known_at)
        archive.persons[person.id] = person


def _several(wholes: Sequence[UUID], at_once: int) -> Iterator[Sequence[UUID]]:
    for first in range(0, len(wholes), at_once):
        yield wholes[first : first + at_once]
