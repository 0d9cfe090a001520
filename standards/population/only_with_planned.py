"""`only_with` over columns for planned events (patterns.md 2.5)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import CUSTODY, OnlyWith
from standards.instants import OPEN
from standards.person.custody import CUSTODY_ENDS
from standards.population.columns import NONE
from standards.population.facts import Facts
from standards.population.guards import agree, rules_table
from standards.population.rows import BREACHED, DUE, LAPSED, MET, findings
from standards.population.stretches import pick


def only_with_planned(facts: Facts, checks: Sequence[OnlyWith]) -> ir.Table:
    """One finding for the latest version of each plan."""
    code = facts.names.number
    rules = rules_table(facts, checks, plan=lambda c: code(f"planned_{c.planned}"))
    t = _latest(facts, checks, rules)
    t = facts.store.keep("plans", _members(facts, checks, t))
    calendar = facts.calendar
    t = calendar.shift(
        t, "planned", "zone", "lead", "lead", uses=[c.min_lead for c in checks], back=True
    )
    t = calendar.shift(
        t, "known", "zone", "notice", "notice", uses=[c.short_notice for c in checks]
    )
    t = calendar.shift(
        t, "planned", "zone", "age", "oldest", uses=[c.max_age for c in checks], back=True
    )
    t = t.mutate(deadline=ibis.least(ibis.greatest(t["lead"], t.notice), t.planned))
    t = facts.store.keep("plan_deadlines", t)
    return _judge(facts, _with_guard(facts, rules, t))


def _latest(facts: Facts, checks: Sequence[OnlyWith], rules: ir.Table) -> ir.Table:
    """The plans known in custody, the last version before each end, with that end."""
    t = facts.live.join(rules, facts.live.typ == rules.plan)
    t = t.filter(t.known.notnull(), t.planned.notnull())
    t = t.select(*rules.columns, "rid", "who", "key", "zone", "known", "planned")
    w = facts.windows.filter(facts.windows.wname == facts.names.number(CUSTODY))
    w = w.select(who_="who", w0="start", w1="end")
    t = t.join(w, [t.who == w.who_, w.w0 <= t.known, t.known < w.w1]).drop("who_", "w0")
    t = facts.store.keep("plan_versions", t)
    e = _ends(facts, checks)
    met = t.left_join(e, [t.plan == e.eplan, t.who == e.ewho, e.moment >= t.known])
    first = met.group_by(erule=met.rule, erid=met.rid).aggregate(event=met.moment.min())
    t = t.join(first, [t.rule == first.erule, t.rid == first.erid]).drop("erule", "erid")
    t = t.mutate(ended=ibis.least(t.event.coalesce(OPEN), t.w1))
    newest = ibis.window(
        group_by=["rule", "who", "ended"],
        order_by=[t.known.desc(), t.planned.desc(), t.rid.desc()],
    )
    t = t.mutate(age_rank=ibis.row_number().over(newest))
    return t.filter(t.age_rank == 0).drop("age_rank", "event", "w1")


def _ends(facts: Facts, checks: Sequence[OnlyWith]) -> ir.Table:
    """What ends a duty before a planned event: the event itself, or a death (4.11)."""
    code = facts.names.number
    names = sorted({c.planned for c in checks if c.planned is not None})
    rows = [
        {"etyp": code(kind), "eplan": code(f"planned_{name}")}
        for name in names
        for kind in (name, *CUSTODY_ENDS[1:])
    ]
    kinds = facts.table(rows, "etyp eplan")
    t = facts.live.join(kinds, facts.live.typ == kinds.etyp)
    t = t.filter(t.t0.notnull())
    return t.select("eplan", ewho="who", moment="t0")


def _members(facts: Facts, checks: Sequence[OnlyWith], t: ir.Table) -> ir.Table:
    """In the group at `as_of`, or right up to the event once it has happened (1.4)."""
    if not any(c.group for c in checks):
        return t.mutate(presumed=ibis.literal(False))
    # The instant just before the event stands for "right up to"; instants are whole numbers.
    moment = pick(t.ended == OPEN, facts.as_of, t.ended - 1)
    return facts.members(t.mutate(judged=moment), "judged", checks).drop("judged")


def _with_guard(facts: Facts, rules: ir.Table, t: ir.Table) -> ir.Table:
    """Add `given`: the first guard not too old for the planned time nor after the end."""
    wanted = rules.select("guard", grule="rule")
    g = facts.live.join(wanted, facts.live.typ == wanted.guard)
    g = g.filter(g.t0.notnull())
    g = g.select("grule", gwho="who", gkey="key", made=ibis.greatest(g.t0, g.made.coalesce(g.t0)))
    met = t.join(
        g,
        [
            t.rule == g.grule,
            t.who == g.gwho,
            agree(t.key, g.gkey),
            g.made <= t.ended,
            (t.aging == 0) | (g.made >= t.oldest),
        ],
    )
    first = met.group_by(frule=met.rule, frid=met.rid).aggregate(given=met.made.min())
    return t.left_join(first, [t.rule == first.frule, t.rid == first.frid])


def _judge(facts: Facts, t: ir.Table) -> ir.Table:
    given = t.given.notnull()
    met = given & (t.given <= t.deadline)
    lapsed = ~given & (t.ended <= t.deadline)
    due = ~given & ~lapsed & (t.ended == OPEN) & (facts.as_of <= t.deadline)
    until = pick(
        met,
        ibis.greatest(t.given, t.known),
        pick(given, t.given, pick(lapsed, t.ended, pick(due, t.deadline, t.ended))),
    )
    return findings(
        t,
        status=pick(met, MET, pick(lapsed, LAPSED, pick(due, DUE, BREACHED))),
        since=pick(met | lapsed | due, t.known, t.deadline),
        until=until,
        duty=t.known,
        key=pick(t.shown == 1, t.key, NONE),
        presumed=t.presumed,
    )
