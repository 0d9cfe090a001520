"""Guards and exemptions over columns (patterns.md 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from standards.checks import OnlyWith
from standards.instants import OPEN
from standards.population.calendar import duration_columns
from standards.population.columns import NONE
from standards.population.facts import Facts
from standards.population.stretches import pick


def rules_table(facts: Facts, checks: Sequence[OnlyWith], **more: Any) -> ir.Table:
    """The parameters of the checks; `more` are further columns, each a function of a check."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "guard": code(c.guard),
            "grp": code(c.group),
            "shown": int(c.key is not None or c.is_per_thing),
            "aging": int(c.max_age is not None),
            **duration_columns("lead", c.min_lead),
            **duration_columns("age", c.max_age),
            **duration_columns("grace", c.grace),
            **duration_columns("notice", c.short_notice),
            **{name: value(c) for name, value in more.items()},
        }
        for c in checks
    ]
    return facts.table(rows, " ".join(rows[0]))


def valid_guards(facts: Facts, checks: Sequence[OnlyWith], rules: ir.Table) -> ir.Table:
    """Each guard with its validity: grule, gwho, gkey, v0, v1, withend (the end belongs to it)."""
    columns = ["lead_m", "lead_d", "lead_u", "age_m", "age_d", "age_u", "aging"]
    wanted = rules.select("guard", *columns, grule="rule")
    t = facts.live.join(wanted, facts.live.typ == wanted.guard)
    t = t.filter(t.t0.notnull(), t.holds)
    calendar = facts.calendar
    t = calendar.shift(t, "t0", "zone", "lead", "ripe", uses=[c.min_lead for c in checks])
    t = calendar.shift(t, "t0", "zone", "age", "stale", uses=[c.max_age for c in checks])
    start = pick(t.spell, t.t0, t.ripe)
    # Dating back does not help: never valid before it was made.
    start = ibis.greatest(start, t.made.coalesce(start))
    end = pick(t.spell, t.t1.coalesce(OPEN), pick(t.aging == 1, t.stale, OPEN))
    t = t.mutate(v0=start, v1=end, withend=~t.spell)
    t = t.filter((t.v0 < t.v1) | (t.withend & (t.v0 == t.v1)))
    return t.select("grule", "v0", "v1", "withend", gwho="who", gkey="key")


def exemptions(facts: Facts, checks: Sequence[OnlyWith]) -> ir.Table:
    """Each exemption record: xrule, xwho, xkey, x0, x1 (OPEN if going on), isspell."""
    t = facts.excepting((c.rule, c.exempt_if) for c in checks)
    t = t.filter(t.t0.notnull(), t.holds)
    return t.select(
        "xrule", xwho="who", xkey="key", x0="t0", x1=t.t1.coalesce(OPEN), isspell="spell"
    )


def agree(one: Any, other: Any) -> Any:
    """Keys agree unless both are written and differ."""
    return (one == NONE) | (other == NONE) | (one == other)
