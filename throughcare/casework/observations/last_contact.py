"""When somebody last had a meaningful contact, and who the personal officer is: by the door.

For whoever reads or adds there. Moments and an account, and no word of what was said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.observations.values import contact_every, meaningful


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact:
    """Of one person. `officer` is an account, empty where nobody is it; `last` None where none.

    `counted_from`: the last contact or the admission, whichever is later; None out of custody.
    """

    person: UUID
    officer: str
    last: datetime | None
    counted_from: datetime | None

    def due(self, *, separated_since: datetime | None) -> datetime | None:
        """Until when the prison owes the person a contact: within a week, daily in separation."""
        if self.counted_from is None:
            return None
        weekly = self.counted_from + contact_every(separated=False)
        if separated_since is None:
            return weekly
        daily = max(self.counted_from, separated_since) + contact_every(separated=True)
        return min(weekly, daily)


def last_contacts(person_ids: Collection[UUID], *, at: datetime) -> dict[UUID, LastContact]:
    """Of each of these whole files that the viewer reaches. Behind the wall; asks nobody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, officer, last, counted_from FROM observations_contacts(%s, %s, %s)",
            [list(person_ids), at, sorted(meaningful())],
        )
        rows = cursor.fetchall()
    return {
        person: LastContact(person=person, officer=officer or "", last=last, counted_from=since)
        for person, officer, last, since in rows
    }
