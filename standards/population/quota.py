"""`quota` over columns, by local day, week and month (patterns.md 2.8; rolling beside)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import Quota
from standards.instants import OPEN
from standards.population.calendar_tables import PERIOD_KINDS
from standards.population.facts import Facts
from standards.population.quota_amounts import amounts, apart, rules_table
from standards.population.quota_rolling import quota_rolling
from standards.population.rows import BREACHED, DUE, MET, UNKNOWN, findings
from standards.population.stretches import pick


def quota(facts: Facts, checks: Sequence[Quota]) -> list[ir.Table]:
    """Breached and unknown periods, the one that is due, or `met` for a closed spell."""
    rolling = [c for c in checks if c.rolling is not None]
    fixed = [c for c in checks if c.rolling is None]
    found = []
    if rolling:
        found.append(quota_rolling(facts, rolling))
    if fixed:
        found += _by_period(facts, fixed)
    return found


def _by_period(facts: Facts, checks: Sequence[Quota]) -> list[ir.Table]:
    rules = facts.store.keep("quota_rules", rules_table(facts, checks))
    spells = facts.store.keep("quota_spells", _spells(facts, rules))
    marks = facts.store.keep("quota_marks", _marks(facts, checks, rules, spells))
    return [_stretches(spells, marks), _met(spells, marks), _due(spells, marks)]


def _spells(facts: Facts, rules: ir.Table) -> ir.Table:
    """Joined spells with the first and last period that matter to them."""
    t = facts.joined_for(rules)
    t = t.mutate(stop=pick(t.end == OPEN, facts.as_of, t.end))
    calendar = facts.calendar
    t = calendar.day_of(t, "start", "zone", "day0")
    t = calendar.day_of(t, "stop", "zone", "day1")
    t = _indexed(_indexed(t, facts, "day0", "p_first"), facts, "day1", "p_now")
    # One more than the present period, for what is due next.
    t = t.mutate(p_last=pick(t.end == OPEN, t.p_now + 1, t.p_now))
    first, last = _bounds(calendar.periods, "first"), _bounds(calendar.periods, "last")
    t = t.join(
        first, [t.kind == first.firstkind, t.zone == first.firstzone, t.p_first == first.firstidx]
    )
    t = t.join(last, [t.kind == last.lastkind, t.zone == last.lastzone, t.p_last == last.lastidx])
    t = t.drop("firstkind", "firstzone", "firstidx", "lastkind", "lastzone", "lastidx",
               "firstp1", "lastp0")  # fmt: skip
    # A number for each spell makes the long tables below narrow.
    return t.mutate(jid=ibis.row_number())


def _bounds(periods: ir.Table, name: str) -> ir.Table:
    return periods.select(
        **{
            f"{name}kind": periods.kind, f"{name}zone": periods.zone, f"{name}idx": periods.pidx,
            f"{name}p0": periods.p0, f"{name}p1": periods.p1,
        }
    )  # fmt: skip


def _indexed(t: ir.Table, facts: Facts, day: str, into: str) -> ir.Table:
    """Add the number of the period that holds a local day (see calendar.periods)."""
    week = (t[day] + 3) // 7
    index = pick(t.kind == PERIOD_KINDS["local_week"], week, t[day])
    months = [c for c in facts.checks if isinstance(c, Quota) and c.period == "local_month"]
    if not months:
        return t.mutate(**{into: index})
    days = facts.calendar.local_days
    days = days.select(mzone_="zone", mday_="day", mym_="ym")
    t = t.mutate(**{into: index})
    t = t.join(days, [t.zone == days.mzone_, t[day] == days.mday_])
    is_month = t.kind == PERIOD_KINDS["local_month"]
    return t.mutate(**{into: pick(is_month, t.mym_, t[into])}).drop("mzone_", "mday_", "mym_")


def _marks(facts: Facts, checks: Sequence[Quota], rules: ir.Table, spells: ir.Table) -> ir.Table:
    """The periods that count for a spell and are not simply in order, with what they say."""
    t = _that_count(facts, checks, _periods(facts, spells))
    t = _with_amounts(facts, rules, spells, t)
    t = _with_share(facts, checks, rules, spells, t)
    t = t.filter(t.share > 0)
    short = (t.amount < t.low * t.share * t.scale).coalesce(False)
    excess = (t.amount > t.high * t.scale).coalesce(False)
    unknown = (t.nodata == 1) & (t.anydata == 0)
    says = pick(unknown & t.isfinished, UNKNOWN, pick(short | excess, BREACHED, MET))
    t = t.mutate(says=says, isnext=~t.isfinished & short)
    t = t.filter(t.isnext | (t.isfinished & (t.says != MET)))
    return t.select("jid", "pidx", "in0", "in1", "says", "isnext")


def _periods(facts: Facts, spells: ir.Table) -> ir.Table:
    """Every period of every spell, and one more for an open spell, cut to the spell."""
    n, p = facts.calendar.numbers, facts.calendar.periods
    t = spells.join(n, n.n <= spells.p_last - spells.p_first)
    t = t.mutate(pidx=t.p_first + t.n)
    p = p.rename(pkind="kind", pzone="zone", pnum="pidx")
    t = t.join(p, [t.kind == p.pkind, t.zone == p.pzone, t.pidx == p.pnum])
    finished = pick(t.end == OPEN, t.p1 <= facts.as_of, ibis.literal(True))
    t = t.mutate(isfinished=finished, in0=ibis.greatest(t.p0, t.start))
    t = t.mutate(in1=pick(t.isfinished, ibis.least(t.p1, t.stop), t.p1))
    t = t.filter(t.p0 < t.p1, t.in0 < t.in1)
    return t.select(
        "jid", "pidx", "p0", "p1", "d0", "d1", "in0", "in1", "isfinished", "low", "high", "scale",
        "nodata", "whole", "overlap_m", "overlap_d", "overlap_u", "zone",
    )  # fmt: skip


def _that_count(facts: Facts, checks: Sequence[Quota], t: ir.Table) -> ir.Table:
    """A period counts when the spell covers all of it, or `min_overlap`."""
    t = facts.calendar.shift(
        t, "in0", "zone", "overlap", "enough", uses=[c.min_overlap for c in checks]
    )
    covered = (t.in0 == t.p0) & (t.in1 == t.p1)
    return t.filter(pick(t.whole == 1, covered, t.enough <= t.in1))


def _with_amounts(facts: Facts, rules: ir.Table, spells: ir.Table, t: ir.Table) -> ir.Table:
    """Add `amount` and `anydata`; amounts count in the whole period (4.15)."""
    span = spells[["jid", "rule", "who", "skey", "zone", "kind", "firstp0", "lastp1"]]
    a = amounts(facts, rules)
    m = span.join(
        a,
        [
            span.rule == a.arule,
            span.who == a.awho,
            span.skey == a.akey,
            a.a0 < span.lastp1,
            (a.a1 > span.firstp0) | (a.a0 >= span.firstp0),
        ],
    )
    m = facts.store.keep(
        "quota_amounts",
        m.select("jid", "zone", "kind", "firstp0", "lastp1", "a0", "a1", "timed", "size"),
    )
    e = m.filter(~m.timed, m.a0 >= m.firstp0)
    e = facts.calendar.day_of(e, "a0", "zone", "aday")
    e = _indexed(e, facts, "aday", "pidx")[["jid", "pidx", "size"]]
    both = e.union(_split(facts, m.filter(m.timed)))
    sums = both.group_by(sjid=both.jid, spidx=both.pidx).aggregate(
        total=both["size"].sum(), pieces=both.count()
    )
    sums = facts.store.keep("quota_sums", sums)
    t = t.left_join(sums, [t.jid == sums.sjid, t.pidx == sums.spidx])
    return t.mutate(amount=t.total.coalesce(0.0), anydata=t.pieces.coalesce(0))


def _split(facts: Facts, m: ir.Table) -> ir.Table:
    """Amount spells cut at the bounds of the periods they touch."""
    m = apart(m, ["jid"])
    m = m.mutate(a0=ibis.greatest(m.a0, m.firstp0), a1=ibis.least(m.a1, m.lastp1))
    m = m.filter(m.a0 < m.a1)
    m = m.mutate(alast=m.a1 - 1)
    m = facts.calendar.day_of(m, "a0", "zone", "aday0")
    m = facts.calendar.day_of(m, "alast", "zone", "aday1")
    m = _indexed(_indexed(m, facts, "aday0", "i0"), facts, "aday1", "i1")
    m = facts.store.keep("quota_time", m.select("jid", "zone", "kind", "a0", "a1", "i0", "i1"))
    within = m.filter(m.i0 == m.i1)
    within = within.select("jid", pidx="i0", size=(within.a1 - within.a0).cast("float64"))
    return within.union(_across(facts, m.filter(m.i0 != m.i1)))


def _across(facts: Facts, m: ir.Table) -> ir.Table:
    """The few amount spells that reach over a bound, one row for each period."""
    n = facts.calendar.numbers
    m = m.join(n, n.n <= m.i1 - m.i0)
    m = m.mutate(pidx=m.i0 + m.n)
    p = facts.calendar.periods.rename(pkind="kind", pzone="zone", pnum="pidx")
    m = m.join(p, [m.kind == p.pkind, m.zone == p.pzone, m.pidx == p.pnum])
    size = ibis.least(m.a1, m.p1) - ibis.greatest(m.a0, m.p0)
    m = m.mutate(size=size.cast("float64"))
    return m.filter(m["size"] > 0).select("jid", "pidx", "size")


def _with_share(
    facts: Facts, checks: Sequence[Quota], rules: ir.Table, spells: ir.Table, t: ir.Table
) -> ir.Table:
    """Add `share`: the part of the period's days that is not excused."""
    if not any(c.excuse for c in checks):
        return t.mutate(share=ibis.literal(1.0))
    days = _excused_days(facts, checks, spells)
    out = days.group_by(xjid=days.jid, xpidx=days.xpidx).aggregate(out=days.xday.nunique())
    out = facts.store.keep("quota_excused", out)
    t = t.left_join(out, [t.jid == out.xjid, t.pidx == out.xpidx])
    length = t.d1 - t.d0
    return t.mutate(share=(length - t.out.coalesce(0)) / length)


