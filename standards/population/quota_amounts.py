"""What both halves of `quota` read: the parameters of the checks, and the amounts (2.8)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import Quota
from standards.person.quota import COUNT, UNIT_SIZES
from standards.population.calendar import duration_columns
from standards.population.calendar_tables import PERIOD_KINDS
from standards.population.columns import NONE
from standards.population.facts import Facts, signature_ids, signature_of
from standards.population.stretches import pick


def rules_table(facts: Facts, checks: Sequence[Quota]) -> ir.Table:
    """The parameters of the checks; amounts are weighed in microseconds or as counts."""
    code = facts.names.number
    ids = signature_ids(facts.checks)
    rows = [
        {
            "rule": code(c.rule),
            "sid": ids[signature_of(c)] if c.rolling is None else NONE,
            "amountof": code(c.amount_of),
            "scale": UNIT_SIZES[c.unit],
            "counted": int(c.unit == COUNT),
            "perthing": int(c.is_per_thing),
            "kind": PERIOD_KINDS.get(c.period, NONE),
            "nodata": int(c.unknown_without_data),
            "whole": int(c.min_overlap is None),
            **duration_columns("overlap", c.min_overlap),
        }
        for c in checks
    ]
    bounds = pa.table(
        {
            "rule": pa.array([code(c.rule) for c in checks], pa.int64()),
            "low": pa.array([c.min for c in checks], pa.float64()),
            "high": pa.array([c.max for c in checks], pa.float64()),
        }
    )
    return facts.table(rows, " ".join(rows[0])).join(facts.store.parameters(bounds), "rule")


def amounts(facts: Facts, rules: ir.Table) -> ir.Table:
    """Every amount: a spell as [a0, a1) to be timed, or an event at a0 with its size."""
    wanted = rules.select("amountof", "scale", "counted", "perthing", arule="rule")
    t = facts.live.join(wanted, facts.live.typ == wanted.amountof)
    t = t.filter(~t.uncertain, t.holds, t.t0.notnull())
    end = ibis.least(t.t1.coalesce(facts.as_of), facts.as_of)
    t = t.select(
        "arule", awho="who", akey=pick(t.perthing == 1, t.key, NONE), a0="t0", a1=end,
        timed=t.spell & (t.counted == 0), size=t.amount.coalesce(1.0) * t.scale,
    )  # fmt: skip
    return t.filter(~t.timed | (t.a0 < t.a1))


def apart(timed: ir.Table, whose: list[str]) -> ir.Table:
    """Time is counted once (4.14): what an earlier amount spell covers is cut off."""
    before = ibis.rows_window(preceding=(None, 1), group_by=whose, order_by=["a0", "a1"])
    t = timed.mutate(reached=timed.a1.max().over(before))
    t = t.mutate(a0=ibis.greatest(t.a0, t.reached.coalesce(t.a0)))
    return t.filter(t.a0 < t.a1).drop("reached")
