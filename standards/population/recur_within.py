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
from standards.population.stretches import pick


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
    spells = facts.joined_for(rules).drop("sid", "response", "perthing", "plan")
    # A number for each spell makes the long tables below narrow.
    spells = spells.mutate(jid=ibis.row_number())
    spells = facts.store.keep("recur_spells", spells)
    firsts = [c.limit if c.first_within is None else c.first_within for c in checks]
    starts = spells.mutate(moment=spells.start, later=ibis.literal(0, "int64"))
    starts = facts.calendar.shift(starts, "moment", "zone", "first", "bare", uses=firsts)
    answers = facts.store.keep("recur_answers", _responses(facts, rules, spells))
    answers = answers.mutate(later=ibis.literal(1, "int64"))
    limits = [c.limit for c in checks]
    answers = facts.calendar.shift(answers, "moment", "zone", "limit", "bare", uses=limits)
    columns = ["jid", "moment", "later", "bare", "zone", "grace_m", "grace_d", "grace_u"]
    steps = facts.store.keep("recur_steps", starts[columns].union(answers[columns]))
    graces = [c.grace for c in checks]
    steps = facts.calendar.shift(steps, "bare", "zone", "grace", "deadline", uses=graces)
    return _judge(facts, spells, steps[["jid", "moment", "later", "deadline"]])


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
    return met.select("jid", "moment", "zone", *(c for c in spells.columns if c[-2:-1] == "_"))


def _judge(facts: Facts, spells: ir.Table, steps: ir.Table) -> list[ir.Table]:
    """Each step holds until the next one, or until the end of the spell."""
    w = ibis.window(group_by="jid", order_by=[steps.moment, steps.later])
    t = steps.mutate(following=steps.moment.lead().over(w))
    ends = spells.select("jid", "end")
    t = t.join(ends, "jid")
    last = t.following.isnull()
    still = last & (t.end == OPEN) & (facts.as_of <= t.deadline)
    stop = t.following.coalesce(t.end)
    t = t.mutate(stop=stop, islast=last, isdue=still, broken=~still & (t.deadline < stop))
    t = facts.store.keep("recur_judged", t.filter(t.islast | t.broken))
    breaches = t.filter(t.broken).select("jid").distinct()
    met = t.filter(~t.broken, ~t.isdue).anti_join(breaches, "jid").mutate(ismet=True)
    told = t.filter(t.broken | t.isdue).mutate(ismet=False)
    t = told.union(met).drop("end").join(spells, "jid")
    return [
        findings(
            t,
            status=pick(t.broken, BREACHED, pick(t.isdue, DUE, MET)),
            since=pick(t.broken, t.deadline, pick(t.isdue, t.moment, t.start)),
            until=pick(t.isdue, t.deadline, t.stop),
            duty=t.start,
            key=t.skey,
            inferred=t.inferred & t.islast & ~t.isdue,
            presumed=t.presumed,
            nolog=t.nolog,
            provisional=t.ismet & (t.gapped == 1) & (t.reach >= facts.as_of),
        )
    ]
