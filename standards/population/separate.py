"""`separate` over columns (patterns.md 2.6)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import Separate
from standards.groups import CHILDREN
from standards.instants import OPEN
from standards.population.columns import NONE
from standards.population.facts import STRETCH, Facts
from standards.population.guards import agree
from standards.population.rows import BREACHED, findings
from standards.population.stretches import absent, cut, pick, renamed, union, without

_WHOSE = ["rule", "who"]
_PROTECTED = ["rule", "who", "node", "grp", "fromgrp", "wname", "keyed", "mkey"]


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
            "keyed": int(c.key is not None),
        }
        for c in checks
        for kind in c.placements
    ]
    rules = facts.table(rows, " ".join(rows[0]))
    placed = facts.store.keep("placed", _placed(facts, rules))
    members = _members(facts, rules)
    mine = _protected(facts, checks, placed, members)
    if any(c.exempt_if for c in checks):
        mine = _less_exempt(facts, checks, mine)
    mine = _special(facts, checks, mine)
    mine = facts.store.keep("protected", mine)
    others = facts.store.keep("others", _others(facts, placed, members, mine))
    together = _with_crowd(checks, mine, others).union(_with_each(facts, checks, mine, others))
    t = facts.store.keep("together", union(together, _WHOSE))
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
    return t.select("rule", "who", "node", "grp", "fromgrp", "wname", "keyed", *STRETCH)


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
    on = [with_key.grp == m.grp_, with_key.who == m.who_, with_key.keyed == m.tied_]
    mine = cut(with_key, m, on, take=["mkey"])
    if not any(c.while_ for c in checks):
        return mine
    free, bound = mine.filter(mine.wname == NONE), mine.filter(mine.wname != NONE)
    w = renamed(facts.windows, "wname", "who")
    return free.union(cut(bound, w, [bound.wname == w.wname_, bound.who == w.who_]))


def _others(facts: Facts, placed: ir.Table, members: ir.Table, mine: ir.Table) -> ir.Table:
    """Placements of the other group; `dual` where a person is in both at once in one node.

    Nobody is kept apart from themselves, so a dual person must be looked at one by one.
    """
    m = renamed(members, "grp", "who", "mkey", "tied")
    with_key = placed.mutate(mkey=ibis.literal(NONE, "int64"))
    on = [with_key.fromgrp == m.grp_, with_key.who == m.who_, with_key.keyed == m.tied_]
    theirs = cut(with_key, m, on, take=["mkey"])
    theirs = facts.store.keep("theirs", theirs)
    m = mine.select(brule="rule", bnode="node", bwho="who", b0="start", b1="end")
    met = theirs.join(
        m,
        [
            theirs.rule == m.brule,
            theirs.node == m.bnode,
            theirs.who == m.bwho,
            theirs.start < m.b1,
            m.b0 < theirs.end,
        ],
    )
    both = met.select("brule", "bnode", "bwho").distinct()
    t = theirs.left_join(
        both, [theirs.rule == both.brule, theirs.node == both.bnode, theirs.who == both.bwho]
    )
    return t.mutate(dual=t.bwho.notnull()).drop("brule", "bnode", "bwho")


def _special(facts: Facts, checks: Sequence[Separate], mine: ir.Table) -> ir.Table:
    """Add `special`: the protected person must be compared with others one by one.

    So it is where groups are tied to a case, and for who may be together with some person.
    """
    tied = mine.keyed == 1
    if not any(c.exempt_pair_if for c in checks):
        return mine.mutate(special=tied)
    x = facts.store.keep("pair_exempt", _pair_exempt(facts, checks))
    who = x.select(xrule="rule", xwho="who").distinct()
    t = mine.left_join(who, [mine.rule == who.xrule, mine.who == who.xwho])
    return t.mutate(special=(t.keyed == 1) | t.xwho.notnull()).drop("xrule", "xwho")


def _with_crowd(checks: Sequence[Separate], mine: ir.Table, others: ir.Table) -> ir.Table:
    """Time together with anybody of the crowd in the node, taken as one.

    Those only presumed to be children make a crowd of their own beside the whole one, so that
    their flag stays on the time in which they were there.
    """
    m = mine.filter(~mine.special)
    crowd = others.filter(~others.dual, others.keyed == 0)
    together = _meeting(m, crowd.mutate(presumed=ibis.literal(False)))
    if any(c.from_group == CHILDREN for c in checks):
        together = together.union(_meeting(m, crowd.filter(crowd.presumed)))
    return together


def _meeting(mine: ir.Table, crowd: ir.Table) -> ir.Table:
    """The common time with a crowd in a node.

    Where it ends as somebody of the crowd leaves by a written end, that end is written, be the
    rest still there (4.22).
    """
    c = renamed(union(crowd, ["rule", "node"]), "rule", "node")
    t = cut(mine, c, [mine.rule == c.rule_, mine.node == c.node_])
    left = crowd.filter(~crowd.inferred, crowd.end != OPEN)
    left = left.select(rule_="rule", node_="node", end_="end").distinct()
    t = t.left_join(left, [t.rule == left.rule_, t.node == left.node_, t.end == left.end_])
    return t.mutate(inferred=t.inferred & t.end_.isnull())[["rule", "who", *STRETCH]]


def _with_each(
    facts: Facts, checks: Sequence[Separate], mine: ir.Table, others: ir.Table
) -> ir.Table:
    """Time together with those who must be looked at one by one."""
    wide = mine.mutate(other=ibis.literal(NONE, "int64"))
    special = _pairs(wide.filter(wide.special), others)
    usual = _pairs(wide.filter(~wide.special), others.filter(others.dual))
    if any(c.exempt_pair_if for c in checks):
        special = _less_pairs(facts, checks, special)
    columns = ["rule", "who", *STRETCH]
    return special[columns].union(usual[columns])


def _pairs(mine: ir.Table, others: ir.Table) -> ir.Table:
    """The common time of each two persons in a node."""
    o = renamed(others.mutate(other=others.who), "rule", "node", "who", "mkey", "other")
    on = [
        mine.rule == o.rule_,
        mine.node == o.node_,
        mine.who != o.who_,
        (mine.keyed == 0) | agree(mine.mkey, o.mkey_),
    ]
    return cut(mine, o, on, take=["other"])[["rule", "who", "other", *STRETCH]]


def _less_exempt(facts: Facts, checks: Sequence[Separate], mine: ir.Table) -> ir.Table:
    """Leave out the exempt time of the protected persons."""
    mine = facts.store.keep("protected_at_all", union(mine, _PROTECTED))
    records = facts.excepting((c.rule, c.exempt_if) for c in checks)
    spells = _as_spells(facts, records).rename(xrule="rule", xwho="who")
    named = mine.select(*_PROTECTED).distinct()
    met = named.join(spells, [named.rule == spells.xrule, named.who == spells.xwho])
    return without(mine, met.select(*_PROTECTED, "start", "end"), _PROTECTED)[list(mine.columns)]


def _less_pairs(facts: Facts, checks: Sequence[Separate], t: ir.Table) -> ir.Table:
    """Leave out time exempt with the one person named in the key, or with anybody."""
    whose = ["rule", "who", "other"]
    t = facts.store.keep("pairs_together", union(t, whose))
    x = _pair_exempt(facts, checks)
    named = x.filter(x.key != NONE).mutate(other=x.key)
    anybody = x.filter(x.key == NONE)
    pairs = t.select("rule", "who", "other").distinct()
    spread = anybody.join(pairs, [anybody.rule == pairs.rule, anybody.who == pairs.who])
    columns = [*whose, "start", "end"]
    spread = spread.select(
        rule=anybody.rule, who=anybody.who, other=pairs.other, start=anybody.start, end=anybody.end
    )
    return without(t, named[columns].union(spread), whose)


def _pair_exempt(facts: Facts, checks: Sequence[Separate]) -> ir.Table:
    """The spells in which a protected person may be together with somebody."""
    code = facts.names.number
    rows = [
        {"xrule": code(c.rule), "xtyp": code(c.exempt_pair_if)}
        for c in checks
        if c.exempt_pair_if is not None
    ]
    kinds = facts.table(rows, "xrule xtyp")
    return _as_spells(facts, facts.live.join(kinds, facts.live.typ == kinds.xtyp))


def _as_spells(facts: Facts, records: ir.Table) -> ir.Table:
    """Exempting records as spells as they are written; an instant exempts no time."""
    t = records.filter(records.spell, records.holds)
    end = pick(t.t1.isnull() | (t.t1 > facts.as_of), OPEN, t.t1)
    t = t.select("who", "key", rule="xrule", start="t0", end=end)
    return facts.store.keep("separate_exempt", t)