def _excused_days(facts: Facts, checks: Sequence[Quota], spells: ir.Table) -> ir.Table:
    """The local days, in the zone of each spell, on which an excuse stands."""
    calendar = facts.calendar
    x = facts.excepting((c.rule, c.excuse) for c in checks)
    x = x.filter(x.t0.notnull())
    last = pick(x.spell, ibis.least(x.t1.coalesce(facts.as_of), facts.as_of) - 1, x.t0)
    x = x.select("xrule", xwho="who", x0="t0", x1=ibis.greatest(last, x.t0))
    span = spells[["jid", "rule", "who", "skey", "zone", "kind", "firstp0", "lastp1"]]
    m = span.join(
        x,
        [
            span.rule == x.xrule,
            span.who == x.xwho,
            x.x0 < span.lastp1,
            x.x1 >= span.firstp0,
        ],
    )
    m = m.mutate(x0=ibis.greatest(m.x0, m.firstp0), x1=ibis.least(m.x1, m.lastp1 - 1))
    m = calendar.day_of(m, "x0", "zone", "xday0")
    m = calendar.day_of(m, "x1", "zone", "xday1")
    n = calendar.numbers
    m = m.join(n, n.n <= m.xday1 - m.xday0)
    m = m.mutate(xday=m.xday0 + m.n)
    return _indexed(m, facts, "xday", "xpidx")


