"""The morning of one establishment: what is broken, due today, due soon; counted, and a page of it.

Counted and cut in the database: a large prison has more open duties than a page could be made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
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
class Neglect:
    """What counts as long overdue, and how many of it are listed."""

    longer: timedelta
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A page of rows, and what there is in all. Rows whose ground is hidden count under no rule.

    `by_when` and `by_rule` count what the other part of the filter leaves. `waiting`: files that
    changed and are not judged yet. `neglected`: what has been overdue for long, the longest first,
    whoever may cure it; `long_overdue` counts it. Both are empty where nobody asked for them.
    """

    rows: Sequence[Duty]
    total: int
    by_when: Mapping[str, int]
    by_rule: Mapping[str, int]
    waiting: int
    neglected: Sequence[Duty]
    long_overdue: int


# One statement: what is open is looked through once, in the few columns that sorting and counting
# need, for the page, the counts and what is long overdue. Only what is listed is then read whole.
# What a row is for stands in its first column; after the words of a count all is empty.
_COLUMNS: Final = """finding, person, house, about, rule, status, severity, since, until, flags,
    key, duty, evidence, first, hidden, mine"""
_OPEN: Final = f"""
WITH thin AS MATERIALIZED (
    SELECT finding, rule, mine, gravity, past, coalesce(until, since) AS ends,
        CASE status WHEN 'due' THEN until ELSE since END AS late,
        CASE WHEN status = 'breached' OR until < %(at)s THEN 'overdue'
            WHEN until <= %(tonight)s THEN 'today' ELSE 'week' END AS part
    FROM duties_open_briefly_at(%(place)s, %(horizon)s)
), open AS NOT MATERIALIZED (SELECT * FROM thin WHERE mine OR NOT %(mine)s
), wanted AS NOT MATERIALIZED (
    SELECT *, CASE WHEN part = 'overdue' THEN gravity END AS first,
        part = 'overdue' AND past IS TRUE AS over
    FROM open WHERE (part = %(when)s OR %(when)s = '') AND (rule = %(rule)s OR %(rule)s = '')
), page AS MATERIALIZED (
    SELECT finding FROM wanted
    ORDER BY part <> 'overdue', over, first, ends NULLS LAST, rule, finding
    OFFSET %(first)s LIMIT %(most)s
), neglected AS MATERIALIZED (
    SELECT finding FROM thin WHERE late <= %(before)s
    ORDER BY late, gravity, finding LIMIT %(most_late)s
), listed AS MATERIALIZED (
    SELECT 'row' AS what, finding, row_number() OVER () AS place FROM page
    UNION ALL SELECT 'neglected', finding, row_number() OVER () FROM neglected
), whole AS MATERIALIZED (
    SELECT * FROM duties_open_at(
        %(place)s, %(horizon)s, (SELECT coalesce(array_agg(finding), '{{}}') FROM listed))
), counted (what, word, number) AS (
    SELECT 'total', '', count(*) FROM wanted
    UNION ALL SELECT 'late', '', count(*) FROM thin WHERE late <= %(before)s
    UNION ALL SELECT 'when', part, count(*) FROM open
        WHERE rule = %(rule)s OR %(rule)s = '' GROUP BY part
    UNION ALL SELECT 'rule', coalesce(rule, ''), count(*) FROM open
        WHERE part = %(when)s OR %(when)s = '' GROUP BY rule
)
SELECT c.what, c.word, c.number, {_COLUMNS} FROM counted c LEFT JOIN whole ON false
UNION ALL
SELECT what, NULL, place, {_COLUMNS} FROM listed JOIN whole USING (finding)
ORDER BY 1, 3
"""


@entering
def morning(
    viewer: Viewer, place: str, *, at: datetime, tonight: datetime, horizon: datetime,
    wanted: Wanted, first: int, most: int, neglect: Neglect | None = None,
) -> Morning:  # fmt: skip
    """What the viewer may see of what is open at a place until the horizon, the gravest first.

    What is overdue from a stay that is over follows after that of the present one: it is still to
    be answered for, and nobody is served any more by doing it first.
    """
    waiting = still_waiting_at(place, at=at)
    told: dict[str, Any] = {
        "place": place, "at": at, "tonight": tonight, "horizon": horizon, "when": wanted.when,
        "rule": wanted.rule, "mine": wanted.mine, "first": first, "most": most,
        "before": None if neglect is None else at - neglect.longer,
        "most_late": 0 if neglect is None else neglect.most,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, told)
        found = cursor.fetchall()
    rows = {
        what: [duty_from(row[3:], at=at) for row in found if row[0] == what]
        for what in ("row", "neglected")
    }
    counts = {
        what: {word: number for kind, word, number, *_rest in found if kind == what}
        for what in ("total", "late", "when", "rule")
    }
    return Morning(
        rows=rows["row"], total=counts["total"][""], waiting=waiting, by_when=counts["when"],
        by_rule=counts["rule"], neglected=rows["neglected"], long_overdue=counts["late"][""],
    )  # fmt: skip
