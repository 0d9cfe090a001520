"""The algebra of stretches over columns: the same as spells.py, for everybody at once.

A table of stretches has start, end, zone, inferred, plan, nolog, presumed beside the columns
that say whose they are. `end` OPEN means it holds at `as_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from standards.durations import Duration
from standards.instants import OPEN, Instant

if TYPE_CHECKING:
    from standards.population.calendar import Calendar


def pick(condition: Any, yes: Any, no: Any) -> Any:
    """One of two values for each row."""
    return ibis.ifelse(condition, yes, no)


def number(condition: Any) -> Any:
    """1 for true, 0 else: casts of truth values differ between databases."""
    return ibis.ifelse(condition, 1, 0)


def whole(value: Any) -> Any:
    """As a wide whole number: rows that are put under each other must have one type."""
    return value.cast("int64")


def absent() -> Any:
    """No instant."""
    return ibis.null("int64")


def with_reach(
    parts: ir.Table, calendar: Calendar, as_of: Instant, gaps: Sequence[Duration]
) -> ir.Table:
    """Add `reach`: up to when a further part would still join (columns gap_m/_d/_u)."""
    if all(gap.is_zero for gap in gaps):
        return parts.mutate(reach=parts.end)
    closed = parts.mutate(end_=pick(parts.end == OPEN, as_of, parts.end))
    shifted = calendar.shift(closed, "end_", "zone", "gap", "reached_", uses=gaps)
    return shifted.mutate(reach=pick(shifted.end == OPEN, OPEN, shifted.reached_)).drop(
        "end_", "reached_"
    )


def numbered(parts: ir.Table, whose: Sequence[str]) -> ir.Table:
    """Add `sess`: the number of the joined spell to which each part belongs.

    Parts that begin at one instant are taken together: rows that tie have no order of their
    own, and the two windows might each put them in another.
    """
    before = ibis.range_window(preceding=(None, 1), group_by=list(whose), order_by=parts.start)
    reached = parts.mutate(reached_=parts.reach.max().over(before))
    new = reached.mutate(
        new_=number(reached.reached_.isnull() | (reached.start > reached.reached_))
    )
    running = ibis.range_window(
        preceding=None, following=0, group_by=list(whose), order_by=new.start
    )
    return new.mutate(sess=new.new_.sum().over(running)).drop("reached_")


def joined(parts: ir.Table, whose: Sequence[str]) -> ir.Table:
    """Join numbered parts: one row a joined spell."""
    keys = [*whose, "sess"]
    spells = parts.group_by(keys).aggregate(
        start=parts.start.min(),
        end=parts.end.max(),
        zone=parts.zone.min(where=parts.new_ == 1),
        certain_=parts.end.max(where=~parts.inferred),
        plan=parts.plan.max(),
        nolog=parts.nolog.any(),
        presumed=parts.presumed.any(),
        reach=parts.reach.max(),
    )
    return spells.mutate(
        # A written end that coincides with an inferred one is written (4.22).
        inferred=spells.certain_.isnull() | (spells.certain_ < spells.end),
        plan=pick(spells.end == OPEN, spells.plan, absent()),
    ).drop("certain_")


def union(parts: ir.Table, whose: Sequence[str]) -> ir.Table:
    """What overlaps or touches becomes one row."""
    touching = parts.mutate(reach=parts.end)
    return joined(numbered(touching, whose), whose).drop("sess", "reach")


def cut(parts: ir.Table, by: ir.Table, on: Sequence[Any], take: Sequence[str] = ()) -> ir.Table:
    """The common part of rows that `on` brings together.

    `by` has start_, end_, inferred_, nolog_, presumed_ (see renamed). Columns in `take` get the
    value that `by` has for them (name_).
    """
    met = parts.join(by, [*on, parts.start < by.end_, by.start_ < parts.end])
    end = ibis.least(met.end, met.end_)
    common = met.mutate(
        cutstart_=ibis.greatest(met.start, met.start_),
        cutend_=end,
        cutinferred_=((met.end > end) | met.inferred) & ((met.end_ > end) | met.inferred_),
    )
    common = common.filter(common.cutstart_ < common.cutend_)
    return common.mutate(
        start=common.cutstart_,
        end=common.cutend_,
        inferred=common.cutinferred_,
        plan=pick(common.cutend_ == OPEN, common.plan, absent()),
        nolog=common.nolog | common.nolog_,
        presumed=common.presumed | common.presumed_,
        **{name: common[f"{name}_"] for name in take},
    )[list(parts.columns)]


def renamed(stretches: ir.Table, *keep: str) -> ir.Table:
    """The columns that `cut` reads of its second table, and some of whose they are as name_."""
    return stretches.select(
        start_=stretches.start,
        end_=stretches.end,
        inferred_=stretches.inferred,
        nolog_=stretches.nolog,
        presumed_=stretches.presumed,
        **{f"{name}_": stretches[name] for name in keep},
    )


def without(t: ir.Table, taken: ir.Table, whose: Sequence[str]) -> ir.Table:
    """What is left of each stretch when the time in `taken` (whose, start, end) is left out.

    Stretches must be joined, so that `whose` and `start` name one. Its pieces lie before the
    first taken time, after each up to the next, and after the last.
    """
    name = [*whose, "start"]
    x = taken.select(x0="start", x1="end", **{f"{n}_": taken[n] for n in whose})
    marks = t.join(x, [t[n] == x[f"{n}_"] for n in whose] + [x.x0 < t.end, x.x1 > t.start])
    marks = marks.select(*name, "x0", "x1")
    so_far = ibis.rows_window(preceding=None, following=0, group_by=name, order_by=["x0", "x1"])
    line = ibis.window(group_by=name, order_by=["x0", "x1"])
    tails = marks.mutate(gap0=marks.x1.max().over(so_far), gap1=marks.x0.lead().over(line))
    heads = marks.group_by(name).aggregate(gap0=marks.start.min(), gap1=marks.x0.min())
    gaps = heads.union(tails[[*name, "gap0", "gap1"]])
    gaps = gaps.rename(**{f"{n}_": n for n in name})
    met = t.join(gaps, [t[n] == gaps[f"{n}_"] for n in name])
    end = ibis.least(met.gap1.coalesce(met.end), met.end)
    met = met.mutate(newstart=ibis.greatest(met.gap0, met.start), newend=end)
    met = met.filter(met.newstart < met.newend)
    cut_short = met.newend < met.end
    pieces = met.mutate(
        start=met.newstart,
        end=met.newend,
        inferred=met.inferred & ~cut_short,
        plan=pick(cut_short, absent(), met.plan),
    )[list(t.columns)]
    whole = t.anti_join(marks, name)
    return union(whole.union(pieces), whose)
