"""Rule by rule, at one establishment: how much is broken, due and judged, and for whom.

Numbers are for those who read files of the whole establishment, and count only what the same viewer
may see in full: where a wall hides the ground of a finding, it counts under no rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.queries.at_place import still_waiting_at
from throughcare.duties.queries.duty import Duty, duty_from
from throughcare.duties.queries.of_person import urgency
from throughcare.kernel.models import Place, PlaceKind
from throughcare.register.actions import record

MOST: Final = 200  # cases of one list
# The same door as the morning's: it hides what this viewer may not see, and the rule of it.
_OPEN: Final = """
SELECT rule, count(*) FILTER (WHERE late), count(*) FILTER (WHERE NOT late) FROM (
    SELECT d.rule, d.status = 'breached' OR d.until < %s AS late
    FROM duties_open_at(%s, 'infinity') d WHERE d.hidden = '{}'
) open GROUP BY rule
"""
_OF_RULE: Final = """
SELECT d.*, count(*) OVER () FROM duties_open_at(%s, 'infinity') d
WHERE d.rule = %s AND d.hidden = '{}'
ORDER BY d.status <> 'breached', coalesce(d.until, d.since), d.finding LIMIT %s
"""
# File by file, which OFFSET 0 holds the planner to: it would read every finding of the country.
_JUDGED: Final = """
SELECT f.rule, count(*), count(*) FILTER (WHERE f.status = 'unknown')
FROM people_person p CROSS JOIN LATERAL (
    SELECT k.rule, k.status, k.first, k.within, k.answered
    FROM duties_keptfinding k WHERE k.person_id = p.id OFFSET 0
) f
WHERE p.held_at = %(place)s AND p.id <> ALL (%(barred)s::uuid[])
    AND f.first = ANY (%(whole)s) AND f.within <@ %(whole)s::text[]
    AND f.answered <@ (%(whole)s::text[] || %(short)s::text[])
GROUP BY f.rule
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleState:
    """How many duties under one rule are late or broken now, due, judged in all, not known."""

    broken: int = 0
    due: int = 0
    judged: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHouse:
    """The state of every rule at an establishment. `waiting`: files not judged since a change."""

    rules: Mapping[str, RuleState]
    waiting: int


@dataclass(frozen=True, slots=True)
class Cases:
    """Those for whom one rule is broken or due, the longest first; `total` of all."""

    rows: list[Duty]
    total: int


def houses_with_numbers(viewer: Viewer, *, at: datetime) -> list[str]:
    """The establishments whose files this viewer reads whole, each by its code."""
    reach = scope_of(viewer, Compartment.ID, Act.READ, at=at)
    asked = Place.objects.filter(kind=PlaceKind.ESTABLISHMENT, used_until=None)
    if not reach.everything:
        asked = asked.filter(path__in=reach.establishments)
    return list(asked.order_by("path").values_list("path", flat=True))


@entering
def states_at(viewer: Viewer, place: str, *, at: datetime) -> AtHouse:
    """What stands under each rule at a place. Raises NotThere for whom it has no numbers."""
    _need_numbers(viewer, place, at=at)
    waiting = still_waiting_at(place, at=at)
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [at, place])
        open_now = {rule: (late, due) for rule, late, due in cursor.fetchall()}
    judged = _judged(viewer, place, at=at)
    rules = {
        rule: RuleState(
            broken=open_now.get(rule, (0, 0))[0], due=open_now.get(rule, (0, 0))[1],
            judged=judged.get(rule, (0, 0))[0], unknown=judged.get(rule, (0, 0))[1],
        )
        for rule in {*open_now, *judged}
    }  # fmt: skip
    return AtHouse(rules=rules, waiting=waiting)


@entering
def cases_of(viewer: Viewer, rule: str, place: str, *, at: datetime) -> Cases:
    """For whom one rule is broken or due at a place; leaves an entry. Raises NotThere."""
    _need_numbers(viewer, place, at=at)
    still_waiting_at(place, at=at)
    with connection.cursor() as cursor:
        cursor.execute(_OF_RULE, [place, rule, MOST])
        found = cursor.fetchall()
    rows = [duty_from(row[:-1], at=at) for row in found]
    leave = standing(viewer, at=at)
    record(
        event="read.rule", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.ID,
        content={"rule": rule, "place": place,
                 "listed": sorted({str(one.person) for one in rows if one.person})},
    )  # fmt: skip
    return Cases(sorted(rows, key=urgency), found[0][-1] if found else 0)


def seen_whole(viewer: Viewer, place: str, *, at: datetime) -> frozenset[Compartment]:
    """The compartments that this viewer reads whole in every file of an establishment."""
    return frozenset(one for one in Compartment if _at(viewer, one, Act.READ, place, at=at))


def _judged(viewer: Viewer, place: str, *, at: datetime) -> dict[str, tuple[int, int]]:
    """All that was judged, with the eyes of the engine: as the door counts, what is over too.

    Only findings of which nothing is hidden from this viewer.
    """
    whole = seen_whole(viewer, place, at=at)
    short = [one for one in Compartment if _at(viewer, one, Act.READ_REDACTED, place, at=at)]
    barred = scope_of(viewer, Compartment.ID, Act.READ, at=at).barred
    told: dict[str, Any] = {
        "place": place, "barred": list(barred), "whole": sorted(whole), "short": short
    }  # fmt: skip
    with engine_eyes(), connection.cursor() as cursor:
        cursor.execute(_JUDGED, told)
        return {rule: (judged, unknown) for rule, judged, unknown in cursor.fetchall()}


def _need_numbers(viewer: Viewer, place: str, *, at: datetime) -> None:
    if place not in houses_with_numbers(viewer, at=at):
        raise NotThere


def _at(viewer: Viewer, code: Compartment, act: Act, place: str, *, at: datetime) -> bool:
    if code is Compartment.AGG:
        return False
    return scope_of(viewer, code, act, at=at).admits(None, place)
