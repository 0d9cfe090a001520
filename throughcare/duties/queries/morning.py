"""The morning of one establishment: what is broken, due today, due soon; counted, and a page of it.

Counted and cut in the database: a large prison has more open duties than a page could be made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.duties.queries.at_place import still_waiting_at
from throughcare.duties.queries.duty import Duty, duty_from

OVERDUE, TODAY, WEEK = "overdue", "today", "week"
WHENS: Final = (OVERDUE, TODAY, WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows: of one part of the week, of one rule, only what the viewer may cure."""

    when: str = ""
    rule: str = ""
    mine: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A page of rows, and what there is in all. Rows whose ground is hidden count under no rule.

    `by_when` and `by_rule` count what the other part of the filter leaves. `waiting`: files that
    changed and are not judged yet.
    """

    rows: Sequence[Duty]
    total: int
    by_when: Mapping[str, int]
    by_rule: Mapping[str, int]
    waiting: int


# One statement: what is open is looked through once, for the page and for the counts. A row of a
# count has its words before nothing but empty columns, and comes first.
_COLUMNS: Final = """finding, person, house, about, rule, status, severity, since, until, flags,
    key, duty, evidence, first, hidden, mine"""
_OPEN: Final = f"""
WITH open AS MATERIALIZED (
    SELECT d.*, CASE WHEN d.status = 'breached' OR d.until < %(at)s THEN 'overdue'
        WHEN d.until <= %(tonight)s THEN 'today' ELSE 'week' END AS part
    FROM duties_open_at(%(place)s, %(horizon)s) d WHERE d.mine OR NOT %(mine)s
), wanted AS (
    SELECT * FROM open WHERE (part = %(when)s OR %(when)s = '')
        AND (rule = %(rule)s OR %(rule)s = '')
), past AS MATERIALIZED (
    SELECT duties_of_past_stays(array_agg(finding), array_agg(person),
        array_agg(coalesce(duty, since))) AS finding
    FROM wanted WHERE part = 'overdue' AND person IS NOT NULL
), page AS (
    SELECT w.*, row_number() OVER (ORDER BY part <> 'overdue', p.finding IS NOT NULL,
        CASE WHEN part = 'overdue' THEN array_position(
            ARRAY['critical', 'high', 'medium', 'low'], severity) END,
        coalesce(until, since) NULLS LAST, rule, w.finding) AS place
    FROM wanted w LEFT JOIN past p USING (finding)
    ORDER BY place OFFSET %(first)s LIMIT %(most)s
), counted (counts, word, number) AS (
    SELECT '', '', count(*) FROM wanted
    UNION ALL SELECT 'when', part, count(*) FROM open
        WHERE rule = %(rule)s OR %(rule)s = '' GROUP BY part
    UNION ALL SELECT 'rule', coalesce(rule, ''), count(*) FROM open
        WHERE part = %(when)s OR %(when)s = '' GROUP BY rule
)
SELECT counts, word, number, {_COLUMNS} FROM (
    SELECT c.*, r.* FROM counted c LEFT JOIN page r ON false
    UNION ALL SELECT NULL, NULL, NULL, r.* FROM page r
) all_of_it ORDER BY place NULLS FIRST
"""


@entering
def morning(
    viewer: Viewer, place: str, *, at: datetime, tonight: datetime, horizon: datetime,
    wanted: Wanted, first: int, most: int,
) -> Morning:  # fmt: skip
    """What the viewer may see of what is open at a place until the horizon, the gravest first.

    What is overdue from a stay that is over follows after that of the present one: it is still to
    be answered for, and nobody is served any more by doing it first.
    """
    waiting = still_waiting_at(place, at=at)
    told: dict[str, Any] = {
        "place": place, "at": at, "tonight": tonight, "horizon": horizon, "when": wanted.when,
        "rule": wanted.rule, "mine": wanted.mine, "first": first, "most": most,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, told)
        found = cursor.fetchall()
    counts = [row[:3] for row in found if row[0] is not None]
    rows = [duty_from(row[3:], at=at) for row in found if row[0] is None]
    return Morning(
        rows=rows, total=next(n for kind, _name, n in counts if not kind), waiting=waiting,
        by_when={name: n for kind, name, n in counts if kind == "when"},
        by_rule={name: n for kind, name, n in counts if kind == "rule"},
    )  # fmt: skip
