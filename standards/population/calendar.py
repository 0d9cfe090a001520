"""Civil time over columns, without the dates of any database (ADR 0004, 0007).

Databases differ in what a civil day is. So the offsets of each zone are written out day by
day into small tables, and a shift of the clock on the wall is two joins on equal values.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.durations import Duration
from standards.instants import DAY
from standards.population.calendar_tables import CALENDAR_COLUMNS
from standards.population.stretches import pick


def duration_columns(name: str, duration: Duration | None) -> dict[str, int]:
    """A duration as three columns: months, days, microseconds."""
    value = duration or Duration()
    return {f"{name}_m": value.months, f"{name}_d": value.days, f"{name}_u": value.elapsed}


class Calendar:
    """Civil time as expressions over the tables of calendar_tables.py."""

    def __init__(self) -> None:
        self.utc_days = _named("utc_days")
        self.local_days = _named("local_days")
        self.months = _named("months")
        self.periods = _named("periods")
        self.numbers = _named("numbers")

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


def _named(name: str) -> ir.Table:
    return ibis.table(dict.fromkeys(CALENDAR_COLUMNS[name].split(), "int64"), name=name)
