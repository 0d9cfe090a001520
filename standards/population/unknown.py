"""`unknown` over columns: states that may or may not have held (patterns.md 1.6)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis.expr.types as ir

from standards.checks import Check, Quota
from standards.population.facts import Facts, signature_ids, signature_of, state_checks
from standards.population.rows import UNKNOWN, findings
from standards.population.stretches import joined


def unknown(facts: Facts, checks: Sequence[Check]) -> ir.Table:
    """One `unknown` for each joined spell of an uncertain state."""
    ids = signature_ids(facts.checks)
    rows = [
        {"rule": facts.names.number(c.rule), "sid": ids[signature_of(c)]}
        for c in state_checks(checks)
        if not (isinstance(c, Quota) and c.rolling is not None)
    ]
    parts = facts.parts_of(uncertain=True)
    t = joined(parts, ["sid", "who", "skey"]).join(facts.table(rows, "rule sid"), "sid")
    return findings(
        t, status=UNKNOWN, since=t.start, until=t.end, duty=t.start, key=t.skey,
        inferred=t.inferred, presumed=t.presumed, nolog=t.nolog,
    )  # fmt: skip
