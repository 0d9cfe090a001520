"""`only_with` over columns: events and states (patterns.md 2.5; `planned` beside)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import OnlyWith
from standards.instants import OPEN
from standards.population.columns import NONE
from standards.population.facts import Facts, signature_ids, signature_of
from standards.population.guards import agree, exemptions, rules_table, valid_guards
from standards.population.only_with_planned import only_with_planned
from standards.population.rows import BREACHED, DUE, MET, findings
from standards.population.stretches import absent, number, pick

_SPELL = ["rule", "who", "skey", "sess"]


def only_with(facts: Facts, checks: Sequence[OnlyWith]) -> list[ir.Table]:
    """An answer for each event, joined spell or plan."""
    events = [c for c in checks if c.event is not None]
    states = [c for c in checks if c.state is not None]
    plans = [c for c in checks if c.planned is not None]
    found = []
    if events:
        found.append(_events(facts, events))
    if states:
        found.append(_states(facts, states))
    if plans:
        found.append(only_with_planned(facts, plans))
    return found


def _events(facts: Facts, checks: Sequence[OnlyWith]) -> ir.Table:
    rules = rules_table(facts, checks, event=lambda c: facts.names.number(c.event))
    t = facts.live.join(rules, facts.live.typ == rules.event)
    t = t.filter(t.t0.notnull())
    t = t.select("rule", "grp", "shown", "rid", "who", "key", "staff", "t0")
    t = facts.members(t, "t0", checks)
    if any(c.exempt_if for c in checks):
        x = exemptions(facts, checks)
        t = t.anti_join(
            x,
            [
                t.rule == x.xrule,
                t.who == x.xwho,
                t.key == x.xkey,
                x.x0 <= t.t0,
                ~x.isspell | (t.t0 < x.x1),
            ],
        )
    t = facts.store.keep("guarded_events", t)
    g = facts.store.keep("event_guards", valid_guards(facts, checks, rules))
    guarded = _guarded(t, g, "who")
    staffed = _guarded(t.filter(t.staff != NONE, t.staff != t.who), g, "staff")
    hits = guarded.union(staffed).distinct()
    t = t.left_join(hits, [t.rule == hits.hrule, t.rid == hits.hrid])
    return findings(
        t,
        status=pick(t.hrid.notnull(), MET, BREACHED),
        since=t.t0,
        until=t.t0,
        duty=t.t0,
        key=pick(t.shown == 1, t.key, NONE),
        presumed=t.presumed,
    )


def _guarded(t: ir.Table, g: ir.Table, owner: str) -> ir.Table:
    """The events with a valid guard of the person, or of the officer."""
    met = t.join(
        g,
        [
            t.rule == g.grule,
            t[owner] == g.gwho,
            agree(t.key, g.gkey),
            g.v0 <= t.t0,
            (t.t0 < g.v1) | (g.withend & (t.t0 == g.v1)),
        ],
    )
    return met.select(hrule="rule", hrid="rid").distinct()


def _states(facts: Facts, checks: Sequence[OnlyWith]) -> ir.Table:
    ids = signature_ids(facts.checks)
    rules = rules_table(
        facts, checks, sid=lambda c: ids[signature_of(c)],
        graced=lambda c: int(not c.grace.is_zero),
    )  # fmt: skip
    spells = facts.calendar.shift(
        facts.joined_for(rules), "start", "zone", "grace", "graceend",
        uses=[c.grace for c in checks],
    )  # fmt: skip
    spells = facts.store.keep("guarded_spells", spells)
    cover = facts.store.keep("cover", _cover(facts, checks, rules, spells))
    return _holes(spells, cover).union(_whole(facts, spells, cover))


def _cover(facts: Facts, checks: Sequence[OnlyWith], rules: ir.Table, spells: ir.Table) -> ir.Table:
    """Guards that began by `as_of` (4.8), and exempt time, for each joined spell."""
    g = valid_guards(facts, checks, rules)
    g = g.filter(g.v0 <= facts.as_of)
    met = spells.join(
        g,
        [
            spells.rule == g.grule,
            spells.who == g.gwho,
            agree(spells.skey, g.gkey),
            g.v0 < spells.end,
            g.v1 >= spells.start,
        ],
    )
    columns = [*_SPELL, "start", "end", "graceend", "v0", "v1", "withend"]
    found = met[columns]
    if not any(c.exempt_if for c in checks):
        return found
    x = exemptions(facts, checks)
    x = x.filter(x.isspell)
    x = x.mutate(x1=pick(x.x1 > facts.as_of, OPEN, x.x1))
    out = spells.join(
        x, [spells.rule == x.xrule, spells.who == x.xwho, x.x0 < spells.end, x.x1 > spells.start]
    )
    out = out.mutate(v0=out.x0, v1=out.x1, withend=ibis.literal(False))
    return found.union(out[columns])


def _holes(spells: ir.Table, cover: ir.Table) -> ir.Table:
    """The stretches before a cover begins; those after the last are in `_whole`."""
    w = ibis.rows_window(preceding=(None, 1), group_by=_SPELL, order_by=[cover.v0, cover.v1])
    t = cover.mutate(before=cover.v1.max().over(w))
    t = t.mutate(reached=ibis.greatest(t.graceend, t.before.coalesce(t.graceend)))
    t = t.filter(t.v0 > t.reached, t.v0 < t.end)
    t = t.select(*_SPELL, since="reached", until="v0")
    t = spells.join(t, _SPELL)
    return findings(
        t, status=BREACHED, since=t.since, until=t.until, duty=t.start, key=t.skey,
        presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip


def _whole(facts: Facts, spells: ir.Table, cover: ir.Table) -> ir.Table:
    """What is so at the end of each spell, or at `as_of`."""
    w = ibis.rows_window(preceding=(None, 1), group_by=_SPELL, order_by=[cover.v0, cover.v1])
    c = cover.mutate(before=cover.v1.max().over(w))
    c = c.mutate(reached=ibis.greatest(c.graceend, c.before.coalesce(c.graceend)))
    present = (facts.as_of < c.v1) | (c.withend & (c.v1 == facts.as_of))
    ends = c.group_by(_SPELL).aggregate(
        lastend=c.v1.max(),
        now=pick(present, c.v1, absent()).max(),
        holes=number((c.v0 > c.reached) & (c.v0 < c.end)).sum(),
    )
    ends = ends.rename(**{f"{name}_": name for name in _SPELL})
    t = spells.left_join(ends, [spells[name] == ends[f"{name}_"] for name in _SPELL])
    t = t.mutate(
        reached=ibis.greatest(t.graceend, t.lastend.coalesce(t.graceend)),
        holes=t.holes.coalesce(0),
        open_=t.end == OPEN,
        ingrace=(t.graced == 1) & (facts.as_of <= t.graceend),
    )
    tail = pick(t.open_, t.now.isnull() & ~t.ingrace, t.reached < t.end)
    covered = t.now.notnull()
    due = t.open_ & ((covered & (t.now != OPEN)) | (~covered & t.ingrace))
    t = t.mutate(tail=tail, isdue=due, covered=covered)
    met = ~t.tail & ~t.isdue & (t.holes == 0)
    t = t.filter(t.tail | t.isdue | met)
    until = pick(t.isdue, pick(t.covered, t.now, t.graceend), t.end)
    return findings(
        t,
        status=pick(t.tail, BREACHED, pick(t.isdue, DUE, MET)),
        since=pick(t.tail, t.reached, t.start),
        until=until,
        duty=t.start,
        key=t.skey,
        inferred=t.inferred & ~t.isdue,
        presumed=t.presumed,
        nolog=t.nolog,
    )
