"""The records of one member of staff as they are made: since when, and since when it was known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from standards.instants import Instant, from_datetime
from standards.records import Record


@dataclass(frozen=True, slots=True)
class Known:
    """Known in [since, until); without an end it still is."""

    since: datetime
    until: datetime | None = None


class Sheet:
    """Collects records. A name is made of the row it rests on and of the type."""

    def __init__(self, who: str, zone: str) -> None:
        self.who, self.zone = who, zone
        self.records: list[Record] = []
        self._names: Counter[str] = Counter()

    def event(self, kind: str, row: UUID, on: date, known: Known) -> None:
        """Something that happened on a day."""
        self.records.append(
            Record(
                id=self._name(row, kind), type=kind, who=self.who, at=begins(on),
                recorded_at=from_datetime(known.since), voided_at=_instant(known.until),
            )
        )  # fmt: skip

    def spell(
        self, kind: str, row: UUID, since: Instant, until: Instant | None, known: Known, *,
        key: str | None = None,
    ) -> None:  # fmt: skip
        """Something that held in [since, until); nothing where that is no instant."""
        never_known = known.until is not None and known.until <= known.since
        if never_known or (until is not None and until <= since):
            return
        self.records.append(
            Record(
                id=self._name(row, kind), type=kind, who=self.who, since=since, until=until,
                key=key, recorded_at=from_datetime(known.since), voided_at=_instant(known.until),
            )
        )  # fmt: skip

    def _name(self, row: UUID, kind: str) -> str:
        name = f"{row}:{kind}"
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name}:{self._names[name]}"


def begins(day: date) -> Instant:
    """The first instant of a day in UTC, as certificates and postings count them (ADR 0037)."""
    return from_datetime(datetime.combine(day, time(), tzinfo=UTC))


def _instant(moment: datetime | None) -> Instant | None:
    return None if moment is None else from_datetime(moment)
