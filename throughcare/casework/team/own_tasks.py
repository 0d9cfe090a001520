"""The tasks that were given to somebody, through the door of the wall. Behind it; asks nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.question import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A decision as a task. `came`: what came of it; empty while it is open."""

    id: UUID
    person_id: UUID
    meeting_id: UUID
    establishment: str
    words: str
    due_at: datetime
    decided_at: datetime
    came: str
    ended_at: datetime | None
    owner: str = ""

    def late(self, *, at: datetime) -> bool:
        """Whether its day has passed and nobody said what came of it."""
        return not self.came and self.due_at < at


def own_tasks(viewer: Viewer) -> Sequence[Task]:
    """Every task of this human being about somebody within reach, the first due first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM team_tasks(%s) ORDER BY due_at, decision", [viewer.account])
        rows = cursor.fetchall()
    return [
        Task(
            id=task, person_id=person, meeting_id=met, establishment=place, words=words,
            due_at=due_at, decided_at=decided_at, came=came or "", ended_at=ended_at,
            owner=str(viewer.account),
        )
        for task, person, met, place, words, due_at, decided_at, came, ended_at in rows
    ]  # fmt: skip
