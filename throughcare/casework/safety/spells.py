"""Which spells of separation a person has, as the door tells them: when, never why.

Whoever may only add to the register needs them to add rightly: an officer on the wing, a nurse.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.casework.safety.limits import Spell

_COLUMNS: Final = "person, spell, kind, since, until, zone, order_ends, reviewed_at, promised"


@dataclass(frozen=True, slots=True)
class Known:
    """A spell by its id, as it was known.

    `order_ends`: the last end of its orders; `reviewed_at`: the last review; `promised`: the first
    review that an order or a review promised and nobody has held.
    """

    person: UUID
    id: UUID
    kind: str
    since: datetime
    until: datetime | None
    zone: str
    order_ends: datetime | None = None
    reviewed_at: datetime | None = None
    promised: datetime | None = None

    @property
    def spell(self) -> Spell:
        """What is counted of it."""
        return Spell(self.since, self.until, self.zone)

    def holds(self, at: datetime) -> bool:
        """Whether it runs at the moment."""
        return self.since <= at and (self.until is None or at < self.until)

    def meets(self, since: datetime, until: datetime | None) -> bool:
        """Whether it shares a moment with [since, until)."""
        return (until is None or self.since < until) and (self.until is None or since < self.until)


def spells_of_all(person_ids: Collection[UUID], *, known_at: datetime) -> dict[UUID, list[Known]]:
    """The spells of these whole files, the earliest first; nothing of whom the viewer may not."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM safety_spells(%s, %s)", [list(person_ids), known_at]
        )
        rows = cursor.fetchall()
    found: dict[UUID, list[Known]] = {one: [] for one in person_ids}
    for person, spell, kind, since, until, zone, *looked in rows:
        known = Known(person, spell, kind, since, until, zone or "UTC", *looked)
        found.setdefault(person, []).append(known)
    return found


def spells_of(whole: UUID, *, known_at: datetime) -> list[Known]:
    """The spells of one whole file, the earliest first."""
    return spells_of_all([whole], known_at=known_at)[whole]


def separated_in(establishment: str, *, ended_after: datetime, known_at: datetime) -> list[UUID]:
    """Whose spell runs in this prison, or ended after that moment, within the viewer's reach."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT safety_separated(%s, %s, %s)", [establishment, ended_after, known_at]
        )
        return sorted(one for (one,) in cursor.fetchall())
