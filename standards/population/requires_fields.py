"""`requires_fields` over columns (patterns.md 2.7, 1.8)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import RequiresFields
from standards.instants import OPEN
from standards.population.calendar import duration_columns
from standards.population.columns import NONE
from standards.population.facts import Facts
from standards.population.rows import BREACHED, DUE, MET, findings
from standards.population.stretches import pick


def requires_fields(facts: Facts, checks: Sequence[RequiresFields]) -> list[ir.Table]:
    """One finding for each record of the type."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "record": code(c.record),
            "grp": code(c.group),
            "shown": int(c.is_per_thing),
            "wanted": c.wanted,
            "atonce": int(c.by.is_zero),
            **duration_columns("by", c.by),
        }
        for c in checks
    ]
    rules = facts.table(rows, " ".join(rows[0]))
    t = facts.live.join(rules, facts.live.typ == rules.record)
    t = t.filter(t.t0.notnull())
    t = t.select(*rules.columns, "rid", "who", "key", "zone", "t0")
    t = facts.members(t, "t0", checks)
    t = facts.calendar.shift(t, "t0", "zone", "by", "deadline", uses=[c.by for c in checks])
    return [_judge(facts, _with_last_filling(facts, checks, t))]


def _with_last_filling(facts: Facts, checks: Sequence[RequiresFields], t: ir.Table) -> ir.Table:
    """Add `filled`: when enough of the fields were filled; null if they are not."""
    fillings = _fillings(facts, checks, t)
    order = ibis.window(group_by=["frule", "frid"], order_by=["moment", "ffield"])
    ranked = fillings.mutate(nth=ibis.row_number().over(order) + 1)
    met = t.join(ranked, [t.rule == ranked.frule, t.rid == ranked.frid, t.wanted == ranked.nth])
    done = met.select(drule="rule", drid="rid", filled="moment")
    return t.left_join(done, [t.rule == done.drule, t.rid == done.drid])


def _fillings(facts: Facts, checks: Sequence[RequiresFields], t: ir.Table) -> ir.Table:
    """When each wanted field of each record was filled, by itself or by another record."""
    code = facts.names.number
    rows = [
        {
            "frule": code(c.rule),
            "ffield": code(name),
            "other": NONE if name.partition(".")[0] == c.record else code(name.partition(".")[0]),
            "allowed": int(c.allow_unknown),
        }
        for c in checks
        for name in c.fields
    ]
    wanted = facts.table(rows, "frule ffield other allowed")
    f = facts.fields
    f = f.mutate(entered=pick(f.entered <= facts.last_entry, f.entered, ibis.null("int64")))
    f = facts.store.keep("fields_live", f.semi_join(facts.live, "rid"))
    f = f.select(
        srid="rid", styp="typ", swho="who", skey="key", sfield="field", entered="entered",
        isunknown="isunknown", reasoned="reasoned",
    )  # fmt: skip
    asked = t.select("rule", "rid", "who", "key", "t0").join(wanted, t.rule == wanted.frule)
    own = asked.join(f, [asked.rid == f.srid, asked.ffield == f.sfield])
    carried = own.select(crid="rid", crule="rule", cfield="ffield")
    missing = asked.filter(asked.other != NONE)
    missing = missing.anti_join(
        carried,
        [
            missing.rid == carried.crid,
            missing.rule == carried.crule,
            missing.ffield == carried.cfield,
        ],
    )
    others = missing.join(
        f,
        [
            missing.who == f.swho,
            missing.ffield == f.sfield,
            missing.other == f.styp,
            (missing.key == NONE) | (f.skey == NONE) | (missing.key == f.skey),
        ],
    )
    both = own.union(others[list(own.columns)])
    counts = both.entered.notnull() & (~both.isunknown | ((both.allowed == 1) & both.reasoned))
    both = both.filter(counts)
    # A field filled before the time of its record counts at the time of the record (4.13).
    return both.group_by(["frule", "ffield", both.rid.name("frid")]).aggregate(
        moment=ibis.greatest(both.entered.min(), both.t0.min())
    )


def _judge(facts: Facts, t: ir.Table) -> ir.Table:
    done = t.filled.notnull()
    met = done & (t.filled <= t.deadline)
    waiting = (facts.as_of < t.deadline) | ((facts.as_of == t.deadline) & (t.atonce == 0))
    due = ~done & waiting
    return findings(
        t,
        status=pick(met, MET, pick(due, DUE, BREACHED)),
        since=pick(met | due, t.t0, t.deadline),
        until=pick(done, t.filled, pick(due, t.deadline, OPEN)),
        duty=t.t0,
        key=pick(t.shown == 1, t.key, NONE),
        presumed=t.presumed,
    )
