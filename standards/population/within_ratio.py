"""`within_ratio` over columns (patterns.md 2.9)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from standards.checks import WithinRatio
from standards.instants import OPEN
from standards.person.file import PLACEMENT
from standards.person.within_ratio import (
    CLOSED,
    COUNTED_GROUPS,
    DESIGN_CAPACITY,
    OCCUPANTS,
    ONE,
    ONE_PER_CELL,
    TOLERANCE,
    TRIGGERING_GROUPS,
)
from standards.places import DEPTHS
from standards.population.calendar import duration_columns
from standards.population.columns import MEASURES, NONE
from standards.population.facts import STRETCH, Facts
from standards.population.rows import BREACHED, findings
from standards.population.stretches import (
    absent,
    cut,
    joined,
    number,
    numbered,
    pick,
    renamed,
    union,
    whole,
    without,
)

_PLACE = ["rule", "node"]


def within_ratio(facts: Facts, checks: Sequence[WithinRatio]) -> list[ir.Table]:
    """Each longest stretch beyond the bound, for every place of the kind."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "depth": DEPTHS[c.per],
            "closedonly": int(c.per == CLOSED),
            "counted": code(COUNTED_GROUPS.get(c.count)),
            "triggering": code(TRIGGERING_GROUPS.get(c.count)),
            "exempt": code(c.exempt_if),
            "inverted": int(c.of == OCCUPANTS),
            "measure": _measure(c),
            **duration_columns("least", c.min_length),
        }
        for c in checks
    ]
    rules = facts.table(rows, " ".join(rows[0])).join(_bounds(facts, checks), "rule")
    places = facts.store.keep("ratio_places", _fixed(facts, rules))
    present = facts.store.keep("present", _present(facts, places))
    t = facts.store.keep("beyond", union(_beyond(facts, places, present), _PLACE))
    if any(c.exempt_if for c in checks):
        t = _less_exempt(facts, rules, t)
    least = rules.select("rule", "least_m", "least_d", "least_u")
    t = t.join(least, "rule")
    t = facts.calendar.shift(
        t, "start", "zone", "least", "longenough", uses=[c.min_length for c in checks]
    )
    t = t.filter(ibis.least(t.end, facts.as_of) > t.longenough)
    t = t.mutate(who=t.node)
    return [
        findings(t, status=BREACHED, since=t.start, until=t.end, duty=t.start, inferred=t.inferred)
    ]


_ONE, _SINGLE = -1, -2


def _measure(check: WithinRatio) -> int:
    """Which measure of the place is the fixed side of the ratio."""
    if check.of == ONE:
        return _ONE
    if check.of == ONE_PER_CELL:
        return _SINGLE
    name = check.count if check.of == OCCUPANTS else check.of
    return MEASURES.index(name) if name in MEASURES else len(MEASURES)


def _bounds(facts: Facts, checks: Sequence[WithinRatio]) -> ir.Table:
    return facts.store.parameters(
        pa.table(
            {
                "rule": pa.array([facts.names.number(c.rule) for c in checks], pa.int64()),
                "low": pa.array([c.min for c in checks], pa.float64()),
                "high": pa.array([c.max for c in checks], pa.float64()),
            }
        )
    )


def _fixed(facts: Facts, rules: ir.Table) -> ir.Table:
    """Each place to be judged by each rule, with the fixed side of its ratio."""
    n, p = facts.nodes, facts.places
    depths = ibis.union(
        *(p.select(node=p[f"n{d}"], depth=ibis.literal(d, "int64")) for d in (1, 2, 3, 4))
    ).distinct()
    t = rules.join(depths, rules.depth == depths.depth)
    t = t.select(*rules.columns, "node")
    t = t.filter(t.node != NONE)
    t = t.join(n, "node")
    single = pick(t[DESIGN_CAPACITY].coalesce(1.0) <= 1.0, 1.0, ibis.null("float64"))
    fixed = pick(t.measure == _ONE, 1.0, pick(t.measure == _SINGLE, single, ibis.null("float64")))
    for index, name in enumerate(MEASURES):
        fixed = pick(t.measure == index, t[name], fixed)
    t = t.mutate(fixed=fixed)
    t = t.filter(t.fixed.notnull(), (t.closedonly == 0) | t.closed)
    return t.drop("closed", *MEASURES)


