"""Requests for health staff that no visit answers yet, as the door tells them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody asked for health staff, and nobody has written that they came."""

    person: UUID
    id: UUID
    at: datetime
    asked_by: str


def requests_of(person_ids: Collection[UUID], *, known_at: datetime) -> list[Waiting]:
    """The open requests of these whole files within the viewer's reach, the earliest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, id, at, asked_by FROM safety_requests(%s, %s)",
            [list(person_ids), known_at],
        )
        return [Waiting(*row) for row in cursor.fetchall()]
