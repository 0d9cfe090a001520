"""Civil time over columns, without the dates of any database (ADR 0004, 0007).

Databases differ in what a civil day is. So the offsets of each zone are written out day by
day into small tables, and a shift of the clock on the wall is two joins on equal values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.civil import calendar_day, day_number, from_wall, midnight, to_wall
from standards.durations import Duration
from standards.instants import DAY, Instant
from standards.population.stretches import pick


def duration_columns(name: str, duration: Duration | None) -> dict[str, int]:
    """A duration as three columns: months, days, microseconds."""
    value = duration or Duration()
    return {f"{name}_m": value.months, f"{name}_d": value.days, f"{name}_u": value.elapsed}


class Calendar:
    """The tables of offsets, months and periods for some zones and a span of time."""

    def __init__(self, zones: Sequence[str], span: tuple[Instant, Instant], pad_days: int) -> None:
        first, last = span[0] // DAY - pad_days, span[1] // DAY + pad_days
        self.days = range(first, last + 1)
        self.zones = zones
        self.utc_days = _memtable(_utc_days(zones, self.days), "zone day off_a cut off_b")
        self.local_days = _memtable(
            _local_days(zones, self.days), "zone day off_a cut off_b ym dom"
        )
        self.months = _memtable(_months(self.days), "ym first length")
        self.periods = _memtable(_periods(zones, self.days), "kind zone pidx p0 p1 d0 d1")
        self.numbers = _memtable([(n,) for n in range(len(self.days))], "n")

    def keep(self, keep: Callable[[str, ir.Table], ir.Table]) -> None:
        """Let a store compute and hold the tables."""
        for name in ("utc_days", "local_days", "months", "periods", "numbers"):
            setattr(self, name, keep(name, getattr(self, name)))

    def day_of(self, table: ir.Table, moment: str, zone: str, into: str) -> ir.Table:
        """Add the local day number of an instant column."""
        walled = self._walled(table, moment, zone)
        return walled.mutate(**{into: walled.wall_ // DAY}).drop("wall_")

    def shift(
        self,
        table: ir.Table,
        moment: str,
        zone: str,
        duration: str,
        into: str,
        *,
        uses: Sequence[Duration | None],
        back: bool = False,
    ) -> ir.Table:
        """Add a column: the instant shifted by the duration columns `duration_m/_d/_u`.

        `uses` are the durations that can occur, so that joins nobody needs are left out. Rows
        whose duration is elapsed time only go past the joins; so `table` is read twice, and
        should be a kept one where it is dear.
        """
        sign = -1 if back else 1
        real = [use for use in uses if use is not None]
        civil_uses = [use for use in real if use.is_civil]
        plain = table.mutate(**{into: table[moment] + table[f"{duration}_u"] * sign})
        if not civil_uses:
            return plain
        months = any(use.months for use in civil_uses)
        if len(civil_uses) == len(uses):
            return self._shift_civil(table, moment, zone, duration, into, sign, months)
        is_civil = (table[f"{duration}_m"] != 0) | (table[f"{duration}_d"] != 0)
        rest = table.filter(is_civil)
        civil = self._shift_civil(rest, moment, zone, duration, into, sign, months)
        return plain.filter(~is_civil).union(civil[list(plain.columns)])

    def _shift_civil(
        self,
        table: ir.Table,
        moment: str,
        zone: str,
        duration: str,
        into: str,
        sign: int,
        months: bool,
    ) -> ir.Table:
        """Move the clock on the wall, the civil part first (4.21)."""
        t = self._walled(table, moment, zone)
        t = t.mutate(day_=t.wall_ // DAY)
        t = t.mutate(clock_=t.wall_ - t.day_ * DAY)
        if months:
            t = self._add_months(t, zone, duration, sign)
        t = t.mutate(day_=t.day_ + t[f"{duration}_d"] * sign)
        t = t.mutate(wall_=t.day_ * DAY + t.clock_)
        local = self.local_days.select(
            zone_=self.local_days.zone,
            day2_=self.local_days.day,
            off_a_=self.local_days.off_a,
            cut_=self.local_days.cut,
            off_b_=self.local_days.off_b,
        )
        t = t.join(local, [t[zone] == local.zone_, t.day_ == local.day2_])
        civil = t.wall_ - pick(t.wall_ < t.cut_, t.off_a_, t.off_b_)
        t = t.mutate(**{into: civil + t[f"{duration}_u"] * sign})
        return t.drop("zone_", "day2_", "off_a_", "cut_", "off_b_", "day_", "clock_", "wall_")

    def midnight_of(self, table: ir.Table, day: str, zone: str, into: str) -> ir.Table:
        """Add the instant at which a local day number begins."""
        local = self.local_days.select(
            zone_=self.local_days.zone,
            day2_=self.local_days.day,
            start_=self.local_days.day * DAY
            - pick(
                self.local_days.day * DAY < self.local_days.cut,
                self.local_days.off_a,
                self.local_days.off_b,
            ),
        )
        t = table.join(local, [table[zone] == local.zone_, table[day] == local.day2_])
        return t.mutate(**{into: t.start_}).drop("zone_", "day2_", "start_")

    def _walled(self, table: ir.Table, moment: str, zone: str) -> ir.Table:
        """Add `wall_`: what the clock in the zone shows."""
        utc = self.utc_days.select(
            zone_=self.utc_days.zone,
            day2_=self.utc_days.day,
            off_a_=self.utc_days.off_a,
            cut_=self.utc_days.cut,
            off_b_=self.utc_days.off_b,
        )
        t = table.join(utc, [table[zone] == utc.zone_, table[moment] // DAY == utc.day2_])
        t = t.mutate(wall_=t[moment] + pick(t[moment] < t.cut_, t.off_a_, t.off_b_))
        return t.drop("zone_", "day2_", "off_a_", "cut_", "off_b_")

    def _add_months(self, t: ir.Table, zone: str, duration: str, sign: int) -> ir.Table:
        """Move `day_` by months; the last day of a month that is too short."""
        local = self.local_days.select(
            zone_=self.local_days.zone,
            day2_=self.local_days.day,
            ym_=self.local_days.ym,
            dom_=self.local_days.dom,
        )
        t = t.join(local, [t[zone] == local.zone_, t.day_ == local.day2_])
        months = self.months.select(
            ym2_=self.months.ym, first_=self.months.first, length_=self.months.length
        )
        t = t.join(months, [t.ym_ + t[f"{duration}_m"] * sign == months.ym2_])
        t = t.mutate(day_=t.first_ + ibis.least(t.dom_, t.length_) - 1)
        return t.drop("zone_", "day2_", "ym_", "dom_", "ym2_", "first_", "length_")


def _memtable(rows: Sequence[tuple[int, ...]], columns: str) -> ir.Table:
    names = columns.split()
    arrays: list[Any] = list(zip(*rows, strict=True)) if rows else [() for _ in names]
    data = {name: pa.array(column, pa.int64()) for name, column in zip(names, arrays, strict=True)}
    return ibis.memtable(pa.table(data))


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
