"""Records in, findings out: of some files by the person engine, with when to look again.

Behind the eyes of the engine; keeps nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from standards.findings import Finding
from standards.instants import Instant, from_datetime, to_datetime
from standards.person.engine import evaluate_archive
from standards.records import Archive, Record
from throughcare.casework.archive import archive_of_some, ever_placed_in
from throughcare.casework.people.files import whole_by_part
from throughcare.duties.looks import look_again
from throughcare.duties.rules import Asked, asked_on, rulebook

Engine = Callable[..., Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of a file or of a house, by which rules, and when to look again."""

    findings: Sequence[Finding]
    look_again: Instant | None
    asked: Asked


def judge(wholes: Sequence[UUID], *, at: datetime) -> dict[UUID, Judgement]:
    """What the rules that look at one person alone say of these whole files at a moment."""
    archive = archive_of_some(wholes, known_at=at)
    asked = asked_on(to_datetime(from_datetime(at), archive.zone).date())
    found = by_file(archive, asked, evaluate_archive, at=from_datetime(at))
    return {whole: found[str(whole)] for whole in wholes}


def judge_house(house: str, *, at: datetime) -> Judgement:
    """What the rules that look at several people say of those who ever lay in an establishment."""
    archive = of_house(archive_of_some(ever_in(house), known_at=at), house)
    asked = asked_on(to_datetime(from_datetime(at), archive.zone).date())
    return together(archive, asked, evaluate_archive, at=from_datetime(at))


def ever_in(house: str) -> list[UUID]:
    """The whole files of everybody who has or had a place there."""
    return sorted(set(whole_by_part(ever_placed_in(house)).values()))


def of_house(archive: Archive, house: str) -> Archive:
    """The archive without places elsewhere: each establishment answers for itself (ADR 0032)."""
    records = [r for r in archive.records if r.type != "placement" or _lies_in(r, house)]
    places = {name: one for name, one in archive.places.items() if _below(name, house)}
    return replace(archive, records=records, places=places)


def of_persons(archive: Archive, whose: Container[str]) -> Archive:
    """The archive with the records of some people alone."""
    records = [r for r in archive.records if r.who in whose]
    persons = {who: one for who, one in archive.persons.items() if who in whose}
    return replace(archive, records=records, persons=persons)


def together(archive: Archive, asked: Asked, engine: Engine, *, at: Instant) -> Judgement:
    """What the rules about several people say of the people of one house."""
    derivations = rulebook().derivations
    found = engine(archive, asked.together, as_of=at, derivations=derivations)
    look = look_again(archive, asked.together, found, derivations, after=at)
    return Judgement(found, look, asked)


def by_file(archive: Archive, asked: Asked, engine: Engine, *, at: Instant) -> dict[str, Judgement]:
    """What the rules about one person say of each file of the archive."""
    derivations = rulebook().derivations
    findings: dict[str, list[Finding]] = defaultdict(list)
    for one in engine(archive, asked.alone, as_of=at, derivations=derivations):
        findings[one.who].append(one)
    records = _by_who(archive.records)
    return {
        who: Judgement(
            findings[who],
            look_again(
                replace(archive, records=records[who], persons={who: person}), asked.alone,
                findings[who], derivations, after=at,
            ),
            asked,
        )
        for who, person in archive.persons.items()
    }  # fmt: skip


def _lies_in(record: Record, house: str) -> bool:
    return record.place is not None and _below(record.place, house)


def _below(path: str, house: str) -> bool:
    return path == house or path.startswith(f"{house}/")


def _by_who(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.who or ""].append(record)
    return found
