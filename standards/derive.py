"""Derived states: facts that follow from others, by rules that are data (rulebooks/derivations)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from standards.derive_solitary import solitary_by_local_day
from standards.instants import Instant
from standards.person.file import PersonFile
from standards.places import zone_of
from standards.records import Archive, Record
from standards.rulebook.derivations import Derivation, SameSpell, SolitaryByLocalDay


def derive(
    records: Sequence[Record],
    derivations: Sequence[Derivation],
    *,
    archive: Archive,
    kept: frozenset[str],
    as_of: Instant,
) -> list[Record]:
    """The records that follow from the given ones. Derived records keep the id of their source."""
    derived: list[Record] = []
    for derivation in derivations:
        sources = [record for record in records if record.type == derivation.source]
        match derivation:
            case SameSpell():
                derived += [replace(record, type=derivation.state) for record in sources]
            case SolitaryByLocalDay():
                for file in _files(records, sources, derivation, archive, as_of):
                    derived += solitary_by_local_day(
                        derivation,
                        file,
                        contact_kept=derivation.contact in kept,
                        assumed=derivation.assumption in archive.assumptions,
                    )
    return derived


def _files(
    records: Sequence[Record],
    sources: Sequence[Record],
    derivation: SolitaryByLocalDay,
    archive: Archive,
    as_of: Instant,
) -> list[PersonFile]:
    """The files of those who have a source record."""
    concerned = {record.who for record in sources if record.who is not None}
    by_who: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.who in concerned:
            by_who[record.who].append(record)
    return [
        PersonFile(
            who,
            own,
            person=archive.persons.get(who),
            as_of=as_of,
            zone=archive.zone,
            zone_of=lambda record: zone_of(record, archive.places, archive.zone),
        )
        for who, own in by_who.items()
    ]
