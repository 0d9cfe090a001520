"""The ground of all queries: the records that count, the calendar, a place to keep tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import Check
from standards.durations import Duration
from standards.instants import DAY
from standards.population.calendar import Calendar
from standards.population.columns import NONE, Names, named_tables
from standards.population.stretches import absent
from standards.records import reaching

# The columns of a table of stretches, beside those that say whose they are.
STRETCH = ("start", "end", "zone", "inferred", "plan", "nolog", "presumed")
_DAYS_A_MONTH = 31
_SLACK_DAYS = 70


# Marks that stand for the moment in a published query, until it is asked about one.
AS_OF = 1_111_111_111_111_111_111
KNOWN_AT = 1_222_222_222_222_222_222
LAST_ENTRY = 1_333_333_333_333_333_333  # the earlier of the two
HOME_ZONE = 1_444_444_444_444_444_444


class Store(Protocol):
    """Takes the queries down, one table after the other."""

    def keep(self, name: str, table: ir.Table) -> ir.Table:
        """A table to be computed once; gives it back as a name."""

    def parameters(self, table: pa.Table) -> ir.Table:
        """A small table of the rules' parameters; gives it back as a name."""


class Ground:
    """What is known of an archive as of one moment (patterns.md 1.2)."""

    as_of, known_at, last_entry, home_zone = AS_OF, KNOWN_AT, LAST_ENTRY, HOME_ZONE

    def __init__(
        self, checks: Sequence[Check], names: Names, store: Store, *, adult_if_unknown: bool
    ) -> None:
        self.checks = checks
        self.names = names
        self.store = store
        self.adult_if_unknown = adult_if_unknown
        self.calendar = Calendar()
        tables = named_tables()
        self.records, self.fields = tables["records"], tables["fields"]
        self.persons, self.places, self.nodes = (
            tables["persons"],
            tables["places"],
            tables["nodes"],
        )
        self.live = store.keep("live", self._live())
        self.everybody = store.keep("everybody", self.live.select("who").distinct())

    def _live(self) -> ir.Table:
        """The records that count, with `holds`: false for a spell that holds at no instant."""
        r = self.records
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

    def excepting(self, names: Iterable[tuple[str, str | None]]) -> ir.Table:
        """The live records, own and of places, that keep a duty of a rule from arising: + xrule.

        `names` are pairs of a rule and the name of its exemption, excuse or `unless`.
        """
        code = self.names.number
        rows = [
            {"xrule": code(rule), "xtyp": code(kind)}
            for rule, name in names
            if name is not None
            for kind in (name, reaching(name))
        ]
        wanted = self.table(rows, "xrule xtyp")
        return self.live.join(wanted, self.live.typ == wanted.xtyp)

    def table(self, rows: Sequence[Mapping[str, Any]], columns: str) -> ir.Table:
        """A small table of whole numbers, such as the parameters of rules."""
        data = {n: pa.array([row[n] for row in rows], pa.int64()) for n in columns.split()}
        return self.store.parameters(pa.table(data))


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


def pad_days(checks: Sequence[Check]) -> int:
    """How far around the records the calendar must reach, for every shift a check can ask."""
    lengths = [
        value.months * _DAYS_A_MONTH + value.days + value.elapsed // DAY + 1
        for check in checks
        for name in check.__dataclass_fields__
        if isinstance(value := getattr(check, name), Duration)
    ]
    return 3 * max(lengths, default=0) + _SLACK_DAYS
