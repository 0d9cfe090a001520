"""`max_duration` over columns (patterns.md 2.3)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import MaxDuration
from standards.instants import OPEN
from standards.population.calendar import duration_columns
from standards.population.facts import Facts, signature_ids, signature_of
from standards.population.rows import BREACHED, DUE, MET, findings
from standards.population.stretches import pick


def max_duration(facts: Facts, checks: Sequence[MaxDuration]) -> list[ir.Table]:
    """One finding for each joined spell."""
    ids = signature_ids(facts.checks)
    rows = [
        {
            "rule": facts.names.number(c.rule),
            "sid": ids[signature_of(c)],
            "gapped": int(not c.merge_gap.is_zero),
            **duration_columns("limit", c.limit),
        }
        for c in checks
    ]
    rules = facts.table(rows, "rule sid gapped limit_m limit_d limit_u")
    spells = facts.calendar.shift(
        facts.joined_for(rules), "start", "zone", "limit", "deadline",
        uses=[c.limit for c in checks],
    )  # fmt: skip
    t = _with_first_part_past(facts, spells)
    open_ = t.end == OPEN
    status = pick(t.past.notnull(), BREACHED, pick(open_, DUE, MET))
    breached, met = t.past.notnull(), t.past.isnull() & ~open_
    return [
        findings(
            t,
            status=status,
            since=pick(breached, ibis.greatest(t.deadline, t.past), t.start),
            until=pick(t.past.isnull() & open_, t.deadline, t.end),
            duty=t.start,
            key=t.skey,
            inferred=t.inferred & (breached | met),
            presumed=t.presumed,
            nolog=t.nolog,
            provisional=met & (t.gapped == 1) & (t.reach >= facts.as_of),
            past=t.past.isnull() & open_ & (t.plan > t.deadline).coalesce(False),
        )
    ]


def _with_first_part_past(facts: Facts, spells: ir.Table) -> ir.Table:
    """Add `past`: the start of the first part that reaches past the deadline."""
    p = facts.parts.select("sid", "who", "skey", "sess", pstart="start", pend="end")
    met = spells.join(p, ["sid", "who", "skey", "sess"])
    met = met.filter(ibis.least(met.pend, facts.as_of) > met.deadline)
    keys = ["rule", "who", "skey", "sess"]
    first = met.group_by(keys).aggregate(past=met.pstart.min())
    return spells.left_join(first, keys).drop("rule_right", "who_right", "skey_right", "sess_right")
