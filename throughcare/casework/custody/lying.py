"""How many lie where, by the doors of the database (migration 0004): numbers and no names.

The numbers are of everybody, also of those whose files the viewer may not read. Behind the wall;
asks nobody. For a prison that the viewer does not reach, nothing comes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Lying:
    """People placed, how many of them in a bed that is theirs, and how many are away just now."""

    people: int = 0
    beds: int = 0
    away: int = 0

    def __add__(self, other: Lying) -> Lying:
        return Lying(self.people + other.people, self.beds + other.beds, self.away + other.away)

    @property
    def present(self) -> int:
        """Who should be found there."""
        return self.people - self.away


def lying_in(node: str, *, at: datetime, known_at: datetime | None = None) -> Mapping[int, Lying]:
    """By place, of a place and all under it. `known_at`: as known then; None is at the moment."""
    rows = _rows("SELECT * FROM custody_lying(%s, %s, %s)", node, at, known_at or at)
    return {place: Lying(people, beds, away) for place, people, beds, away in rows}


def lying_in_all(*, at: datetime) -> Mapping[str, int]:
    """People by establishment, wherever the viewer reaches."""
    return dict(_rows("SELECT * FROM custody_lying_in_all(%s, %s)", at, at))


def unplaced(establishment: str, *, at: datetime, known_at: datetime | None = None) -> Lying:
    """Who is held there and lies nowhere."""
    words = "SELECT * FROM custody_unplaced(%s, %s, %s)"
    rows = _rows(words, establishment, at, known_at or at)
    return Lying(rows[0][0], 0, rows[0][1]) if rows else Lying()


def kept_apart_in(person_id: UUID, node: str, *, at: datetime) -> bool:
    """Whether somebody lies there from whom the person must be kept apart."""
    rows = _rows("SELECT custody_kept_apart_in(%s, %s, %s)", person_id, node, at)
    return bool(rows[0][0])


def kept_apart_in_any(person_id: UUID, nodes: Sequence[str], *, at: datetime) -> set[str]:
    """The same of several places of one prison: those where somebody lies."""
    words = "SELECT node FROM unnest(%s::text[]) node WHERE custody_kept_apart_in(%s, node, %s)"
    return {node for (node,) in _rows(words, list(nodes), person_id, at)}


def apart_and_together(establishment: str, *, at: datetime) -> list[tuple[UUID, UUID, str]]:
    """Each two who must be kept apart and share a place, with the place."""
    return _rows("SELECT * FROM custody_apart_and_together(%s, %s)", establishment, at)


def must_be_apart(person_id: UUID, *, at: datetime) -> set[UUID]:
    """Whom the person must be kept apart from, wherever they are held."""
    return {one for (one,) in _rows("SELECT custody_apart(%s, %s)", person_id, at)}


def _rows(words: str, *given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
