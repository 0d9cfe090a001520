"""The ground of all queries: the records that count, the calendar, a place to keep tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import Check
from standards.durations import Duration
from standards.groups import ADULTS
from standards.instants import DAY, Instant
from standards.population.calendar import Calendar
from standards.population.columns import NONE, Columns
from standards.population.stretches import absent

# The columns of a table of stretches, beside those that say whose they are.
STRETCH = ("start", "end", "zone", "inferred", "plan", "nolog", "presumed")
_DAYS_A_MONTH = 31
_SLACK_DAYS = 70


class Store(Protocol):
    """Where intermediate tables are kept: a connection that makes temporary tables."""

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        """Compute the table once and give it back to be read."""


class Ground:
    """What is known of an archive as of one moment (patterns.md 1.2)."""

    def __init__(
        self,
        columns: Columns,
        checks: Sequence[Check],
        store: Store,
        *,
        as_of: Instant,
        known_at: Instant,
        adult_if_unknown: bool,
    ) -> None:
        self.columns = columns
        self.names = columns.names
        self.checks = checks
        self.store = store
        self.as_of = as_of
        self.known_at = known_at
        self.adult_if_unknown = adult_if_unknown
        self.calendar = _calendar(columns, checks, as_of)
        self.calendar.keep(store.keep)
        self.live = store.keep("live", self._live())
        self.everybody = store.keep("everybody", self.live.select("who").distinct())

    def _live(self) -> ir.Table:
        """The records that count, with `holds`: false for a spell that holds at no instant."""
        r = self.columns.records
        entered = r.filter(
            r.known.isnull() | (r.known <= self.known_at),
            r.voided.isnull() | (r.voided > self.known_at),
        )
        corrected = (
            entered.filter(entered.supersedes != NONE)
            .select(whose=entered.who, old=entered.supersedes)
            .distinct()
        )
        live = entered.anti_join(
            corrected, [entered.who == corrected.whose, entered.name == corrected.old]
        )
        live = live.filter(live.t0.isnull() | (live.t0 <= self.as_of))
        return live.mutate(holds=~live.spell | live.t1.isnull() | (live.t1 > live.t0)).drop(
            "name", "voided", "supersedes"
        )

    def of(self, *types: str) -> ir.Table:
        """The live records of some types."""
        codes = [self.names.number(name) for name in types]
        return self.live.filter(self.live.typ.isin(codes))

    def table(self, rows: Sequence[Mapping[str, Any]], columns: str) -> ir.Table:
        """A small table of whole numbers, such as the parameters of rules."""
        data = {n: pa.array([row[n] for row in rows], pa.int64()) for n in columns.split()}
        return ibis.memtable(pa.table(data))


def plain_stretch(start: Any, end: Any, zone: Any, presumed: Any = False) -> dict[str, Any]:
    """The columns of a stretch as written: nothing inferred, planned or flagged."""
    return {
        "start": _whole(start),
        "end": _whole(end),
        "zone": _whole(zone),
        "inferred": ibis.literal(False),
        "plan": absent(),
        "nolog": ibis.literal(False),
        "presumed": ibis.literal(presumed) if isinstance(presumed, bool) else presumed,
    }


def _whole(value: Any) -> Any:
    return ibis.literal(value, "int64") if isinstance(value, int) else value.cast("int64")


def _calendar(columns: Columns, checks: Sequence[Check], as_of: Instant) -> Calendar:
    """Far enough on both sides for every shift that a check can ask."""
    lengths = [
        value.months * _DAYS_A_MONTH + value.days + value.elapsed // DAY + 1
        for check in checks
        for name in check.__dataclass_fields__
        if isinstance(value := getattr(check, name), Duration)
    ]
    first, last = min(columns.span[0], as_of), max(columns.span[1], as_of)
    if columns.first_of_age is not None and any(check.group == ADULTS for check in checks):
        # Custody whose beginning is not recorded begins, for adults, when they came of age.
        first = min(first, columns.first_of_age)
    return Calendar(columns.zones, (first, last), 3 * max(lengths, default=0) + _SLACK_DAYS)
