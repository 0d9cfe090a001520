"""`quota` over a rolling window, over columns (patterns.md 2.8)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import CUSTODY, Quota
from standards.instants import OPEN
from standards.population.columns import NONE
from standards.population.facts import STRETCH, Facts
from standards.population.quota_amounts import amounts, apart, rules_table
from standards.population.rows import BREACHED, findings
from standards.population.stretches import absent, cut, pick, renamed, union

_WHOSE = ["rule", "who", "skey"]


def quota_rolling(facts: Facts, checks: Sequence[Quota]) -> ir.Table:
    """Breached while the amount in the window is above the maximum and the state holds."""
    rules = rules_table(facts, checks)
    lengths = [
        {"rule": facts.names.number(c.rule), "window": c.rolling.as_elapsed()}
        for c in checks
        if c.rolling is not None
    ]
    more = facts.table(lengths, "rule window")
    limits = rules.join(more, "rule").select(
        prule="rule", length="window", most=rules.high * rules.scale
    )
    every = facts.store.keep("rolling_amounts", amounts(facts, rules))
    spells = apart(every.filter(every.timed), ["arule", "awho", "akey"])
    events = every.filter(~every.timed)
    changes = facts.store.keep("rolling_changes", _changes(spells, events, limits))
    above = _above(facts, changes)
    above = facts.store.keep("rolling_above", union(above, _WHOSE))
    holding = renamed(_holding(facts, checks), "rule", "who", "skey")
    t = cut(
        above,
        holding,
        [above.rule == holding.rule_, above.who == holding.who_, above.skey == holding.skey_],
    )
    return findings(
        t, status=BREACHED, since=t.start, until=t.end, duty=t.start, key=t.skey,
        inferred=t.inferred, presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip


def _holding(facts: Facts, checks: Sequence[Quota]) -> ir.Table:
    """The spells of each state, those without a recorded beginning too (4.19)."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "state": code(c.state),
            "grp": code(c.group),
            "perthing": int(c.is_per_thing),
        }
        for c in checks
    ]
    rules = facts.table(rows, "rule state grp perthing")
    custody = code(CUSTODY)
    s = facts.spells.filter(~facts.spells.uncertain)
    t = s.join(rules.filter(rules.state != custody), s.typ == rules.state)
    t = t.mutate(skey=pick(t.perthing == 1, t.key, NONE))
    columns = ["rule", "who", "skey", "grp", *STRETCH]
    own = rules.filter(rules.state == custody)
    c = facts.custody.cross_join(own).mutate(skey=ibis.literal(NONE, "int64"))
    raw = t[columns].union(c[columns])
    g = renamed(facts.groups, "grp", "who")
    some = raw.filter(raw.grp != NONE)
    some = cut(some, g, [some.grp == g.grp_, some.who == g.who_])
    raw = raw.filter(raw.grp == NONE).union(some)
    return union(raw[["rule", "who", "skey", *STRETCH]], _WHOSE)


def _changes(spells: ir.Table, events: ir.Table, limits: ir.Table) -> ir.Table:
    """How the level changes: `slope` by time entering and leaving, `jump` by events."""
    s = spells.join(limits, spells.arule == limits.prule)
    e = events.join(limits, events.arule == limits.prule)
    steps = [
        _step(s, s.a0, 1.0, 0.0),
        _step(s, s.a1, -1.0, 0.0),
        _step(s, s.a0 + s.length, -1.0, 0.0),
        _step(s, s.a1 + s.length, 1.0, 0.0),
        _step(e, e.a0, 0.0, e["size"]),
        _step(e, e.a0 + e.length, 0.0, -e["size"]),
    ]
    t = ibis.union(*steps)
    return t.group_by([*_WHOSE, "moment", "most"]).aggregate(slope=t.slope.sum(), jump=t.jump.sum())


def _step(t: ir.Table, moment: object, slope: float, jump: object) -> ir.Table:
    return t.select(
        rule=t.arule, who=t.awho, skey=t.akey, moment=moment, most=t.most,
        slope=ibis.literal(slope), jump=ibis.literal(jump) if isinstance(jump, float) else jump,
    )  # fmt: skip


def _above(facts: Facts, t: ir.Table) -> ir.Table:
    """Where the level is above the most, up to `as_of` (see the person engine)."""
    so_far = ibis.rows_window(preceding=None, following=0, group_by=_WHOSE, order_by=["moment"])
    line = ibis.window(group_by=_WHOSE, order_by=["moment"])
    t = t.mutate(slopenow=t.slope.sum().over(so_far), next_=t.moment.lead().over(line))
    t = t.mutate(rise=(t.slopenow * (t.next_ - t.moment)).coalesce(0.0))
    t = t.mutate(risebefore=t.rise.lag().over(line).coalesce(0.0))
    t = t.mutate(level=(t.jump + t.risebefore).sum().over(so_far))
    stop = ibis.least(t.next_.coalesce(facts.as_of), facts.as_of)
    t = t.mutate(stop=stop, atstop=t.level + t.slopenow * (stop - t.moment))
    goes_on = (t.next_ > facts.as_of).coalesce(True) & (t.moment <= facts.as_of)
    instant = (t.moment == facts.as_of) & (t.level > t.most)
    line_ = (t.moment < t.stop) & ((t.level > t.most) | (t.atstop > t.most))
    since = pick(t.level > t.most, t.moment, t.moment + (t.most - t.level).round().cast("int64"))
    until = pick(
        t.atstop > t.most,
        pick(goes_on, OPEN, t.stop),
        t.moment + (t.level - t.most).round().cast("int64"),
    )
    t = t.mutate(start=pick(instant, t.moment, since), end=pick(instant, OPEN, until))
    t = t.filter(t.moment <= facts.as_of, instant | line_)
    t = t.filter(t.start < t.end)
    return t.select(
        *_WHOSE, "start", "end", zone=ibis.literal(facts.home_zone, "int64"),
        inferred=ibis.literal(False), plan=absent(), nolog=ibis.literal(False),
        presumed=ibis.literal(False),
    )  # fmt: skip
