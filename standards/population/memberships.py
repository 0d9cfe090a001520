"""Groups over columns: who belongs to which, and when (patterns.md 1.4)."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from standards.checks import Separate
from standards.groups import ADULTS, BEGIN_WHEN_KNOWN, CHILDREN, MADE_OF, MEN, WOMEN
from standards.instants import ALWAYS, OPEN
from standards.person.within_ratio import COUNTED_GROUPS, TRIGGERING_GROUPS
from standards.population.ground import STRETCH, Ground, plain_stretch
from standards.population.stretches import pick, union

_COLUMNS = ["grp", "who", *STRETCH]


def memberships(g: Ground) -> ir.Table:
    """Memberships as group, who and stretch; only groups that some check names."""
    wanted = _names(g)
    found = [_spells(g, wanted - {CHILDREN, ADULTS})]
    found += [_age_group(g, name) for name in sorted(wanted & {CHILDREN, ADULTS})]
    for name, column in ((WOMEN, "female"), (MEN, "male")):
        if name in wanted:
            p = g.persons
            found.append(_membership(g, name, p.filter(p[column]), ALWAYS, OPEN))
    tables = [table[_COLUMNS] for table in found]
    return union(ibis.union(*tables) if len(tables) > 1 else tables[0], ["grp", "who"])


def _names(g: Ground) -> set[str]:
    names = {check.group for check in g.checks if check.group is not None}
    names |= {check.from_group for check in g.checks if isinstance(check, Separate)}
    return names | set(COUNTED_GROUPS.values()) | set(TRIGGERING_GROUPS.values())


def _spells(g: Ground, wanted: set[str]) -> ir.Table:
    """Spells as written, never inferred; pregnancy begins when it is known (4.23)."""
    rows = [
        {
            "membertyp": g.names.number(kind),
            "grp": g.names.number(name),
            "whenknown": int(kind in BEGIN_WHEN_KNOWN),
        }
        for name in sorted(wanted)
        for kind in MADE_OF.get(name, (name,))
    ]
    kinds = g.table(rows, "membertyp grp whenknown")
    t = g.live.filter(g.live.spell)
    t = t.join(kinds, t.typ == kinds.membertyp)
    start = pick(t.whenknown == 1, ibis.greatest(t.t0, t.known.coalesce(t.t0)), t.t0)
    end = pick(t.t1.isnull() | (t.t1 > g.as_of), OPEN, t.t1)
    t = t.mutate(start_=start, end_=end)
    t = t.filter(t.start_ < t.end_, t.start_ <= g.as_of)
    return t.select("grp", "who", **plain_stretch(t.start_, t.end_, t.zone))


def _age_group(g: Ground, name: str) -> ir.Table:
    """Children and adults; a birth date that is not known makes a child, flagged."""
    who, p = g.everybody, g.persons
    t = who.left_join(p, who.who == p.who).select(
        who=who.who, ofage=p.ofage, latest=p.latest.coalesce(False)
    )
    if name == ADULTS:
        known = t.filter(t.ofage <= g.as_of)
        adults = _membership(g, ADULTS, known, known.ofage, OPEN)
        if not g.adult_if_unknown:
            return adults
        unknown = t.filter(t.ofage.isnull())
        return adults.union(_membership(g, ADULTS, unknown, ALWAYS, OPEN))
    if g.adult_if_unknown:
        t = t.filter(t.ofage.notnull())
    end = pick(t.ofage.isnull() | (t.ofage > g.as_of), OPEN, t.ofage)
    return _membership(g, CHILDREN, t, ALWAYS, end, t.ofage.isnull() | t.latest)


def _membership(
    g: Ground, name: str, t: ir.Table, start: Any, end: Any, presumed: Any = False
) -> ir.Table:
    return t.select(
        "who",
        grp=ibis.literal(g.names.number(name), "int64"),
        **plain_stretch(start, end, g.home_zone, presumed),
    )
