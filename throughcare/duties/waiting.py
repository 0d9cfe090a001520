"""Which files wait to be judged: something was written, a moment has come, the rules are others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from throughcare.duties.rules import asked_on

# By the newest mark, so that whoever just wrote sees the answer on the next page.
_MARKED: Final = """
SELECT people_whole(m.person) FROM (
    SELECT person, max(id) AS newest FROM duties_mark WHERE person IS NOT NULL
    GROUP BY person ORDER BY 2 DESC LIMIT %(most)s
) m LEFT JOIN duties_judged j ON j.person_id = people_whole(m.person)
WHERE %(within)s::int IS NULL OR coalesce(j.took_ms, 0) <= %(within)s
"""
_DUE: Final = """
SELECT person_id FROM duties_judged
WHERE look_again <= %(at)s AND person_id IS NOT NULL ORDER BY look_again LIMIT %(most)s
"""
_AMONG: Final = """
SELECT p.id FROM unnest(%(wholes)s::uuid[]) one JOIN people_person p ON p.id = one
LEFT JOIN duties_judged j ON j.person_id = one
WHERE j.id IS NULL OR j.rules <> %(rules)s OR j.look_again <= %(at)s
    OR EXISTS (SELECT FROM duties_mark m WHERE m.person = one)
    OR EXISTS (
        SELECT FROM people_merge x JOIN duties_mark m ON m.person = x.merged_id
        WHERE x.undone_at IS NULL AND people_whole(x.merged_id) = one
    )
"""


_HOUSES: Final = """
SELECT one FROM unnest(%(houses)s::text[]) one LEFT JOIN duties_judged j ON j.house = one
WHERE j.id IS NULL OR j.rules <> %(rules)s OR j.look_again <= %(at)s
    OR EXISTS (SELECT FROM duties_mark m WHERE m.house = one)
"""
_NEXT_HOUSE: Final = """
SELECT k.path FROM kernel_place k LEFT JOIN duties_judged j ON j.house = k.path
WHERE k.kind = 'establishment' AND (j.id IS NULL OR j.judged_at < %(before)s) AND (
    j.id IS NULL OR j.look_again <= %(at)s
    OR EXISTS (SELECT FROM duties_mark m WHERE m.house = k.path))
ORDER BY j.judged_at NULLS FIRST, k.path LIMIT 1
"""
_AT: Final = "SELECT * FROM duties_waiting_at(%s, %s, %s)"


def longest_waiting(most: int, *, at: datetime, within_ms: int | None = None) -> list[UUID]:
    """Up to so many whole files in which something was written, or whose moment has come.

    `within_ms`: only files that were written in, and took no longer the last time.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MARKED, {"most": most, "within": within_ms})
        found = [row[0] for row in cursor.fetchall()]
        if len(found) < most and within_ms is None:
            cursor.execute(_DUE, {"at": at, "most": most - len(found)})
            found += [row[0] for row in cursor.fetchall()]
    return sorted(set(found))


def waiting_among(wholes: Sequence[UUID] | Collection[UUID], *, at: datetime) -> list[UUID]:
    """Those of these whole files whose kept answer may be old."""
    told: dict[str, Any] = {"wholes": list(wholes), "rules": asked_on(at.date()).digest, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(_AMONG, told)
        return [row[0] for row in cursor.fetchall()]


def waiting_at(place: str, *, at: datetime) -> list[UUID]:
    """Those held at an establishment whose kept answer may be old."""
    with connection.cursor() as cursor:
        cursor.execute(_AT, [place, at, asked_on(at.date()).digest])
        return [row[0] for row in cursor.fetchall()]


def waiting_houses(houses: Sequence[str], *, at: datetime) -> list[str]:
    """Those of these establishments whose kept answer may be old."""
    told: dict[str, Any] = {"houses": list(houses), "rules": asked_on(at.date()).digest, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(_HOUSES, told)
        return [row[0] for row in cursor.fetchall()]


def all_houses() -> list[str]:
    """Every establishment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path FROM kernel_place WHERE kind = 'establishment' ORDER BY path")
        return [row[0] for row in cursor.fetchall()]


def next_waiting_house(*, at: datetime, judged_before: datetime) -> str | None:
    """The establishment that was judged longest ago of those that wait."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT_HOUSE, {"at": at, "before": judged_before})
        found = cursor.fetchone()
    return None if found is None else str(found[0])
