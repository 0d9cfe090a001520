"""Made-up entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from throughcare.register.actions import record, seal
from throughcare.register.heads import Head
from throughcare.register.models import Checkpoint, Entry
from throughcare.register.reading import Source, last_head
from throughcare.register.signing import SigningKey
from throughcare.register.verify import Verified, verify

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PERSON = UUID("00000000-0000-4000-8000-000000000001")


def an_entry(number: int = 0, **changes: Any) -> Entry:
    """Record one entry, in a transaction of its own."""
    values: dict[str, Any] = {
        "event": "visit.held",
        "by": "7",
        "role": "visits officer",
        "place": "north/a",
        "happened_at": NOON,
        "at": NOON + timedelta(seconds=number),
        "about": PERSON,
        "why": f"number {number}",
    }
    with transaction.atomic():
        return Entry.objects.get(pk=record(**{**values, **changes}))


@dataclass
class World:
    """A register, read by a connection of its own."""

    source: Source
    key: SigningKey

    def fill(self, *sizes: int) -> list[Entry]:
        """Record and seal so many entries for each checkpoint."""
        made = []
        for size in sizes:
            made += [an_entry(len(made) + n) for n in range(size)]
            assert self.seal() is not None
        return made

    def seal(self) -> Checkpoint | None:
        return seal(at=NOON + timedelta(days=1), key=self.key)

    def head(self) -> Head:
        found = last_head(self.source)
        assert found is not None
        return found

    def verify(self, **more: Any) -> Verified:
        return verify(self.source, keys=self.key.keys(), **more)
