"""The tables behind civil time over columns: the offsets of each zone, day by day (ADR 0004)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pyarrow as pa

from standards.civil import calendar_day, day_number, from_wall, midnight, to_wall
from standards.instants import DAY, Instant

CALENDAR_COLUMNS = {
    "utc_days": "zone day off_a cut off_b",
    "local_days": "zone day off_a cut off_b ym dom",
    "months": "ym first length",
    "periods": "kind zone pidx p0 p1 d0 d1",
    "numbers": "n",
}


def calendar_tables(
    zones: Sequence[str], span: tuple[Instant, Instant], pad_days: int
) -> dict[str, pa.Table]:
    """The tables of offsets, months and periods for some zones and a span of time."""
    days = range(span[0] // DAY - pad_days, span[1] // DAY + pad_days + 1)
    rows: dict[str, Sequence[tuple[int, ...]]] = {
        "utc_days": _utc_days(zones, days),
        "local_days": _local_days(zones, days),
        "months": _months(days),
        "periods": _periods(zones, days),
        "numbers": [(number,) for number in range(len(days))],
    }
    return {name: _table(name, rows[name]) for name in CALENDAR_COLUMNS}


def _table(name: str, rows: Sequence[tuple[int, ...]]) -> pa.Table:
    names = CALENDAR_COLUMNS[name].split()
    columns = list(zip(*rows, strict=True))
    return pa.table(
        {n: pa.array(column, pa.int64()) for n, column in zip(names, columns, strict=True)}
    )


def _offset(instant: Instant, zone: str) -> int:
    return to_wall(instant, zone) - instant


def _utc_days(zones: Sequence[str], days: range) -> list[tuple[int, ...]]:
    """For each UTC day: the offset before and after the one change it may hold."""
    rows: list[tuple[int, ...]] = []
    for number, zone in enumerate(zones):
        before = _offset(days[0] * DAY, zone)
        for day in days:
            after = _offset((day + 1) * DAY, zone)
            cut = (day + 1) * DAY if after == before else _change(day * DAY, zone)
            rows.append((number, day, before, cut, after))
            before = after
    return rows


def _change(start: Instant, zone: str) -> Instant:
    """The instant within a day at which the offset changes."""
    low, high = start, start + DAY
    first = _offset(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(middle, zone) == first:
            low = middle
        else:
            high = middle
    return high


def _local_days(zones: Sequence[str], days: range) -> list[tuple[int, ...]]:
    """For each local day: which offset to take away before and after a reading `cut`."""
    rows: list[tuple[int, ...]] = []
    for number, zone in enumerate(zones):
        start = days[0] * DAY
        before = start - from_wall(start, zone)
        for day in days:
            on = calendar_day(day)
            end = (day + 1) * DAY
            after = end - from_wall(end, zone)
            cut = end if after == before else _wall_change(day * DAY, before, zone)
            rows.append((number, day, before, cut, after, on.year * 12 + on.month - 1, on.day))
            before = after
    return rows


def _wall_change(start: int, first: int, zone: str) -> int:
    """The first reading of the day that takes the later offset."""
    low, high = start, start + DAY
    while high - low > 1:
        middle = (low + high) // 2
        if middle - from_wall(middle, zone) == first:
            low = middle
        else:
            high = middle
    return high


def _months(days: range) -> list[tuple[int, ...]]:
    first, last = calendar_day(days[0]), calendar_day(days[-1])
    rows: list[tuple[int, ...]] = []
    for index in range(first.year * 12 - 12, last.year * 12 + 24):
        start = _month_first(index)
        rows.append((index, start, _month_first(index + 1) - start))
    return rows


def _month_first(index: int) -> int:
    return day_number(date(index // 12, index % 12 + 1, 1))


PERIOD_KINDS = {"local_day": 0, "local_week": 1, "local_month": 2}


def _periods(zones: Sequence[str], days: range) -> list[tuple[int, ...]]:
    """Every local day, week and month: its number, bounds and days."""
    rows: list[tuple[int, ...]] = []
    for number, zone in enumerate(zones):
        for kind, index, first, after in _spans(days):
            rows.append(
                (kind, number, index, midnight(first, zone), midnight(after, zone), first, after)
            )
    return rows


def _spans(days: range) -> Iterator[tuple[int, int, int, int]]:
    for day in days:
        yield PERIOD_KINDS["local_day"], day, day, day + 1
    for week in range((days[0] + 3) // 7, (days[-1] + 3) // 7 + 1):
        yield PERIOD_KINDS["local_week"], week, week * 7 - 3, week * 7 + 4
    start = calendar_day(days[0])
    end = calendar_day(days[-1])
    for index in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield PERIOD_KINDS["local_month"], index, _month_first(index), _month_first(index + 1)
