"""What is known: which records count at `known_at`, and which facts exist at `as_of` (1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from standards.instants import Instant
from standards.records import Filling, Record


def known_records(records: Iterable[Record], *, as_of: Instant, known_at: Instant) -> list[Record]:
    """The records that count, without facts later than `as_of`.

    A record counts if entered by `known_at`, not struck out by then and not corrected by a
    record that was itself entered and not struck out by then. A corrected correction still
    keeps out what it corrected (4.1). Corrections count within one person (ADR 0005).
    """
    entered = [record for record in records if _entered(record, known_at)]
    corrected = {(r.who, r.supersedes) for r in entered if r.supersedes is not None}
    return [
        _without_later_fillings(record, min(as_of, known_at))
        for record in entered
        if (record.who, record.id) not in corrected
        and (record.time is None or record.time <= as_of)
    ]


def _entered(record: Record, known_at: Instant) -> bool:
    known_from = record.known_from
    if known_from is not None and known_from > known_at:
        return False
    return record.voided_at is None or record.voided_at > known_at


def _without_later_fillings(record: Record, moment: Instant) -> Record:
    """A value entered after the moment is not there yet."""
    if not any(f.entered_at is not None and f.entered_at > moment for f in record.fields.values()):
        return record
    empty = Filling(entered_at=None)
    kept: Mapping[str, Filling] = {
        name: empty if f.entered_at is not None and f.entered_at > moment else f
        for name, f in record.fields.items()
    }
    return replace(record, fields=kept)
