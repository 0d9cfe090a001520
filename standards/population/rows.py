"""Findings as rows: the columns in which all nine queries answer."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from standards.findings import Flag, Status
from standards.instants import OPEN
from standards.population.columns import NONE
from standards.population.stretches import absent, pick

STATUSES = (Status.MET, Status.DUE, Status.BREACHED, Status.LAPSED, Status.UNKNOWN)
MET, DUE, BREACHED, LAPSED, UNKNOWN = range(5)
FLAGS = {
    "inferred": Flag.INFERRED_END,
    "presumed": Flag.PRESUMED_CHILD,
    "nolog": Flag.NO_CONTACT_LOG,
    "provisional": Flag.PROVISIONAL,
    "past": Flag.PLANNED_PAST_LIMIT,
}
COLUMNS = ("rule", "status", "who", "key", "since", "until", "duty", *FLAGS)


def findings(
    t: ir.Table,
    *,
    status: Any,
    since: Any,
    until: Any,
    duty: Any,
    key: Any = NONE,
    **flags: Any,
) -> ir.Table:
    """One finding a row; an OPEN `until` becomes null. Flags not given are false."""
    until = _whole(until)
    shown = {name: flags.get(name, False) for name in FLAGS}
    return t.select(
        rule=t.rule,
        status=_whole(status),
        who=t.who,
        key=_whole(key),
        since=_whole(since),
        until=pick(until == OPEN, absent(), until),
        duty=_whole(duty),
        **{n: ibis.literal(v) if isinstance(v, bool) else v for n, v in shown.items()},
    )


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return ibis.literal(value, "int64")
    return value.cast("int64")