def _present(facts: Facts, places: ir.Table) -> ir.Table:
    """Each person's joined time in each place: counting, or of the triggering group."""
    s, p = facts.spells, facts.places
    placed = s.filter(s.typ == facts.names.number(PLACEMENT))
    t = placed.join(p.rename(pplace="place"), placed.place == p.place)
    every = ibis.union(*(t.select("who", *STRETCH, tnode=t[f"n{d}"]) for d in (1, 2, 3, 4)))
    judged = places.select("rule", "node", "counted", "triggering")
    t = every.join(judged, every.tnode == judged.node)
    t = t.select("rule", "node", "who", "counted", "triggering", *STRETCH)
    g = renamed(facts.groups, "grp", "who")
    all_, some = t.filter(t.counted == NONE), t.filter(t.counted != NONE)
    counting = all_.union(cut(some, g, [some.counted == g.grp_, some.who == g.who_]))
    trigger = t.filter(t.triggering != NONE)
    trigger = cut(trigger, g, [trigger.triggering == g.grp_, trigger.who == g.who_])
    both = counting.mutate(counts=ibis.literal(1, "int64")).union(
        trigger.mutate(counts=ibis.literal(0, "int64"))
    )
    whose = ["rule", "node", "counts", "who"]
    return joined(numbered(both.mutate(reach=both.end), whose), whose)


def _beyond(facts: Facts, places: ir.Table, present: ir.Table) -> ir.Table:
    """Walk through the instants at which somebody comes or goes."""
    comes = present.select(
        *_PLACE, moment="start", people=whole(present.counts), triggers=whole(1 - present.counts),
        written=whole(ibis.literal(0)), told=whole(ibis.literal(0)),
    )  # fmt: skip
    gone = present.filter(present.end != OPEN)
    goes = gone.select(
        *_PLACE, moment="end", people=whole(-gone.counts), triggers=whole(gone.counts - 1),
        written=whole(number(~gone.inferred)), told=whole(number(gone.inferred)),
    )  # fmt: skip
    changes = comes.union(goes)
    t = changes.group_by([*_PLACE, "moment"]).aggregate(
        people=changes.people.sum(), triggers=changes.triggers.sum(),
        written=changes.written.sum(), told=changes.told.sum(),
    )  # fmt: skip
    w = ibis.rows_window(preceding=None, following=0, group_by=_PLACE, order_by=["moment"])
    line = ibis.window(group_by=_PLACE, order_by=["moment"])
    t = t.mutate(
        people=t.people.sum().over(w),
        triggers=t.triggers.sum().over(w),
        coming=t.moment.lead().over(line),
        comingtold=((t.written == 0) & (t.told > 0)).lead().over(line),
    )
    t = t.join(
        places.select(*_PLACE, "fixed", "low", "high", "inverted", "triggering", "zone"), _PLACE
    )
    ratio = pick(t.inverted == 1, t.fixed / t.people, t.people / t.fixed)
    over = (t.fixed == 0) & (t.inverted == 0) & t.high.notnull()
    above = t.high.notnull() & (ratio > t.high + TOLERANCE)
    below = t.low.notnull() & (ratio < t.low - TOLERANCE)
    zero = (t.fixed == 0) & (t.inverted == 0)
    broken = over | (~zero & (above | below).coalesce(False))
    t = t.filter(t.people > 0, (t.triggering == NONE) | (t.triggers > 0), broken)
    return t.select(
        *_PLACE, start="moment", end=t.coming.coalesce(OPEN), zone="zone",
        inferred=t.comingtold.coalesce(False), plan=absent(), nolog=ibis.literal(False),
        presumed=ibis.literal(False),
    )  # fmt: skip


def _less_exempt(facts: Facts, rules: ir.Table, t: ir.Table) -> ir.Table:
    live = facts.live
    spells = live.filter(live.spell, live.holds)
    x = spells.join(rules.filter(rules.exempt != NONE), spells.typ == rules.exempt)
    x = x.select(
        "rule", node="who", start="t0",
        end=pick(x.t1.isnull() | (x.t1 > facts.as_of), OPEN, x.t1),
    )  # fmt: skip
    return without(t, facts.store.keep("ratio_exempt", x), _PLACE)