def _stretches(spells: ir.Table, marks: ir.Table) -> ir.Table:
    """Broken and unknown periods; those that follow each other are one (4.16)."""
    t = marks.filter(~marks.isnext)
    line = ibis.window(group_by=["jid", "says"], order_by=["pidx"])
    t = t.mutate(nth=ibis.row_number().over(line))
    t = t.mutate(island=t.pidx - t.nth)
    g = t.group_by(["jid", "says", "island"]).aggregate(since=t.in0.min(), until=t.in1.max())
    t = g.join(spells, "jid")
    return findings(
        t, status=t.says, since=t.since, until=t.until, duty=t.start, key=t.skey,
        inferred=t.inferred & (t.until == t.end), presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip


def _met(spells: ir.Table, marks: ir.Table) -> ir.Table:
    """Closed spells in which no period was broken or unknown."""
    t = spells.filter(spells.end != OPEN).anti_join(marks, "jid")
    return findings(
        t, status=MET, since=t.start, until=t.end, duty=t.start, key=t.skey,
        inferred=t.inferred, presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip


def _due(spells: ir.Table, marks: ir.Table) -> ir.Table:
    """The earliest unfinished period of an open spell that is not yet filled."""
    t = marks.filter(marks.isnext)
    t = t.group_by("jid").aggregate(since=t.in0.min(), until=t.in1.min())
    t = t.join(spells, "jid")
    return findings(
        t, status=DUE, since=t.since, until=t.until, duty=t.start, key=t.skey,
        presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip
