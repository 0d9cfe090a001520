"""`separate` over columns (patterns.md 2.6)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import Separate
from standards.instants import OPEN
from standards.population.columns import NONE
from standards.population.facts import STRETCH, Facts
from standards.population.guards import agree
from standards.population.rows import BREACHED, findings
from standards.population.stretches import absent, cut, pick, renamed, union, without

_WHOSE = ["rule", "who"]


def separate(facts: Facts, checks: Sequence[Separate]) -> list[ir.Table]:
    """Each stretch that a protected person spent together with the other group."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "placetyp": code(kind),
            "grp": code(c.group),
            "fromgrp": code(c.from_group),
            "depth": c.depth,
            "wname": code(c.while_),
            "exempt": code(c.exempt_if),
            "pairexempt": code(c.exempt_pair_if),
            "keyed": int(c.key is not None),
            "pairwise": int(c.key is not None or c.exempt_pair_if is not None),
        }
        for c in checks
        for kind in c.placements
    ]
    rules = facts.table(rows, " ".join(rows[0]))
    placed = facts.store.keep("placed", _placed(facts, rules))
    members = _members(facts, rules)
    mine = facts.store.keep("protected", _protected(facts, checks, placed, members))
    others = facts.store.keep("others", _others(placed, members, mine))
    together = _with_crowd(mine, others).union(_with_each(facts, checks, mine, others))
    t = facts.store.keep("together", union(together, _WHOSE))
    if any(c.exempt_if for c in checks):
        t = _less_exempt(facts, checks, t)
    return [
        findings(
            t, status=BREACHED, since=t.start, until=t.end, duty=t.start,
            inferred=t.inferred, presumed=t.presumed, nolog=t.nolog,
        )
    ]  # fmt: skip


def _placed(facts: Facts, rules: ir.Table) -> ir.Table:
    """Placements at the node of each rule's level; an unknown place is left out."""
    s, p = facts.spells, facts.places
    t = s.join(rules, s.typ == rules.placetyp)
    t = t.join(p.rename(pplace="place"), t.place == p.place)
    node = pick(t.depth == 1, t.n1, pick(t.depth == 2, t.n2, pick(t.depth == 3, t.n3, t.n4)))
    t = t.mutate(node=node)
    t = t.filter(t.node != NONE)
    return t.select("rule", "who", "node", "grp", "fromgrp", "wname", "keyed", "pairwise", *STRETCH)


def _members(facts: Facts, rules: ir.Table) -> ir.Table:
    """Group stretches with the key of the case, NONE where the rule asks for none."""
    g = facts.groups.mutate(mkey=ibis.literal(NONE, "int64"), tied=ibis.literal(0, "int64"))
    live = facts.live
    keyed = rules.filter(rules.keyed == 1)
    names = keyed.select(name=keyed.grp).union(keyed.select(name=keyed.fromgrp)).distinct()
    t = live.filter(live.spell, live.holds).join(names, live.typ == names.name)
    t = t.mutate(
        grp=t.typ, mkey=t.key, start=t.t0,
        end=pick(t.t1.isnull() | (t.t1 > facts.as_of), OPEN, t.t1),
        inferred=ibis.literal(False), plan=absent(), presumed=ibis.literal(False),
        tied=ibis.literal(1, "int64"),
    ).mutate(nolog=ibis.literal(False))  # fmt: skip
    t = union(t.select("grp", "who", "mkey", "tied", *STRETCH), ["grp", "who", "mkey", "tied"])
    return g[["grp", "who", "mkey", "tied", *STRETCH]].union(
        t[["grp", "who", "mkey", "tied", *STRETCH]]
    )


def _protected(
    facts: Facts, checks: Sequence[Separate], placed: ir.Table, members: ir.Table
) -> ir.Table:
    """Placements of protected persons, cut to the group and to `while`."""
    m = renamed(members, "grp", "who", "mkey", "tied")
    with_key = placed.mutate(mkey=ibis.literal(NONE, "int64"))
    mine = _cut_keeping_key(
        with_key, m, [with_key.grp == m.grp_, with_key.who == m.who_, with_key.keyed == m.tied_]
    )
    if not any(c.while_ for c in checks):
        return mine
    free, bound = mine.filter(mine.wname == NONE), mine.filter(mine.wname != NONE)
    w = renamed(facts.windows, "wname", "who")
    return free.union(cut(bound, w, [bound.wname == w.wname_, bound.who == w.who_]))


def _cut_keeping_key(parts: ir.Table, by: ir.Table, on: list[object]) -> ir.Table:
    """Cut by memberships and take over the key of the case."""
    tagged = by.mutate(newkey_=by.mkey_)
    met = parts.join(tagged, [*on, parts.start < tagged.end_, tagged.start_ < parts.end])
    end = ibis.least(met.end, met.end_)
    met = met.mutate(
        cutstart_=ibis.greatest(met.start, met.start_), cutend_=end,
        cutinferred_=((met.end > end) | met.inferred) & ((met.end_ > end) | met.inferred_),
    )  # fmt: skip
    return met.mutate(
        start=met.cutstart_, end=met.cutend_, inferred=met.cutinferred_,
        plan=pick(met.cutend_ == OPEN, met.plan, absent()),
        nolog=met.nolog | met.nolog_, presumed=met.presumed | met.presumed_, mkey=met.newkey_,
    )[list(parts.columns)]  # fmt: skip


