"""`recur_within` over columns (patterns.md 2.2)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import RecurWithin
from standards.instants import OPEN
from standards.population.calendar import duration_columns
from standards.population.columns import NONE
from standards.population.facts import Facts, signature_ids, signature_of
from standards.population.rows import BREACHED, DUE, MET, findings
from standards.population.stretches import number, pick

_SPELL = ("rule", "who", "skey", "sess")


def recur_within(facts: Facts, checks: Sequence[RecurWithin]) -> list[ir.Table]:
    """Every breach; one `due` for an open spell; `met` for a closed one without breach."""
    ids = signature_ids(facts.checks)
    rows = [
        {
            "rule": facts.names.number(c.rule),
            "sid": ids[signature_of(c)],
            "response": facts.names.number(c.response),
            "perthing": int(c.is_per_thing),
            "gapped": int(not c.merge_gap.is_zero),
            **duration_columns("limit", c.limit),
            **duration_columns("first", c.limit if c.first_within is None else c.first_within),
            **duration_columns("grace", c.grace),
        }
        for c in checks
    ]
    rules = facts.table(rows, " ".join(rows[0]))
    spells = facts.joined_for(rules)
    firsts = [c.limit if c.first_within is None else c.first_within for c in checks]
    starts = spells.mutate(moment=spells.start, later=ibis.literal(0, "int64"))
    starts = facts.calendar.shift(starts, "moment", "zone", "first", "bare", uses=firsts)
    answers = _responses(facts, rules, spells).mutate(later=ibis.literal(1, "int64"))
    limits = [c.limit for c in checks]
    answers = facts.calendar.shift(answers, "moment", "zone", "limit", "bare", uses=limits)
    steps = starts.union(answers[list(starts.columns)])
    graces = [c.grace for c in checks]
    steps = facts.calendar.shift(steps, "bare", "zone", "grace", "deadline", uses=graces)
    return _judge(facts, steps)


def _responses(facts: Facts, rules: ir.Table, spells: ir.Table) -> ir.Table:
    """The responses inside each joined spell."""
    r = facts.live.join(
        rules.select("response", "perthing", rrule="rule"),
        facts.live.typ == rules.response,
    )
    r = r.filter(r.t0.notnull())
    r = r.select("rrule", rwho="who", rkey=pick(r.perthing == 1, r.key, NONE), moment="t0")
    met = spells.join(
        r,
        [
            spells.rule == r.rrule,
            spells.who == r.rwho,
            spells.skey == r.rkey,
            r.moment >= spells.start,
            r.moment <= spells.end,
        ],
    )
    return met.drop("rrule", "rwho", "rkey")


def _judge(facts: Facts, steps: ir.Table) -> list[ir.Table]:
    """Each step holds until the next one, or until the end of the spell."""
    order = [steps.moment, steps.later]
    w = ibis.window(group_by=list(_SPELL), order_by=order)
    t = steps.mutate(following=steps.moment.lead().over(w))
    open_ = t.end == OPEN
    stop = t.following.coalesce(t.end)
    still = t.following.isnull() & open_ & (facts.as_of <= t.deadline)
    t = t.mutate(stop=stop, isdue=still, broken=~still & (t.deadline < stop))
    whole = ibis.window(group_by=list(_SPELL))
    t = t.mutate(breaches=number(t.broken).sum().over(whole))
    last = t.following.isnull()
    ismet = last & ~t.isdue & (t.breaches == 0)
    t = t.mutate(islast=last, ismet=ismet)
    t = t.filter(t.broken | t.isdue | t.ismet)
    at_end = t.islast & ~t.isdue
    return [
        findings(
            t,
            status=pick(t.broken, BREACHED, pick(t.isdue, DUE, MET)),
            since=pick(t.broken, t.deadline, pick(t.isdue, t.moment, t.start)),
            until=pick(t.isdue, t.deadline, t.stop),
            duty=t.start,
            key=t.skey,
            inferred=t.inferred & at_end,
            presumed=t.presumed,
            nolog=t.nolog,
            provisional=t.ismet & (t.gapped == 1) & (t.reach >= facts.as_of),
        )
    ]
