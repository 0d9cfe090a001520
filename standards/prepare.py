"""What both engines start from: the records that count, with derived states added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from standards.checks import Check
from standards.derive import derive
from standards.instants import Instant
from standards.knowledge import known_records
from standards.places import holds
from standards.records import Archive, Record, reaching, types_of
from standards.rulebook.derivations import Derivation


@dataclass(frozen=True, slots=True)
class Preparation:
    """Records that count at `known_at`, facts up to `as_of`, derived states among them."""

    records: list[Record]
    as_of: Instant


def prepare(
    archive: Archive,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None,
    derivations: Sequence[Derivation],
) -> Preparation:
    """Apply 1.2, the rulebook's derivations, and exemptions written for a place."""
    moment = as_of if known_at is None else known_at
    records = known_records(archive.records, as_of=as_of, known_at=moment)
    return Preparation(records + _added(archive, records, checks, derivations, as_of), as_of)


def added_records(
    archive: Archive,
    checks: Sequence[Check],
    *,
    as_of: Instant,
    known_at: Instant | None,
    derivations: Sequence[Derivation],
) -> list[Record]:
    """Only what follows from the records: derived states, and exemptions of a place."""
    if not _anything_to_add(archive, derivations):
        return []
    moment = as_of if known_at is None else known_at
    records = known_records(archive.records, as_of=as_of, known_at=moment)
    return _added(archive, records, checks, derivations, as_of)


def _anything_to_add(archive: Archive, derivations: Sequence[Derivation]) -> bool:
    sources = {derivation.source for derivation in derivations}
    return any(r.type in sources or (r.who is None and r.place) for r in archive.records)


def _added(
    archive: Archive,
    records: list[Record],
    checks: Sequence[Check],
    derivations: Sequence[Derivation],
    as_of: Instant,
) -> list[Record]:
    kept = archive.kept if archive.kept is not None else types_of(records)
    derived = derive(records, derivations, archive=archive, kept=kept, as_of=as_of)
    return derived + _reaching_people(records + derived, _exemption_names(checks), as_of)


def _exemption_names(checks: Sequence[Check]) -> frozenset[str]:
    """The records that a duty yields to: unless, exempt_if, excuse."""
    names = {
        getattr(check, parameter, None)
        for check in checks
        for parameter in ("unless", "exempt_if", "excuse")
    }
    return frozenset(name for name in names if name is not None)


def _reaching_people(records: list[Record], names: frozenset[str], as_of: Instant) -> list[Record]:
    """Exemptions of a place reach the people in it (4.24): a copy for each person placed there."""
    about_places = [r for r in records if r.who is None and r.place and r.type in names]
    if not about_places:
        return []
    placements: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.type == "placement" and record.who is not None and record.place is not None:
            placements[record.who].append(record)
    return [
        replace(exemption, who=who, type=reaching(exemption.type))
        for exemption in about_places
        for who, placed in placements.items()
        if any(_meets(exemption, record, as_of) for record in placed)
    ]


def _meets(exemption: Record, placement: Record, as_of: Instant) -> bool:
    """Was the person in the place at some instant of the exemption?"""
    assert exemption.place is not None and placement.place is not None
    if not holds(exemption.place, placement.place) or placement.since is None:
        return False
    start = exemption.at if exemption.at is not None else exemption.since
    if start is None:
        return False
    end = exemption.at if exemption.at is not None else exemption.until
    placed_until = as_of if placement.until is None else placement.until
    return (end is None or placement.since <= end) and start < placed_until