def _others(placed: ir.Table, members: ir.Table, mine: ir.Table) -> ir.Table:
    """Placements of the other group; `each` where it must be looked at person by person.

    That is so where the rule is about pairs, and for a person who is in both groups in one
    node: nobody is kept apart from themselves.
    """
    m = renamed(members, "grp", "who", "mkey", "tied")
    with_key = placed.mutate(mkey=ibis.literal(NONE, "int64"))
    theirs = _cut_keeping_key(
        with_key, m, [with_key.fromgrp == m.grp_, with_key.who == m.who_, with_key.keyed == m.tied_]
    )
    both = mine.select(brule="rule", bnode="node", bwho="who").distinct()
    t = theirs.left_join(
        both, [theirs.rule == both.brule, theirs.node == both.bnode, theirs.who == both.bwho]
    )
    return t.mutate(each=(t.pairwise == 1) | t.bwho.notnull()).drop("brule", "bnode", "bwho")


def _with_crowd(mine: ir.Table, others: ir.Table) -> ir.Table:
    """Time together with anybody of the crowd in the node, taken as one."""
    crowd = union(others.filter(~others.each), ["rule", "node"])
    c = renamed(crowd, "rule", "node")
    return cut(mine, c, [mine.rule == c.rule_, mine.node == c.node_])[["rule", "who", *STRETCH]]


def _with_each(
    facts: Facts, checks: Sequence[Separate], mine: ir.Table, others: ir.Table
) -> ir.Table:
    """Time together with those who must be looked at one by one."""
    o = others.filter(others.each)
    o = renamed(o, "rule", "node", "who", "mkey")
    wide = mine.mutate(other=ibis.literal(NONE, "int64"))
    met = wide.join(
        o,
        [
            wide.rule == o.rule_,
            wide.node == o.node_,
            wide.who != o.who_,
            (wide.keyed == 0) | agree(wide.mkey, o.mkey_),
            wide.start < o.end_,
            o.start_ < wide.end,
        ],
    )
    end = ibis.least(met.end, met.end_)
    t = met.mutate(
        cutstart_=ibis.greatest(met.start, met.start_), cutend_=end,
        cutinferred_=((met.end > end) | met.inferred) & ((met.end_ > end) | met.inferred_),
    )  # fmt: skip
    t = t.mutate(
        start=t.cutstart_, end=t.cutend_, inferred=t.cutinferred_,
        plan=pick(t.cutend_ == OPEN, t.plan, absent()),
        nolog=t.nolog | t.nolog_, presumed=t.presumed | t.presumed_, other=t.who_,
    )[["rule", "who", "other", *STRETCH]]  # fmt: skip
    if any(c.exempt_pair_if for c in checks):
        t = _less_pairs(facts, checks, t)
    return t[["rule", "who", *STRETCH]]


def _less_exempt(facts: Facts, checks: Sequence[Separate], t: ir.Table) -> ir.Table:
    """Leave out the exempt time of the protected person."""
    names = [
        {"xrule": facts.names.number(c.rule), "xtyp": facts.names.number(c.exempt_if)}
        for c in checks
        if c.exempt_if is not None
    ]
    return without(t, _exempt_spells(facts, names), ["rule", "who"])


def _less_pairs(facts: Facts, checks: Sequence[Separate], t: ir.Table) -> ir.Table:
    """Leave out time exempt with the one person named in the key, or with anybody."""
    names = [
        {"xrule": facts.names.number(c.rule), "xtyp": facts.names.number(c.exempt_pair_if)}
        for c in checks
        if c.exempt_pair_if is not None
    ]
    whose = ["rule", "who", "other"]
    t = facts.store.keep("pairs_together", union(t, whose))
    x = _exempt_spells(facts, names)
    named = x.filter(x.key != NONE).mutate(other=x.key)
    anybody = x.filter(x.key == NONE)
    pairs = t.select("rule", "who", "other").distinct()
    spread = anybody.join(pairs, [anybody.rule == pairs.rule, anybody.who == pairs.who])
    columns = ["rule", "who", "other", "start", "end"]
    spread = spread.select(
        rule=anybody.rule, who=anybody.who, other=pairs.other, start=anybody.start, end=anybody.end
    )
    return without(t, named[columns].union(spread), whose)


def _exempt_spells(facts: Facts, names: list[dict[str, int]]) -> ir.Table:
    kinds = facts.table(names, "xrule xtyp")
    live = facts.live
    t = live.filter(live.spell, live.holds).join(kinds, live.typ == kinds.xtyp)
    end = pick(t.t1.isnull() | (t.t1 > facts.as_of), OPEN, t.t1)
    t = t.select("who", "key", rule="xrule", start="t0", end=end)
    return facts.store.keep("separate_exempt", t)
