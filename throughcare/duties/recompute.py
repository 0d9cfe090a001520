"""Everybody judged anew by the population engine, each night or when somebody asks for it.

What the live path kept must be the same. Where it is not, and nothing had been written and no
moment had come, one of the two is wrong: the difference is told, and the new answer is kept. All is
read at one moment of the database; it is kept file by file, never over what was judged since.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from standards.findings import Finding
from standards.instants import from_datetime, to_datetime
from standards.population.engine import evaluate_archive
from standards.records import Archive
from throughcare.casework.archive import archive_of_all, ever_placed_in
from throughcare.casework.people.files import whole_by_part
from throughcare.duties import keeping
from throughcare.duties.eyes import engine_eyes, engine_eyes_at_one_moment
from throughcare.duties.judging import Judgement, by_file, of_house, of_persons, together
from throughcare.duties.models import KeptFinding
from throughcare.duties.rows import Row, rows_of, rows_of_house
from throughcare.duties.rules import Asked, asked_on
from throughcare.duties.staff import is_staff_of_a_house, judge_staff, staff_of
from throughcare.duties.waiting import waiting_among, waiting_houses

Tell = Callable[[int, int], None]
_AT_ONCE: Final = 500


def _quiet(done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class Recomputed:
    """How it went. `old`: answers that were known to be old. `differed`: those that were not."""

    files: int = 0
    houses: int = 0
    findings: int = 0
    old: int = 0
    differed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one moment of the database says: judged anew, as it was kept, and what was old."""

    files: Mapping[UUID, Judgement]
    houses: Mapping[str, Judgement]
    kept: Mapping[object, Counter[UUID]]
    old: frozenset[object]
    marks: keeping.Marks


def recompute(
    *, at: datetime, reading: Tell = _quiet, judging: Tell = _quiet, writing: Tell = _quiet
) -> Recomputed:
    """Judge everybody as of a moment and keep what came out. Not inside another transaction."""
    with engine_eyes_at_one_moment():
        read = _read(at, reading, judging)
    done = Recomputed(files=len(read.files), houses=_places(read.houses))
    for about, rows in _rows(read):
        done.findings += len(rows)
        _compare(about, rows, read, done)
    _write(read, at, writing)
    return done


def _read(at: datetime, reading: Tell, judging: Tell) -> _Read:
    marks = keeping.all_marks()
    archive = archive_of_all(known_at=at, tell=reading)
    moment = from_datetime(at)
    asked = asked_on(to_datetime(moment, archive.zone).date())
    files = by_file(archive, asked, _telling(judging), at=moment)
    found = {UUID(who): one for who, one in files.items()}
    places = _houses(archive)
    houses = {house: _of_house(archive, house, asked, at) for house in places}
    for house in places:
        houses[staff_of(house)] = judge_staff(house, asked, evaluate_archive, at=at)
    old = {*waiting_among(list(found), at=at), *waiting_houses(list(houses), at=at)}
    return _Read(found, houses, _as_kept(), frozenset(old), marks)


def _telling(tell: Tell) -> Callable[..., list[Finding]]:
    def engine(archive: Archive, *words: Any, **named: Any) -> list[Finding]:
        return evaluate_archive(archive, *words, **named, progress=tell)

    return engine


def _houses(archive: Archive) -> list[str]:
    return sorted({place.partition("/")[0] for place in archive.places})


def _places(houses: Iterable[str]) -> int:
    return sum(not is_staff_of_a_house(house) for house in houses)


def _of_house(archive: Archive, house: str, asked: Asked, at: datetime) -> Judgement:
    wholes = set(whole_by_part(ever_placed_in(house)).values())
    theirs = of_persons(archive, {str(whole) for whole in wholes})
    return together(of_house(theirs, house), asked, evaluate_archive, at=from_datetime(at))


def _as_kept() -> dict[object, Counter[UUID]]:
    """By file or house, the digests of the answers that are kept now."""
    kept: dict[object, Counter[UUID]] = defaultdict(Counter)
    asked = KeptFinding.objects.values_list("house", "person", "answer")
    for house, person, answer in asked.iterator(chunk_size=10_000):
        kept[house or person][answer] += 1
    return kept


def _rows(read: _Read) -> Iterable[tuple[object, Sequence[Row]]]:
    for person, judged in read.files.items():
        yield person, rows_of(judged, person=person)
    for house, judged in read.houses.items():
        yield house, rows_of_house(judged, house)


def _compare(about: object, rows: Sequence[Row], read: _Read, done: Recomputed) -> None:
    before = read.kept.get(about, Counter())
    now = Counter(row.answer for row in rows)
    if before == now:
        return
    if about in read.old:
        done.old += 1
        return
    new = [row.found.answer() for row in rows if row.answer in now - before]
    gone = sum((before - now).values())
    done.differed.append(f"{about}: {gone} kept that are no longer so; so and not kept: {new}")


def _write(read: _Read, at: datetime, writing: Tell) -> None:
    persons = list(read.files)
    for first in range(0, len(persons), _AT_ONCE):
        some = {one: read.files[one] for one in persons[first : first + _AT_ONCE]}
        with engine_eyes():
            keeping.keep_computed(some, read.marks, at=at)
        writing(min(first + _AT_ONCE, len(persons)), len(persons))
    for house, judged in read.houses.items():
        with engine_eyes():
            keeping.keep_house_computed(judged, house, read.marks, at=at)
