"""A case told differently: its records shuffled among those of 50 other persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from standards.conformance import Case
from standards.findings import Finding
from standards.knowledge import known_records
from standards.records import Archive, Person, Place, Record, types_of

OTHERS = 50
_NOBODY = frozenset({None, ""})


def as_written(case: Case, pool: Sequence[Case]) -> Case:
    """The case itself."""
    return case


def among_others(case: Case, pool: Sequence[Case]) -> Case:
    """The records, in another order, among those of 50 persons of other cases and other prisons.

    Their keys stay as they are: somebody else's answer to complaint k1 must not count. Whether
    the source keeps contact logs is a fact about the source (ADR 0008), so it is said.
    """
    chance = Random(f"others of {case.id}")
    archive = case.archive
    records, persons, places = [*archive.records], {**archive.persons}, {**archive.places}
    met = 0
    while met < OTHERS:
        stranger = _renamed(chance.choice(pool).archive, f"other {met} ")
        met += len({record.who for record in stranger.records} - _NOBODY)
        records += stranger.records
        persons |= stranger.persons
        places |= stranger.places
    chance.shuffle(records)
    mixed = replace(archive, records=records, persons=persons, places=places, kept=_kept_by(case))
    return replace(case, archive=mixed)


def about_its_own(case: Case, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are not about the others."""
    return [finding for finding in findings if not finding.who.startswith("other ")]


def _kept_by(case: Case) -> frozenset[str]:
    if case.archive.kept is not None:
        return case.archive.kept
    known = known_records(case.archive.records, as_of=case.as_of, known_at=case.known_at)
    return types_of(known)


def _renamed(archive: Archive, name: str) -> Archive:
    """The same archive with everybody, and every prison, under another name."""

    def other(text: str | None) -> str | None:
        return None if text is None else name + text

    def record(own: Record) -> Record:
        nobodys = own.who is None
        return replace(
            own,
            who=other(own.who),
            place=other(own.place),
            by_staff=other(own.by_staff),
            # What is nobody's is corrected by its name alone.
            id=name + own.id if nobodys else own.id,
            supersedes=other(own.supersedes) if nobodys else own.supersedes,
        )

    def person(own: Person) -> Person:
        return replace(own, id=name + own.id)

    def place(own: Place) -> Place:
        return replace(own, id=name + own.id)

    return replace(
        archive,
        records=[record(own) for own in archive.records],
        persons={name + who: person(own) for who, own in archive.persons.items()},
        places={name + node: place(own) for node, own in archive.places.items()},
    )
