"""`never` over columns (patterns.md 2.4)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis.expr.types as ir

from standards.checks import Never
from standards.population.columns import NONE
from standards.population.facts import Facts, signature_ids, signature_of
from standards.population.rows import BREACHED, findings
from standards.population.stretches import pick


def never(facts: Facts, checks: Sequence[Never]) -> list[ir.Table]:
    """A breach for each event and for each stretch of a state."""
    code = facts.names.number
    ids = signature_ids(facts.checks)
    events = [c for c in checks if c.event is not None]
    states = [c for c in checks if c.state is not None]
    found = []
    if events:
        rows = [
            {
                "rule": code(c.rule),
                "event": code(c.event),
                "grp": code(c.group),
                "keyed": int(c.is_per_thing),
            }
            for c in events
        ]
        rules = facts.table(rows, "rule event grp keyed")
        t = facts.live.join(rules, facts.live.typ == rules.event)
        t = facts.members(t.filter(t.t0.notnull()), "t0", events)
        key = pick(t.keyed == 1, t.key, NONE)
        found.append(
            findings(
                t, status=BREACHED, since=t.t0, until=t.t0, duty=t.t0, key=key,
                presumed=t.presumed,
            )
        )  # fmt: skip
    if states:
        rows = [{"rule": code(c.rule), "sid": ids[signature_of(c)]} for c in states]
        t = facts.joined_for(facts.table(rows, "rule sid"))
        found.append(
            findings(
                t, status=BREACHED, since=t.start, until=t.end, duty=t.start, key=t.skey,
                inferred=t.inferred, presumed=t.presumed, nolog=t.nolog,
            )
        )  # fmt: skip
    return found
