"""Which rules break under a plan that do not break without it: when first, on which days, for whom.

Both futures are judged at the end of the plan, with nothing written meanwhile. So what falls due
in any case is in both, and what is in one alone is the doing of the plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standards.checks import (
    Check,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
)
from standards.findings import Finding, Status
from standards.instants import Instant
from standards.person.engine import evaluate_archive
from standards.records import Archive
from throughcare.duties.kinds import names_of
from throughcare.duties.rules import Asked, rulebook
from throughcare.duties.what_if.plans import Plan

# Broken because something is not written: the plan asks for it, and it can be done.
_ASKS = (RespondWithin, RecurWithin, OnlyWith, RequiresFields)


@dataclass(frozen=True, slots=True)
class Stretch:
    """[since, until) in which a rule is broken for somebody; both alike for a moment."""

    since: Instant
    until: Instant


# Under each rule and person, when it is broken by the doing of the plan.
Broken = Mapping[tuple[str, str], Sequence[Stretch]]


def checks_of(plan: Plan, asked: Asked) -> tuple[Check, ...]:
    """The rules that ask for anything that the plan touches, or for what follows from it."""
    follows = {one.state for one in rulebook().derivations if one.source in plan.kinds}
    touched = plan.kinds | follows
    return tuple(
        check for check in (*asked.alone, *asked.together)
        if touched.intersection(name for some in names_of(check) for name in some)
    )  # fmt: skip


def asks(check: Check, plan: Plan) -> bool:
    """Whether the rule is kept by doing something that the plan does not speak of."""
    if isinstance(check, Quota):
        follows = {one.state for one in rulebook().derivations}
        return check.min is not None and check.amount_of not in plan.kinds | follows
    return isinstance(check, _ASKS)


def broken_by(
    plan: Plan, archive: Archive, checks: Sequence[Check], before: Sequence[Finding]
) -> Broken:
    """What the plan breaks. `before`: as it is without, from `without`."""
    end = plan.ends(archive.zone)
    under = _judged(plan.laid_over(archive), checks, end)
    old, new = _stretches(before, end), _stretches(under, end)
    left = {key: _without(some, old.get(key, ())) for key, some in new.items()}
    return {key: some for key, some in left.items() if some}


def without(plan: Plan, archive: Archive, checks: Sequence[Check]) -> list[Finding]:
    """The same time without the plan."""
    return _judged(archive, checks, plan.ends(archive.zone))


def _judged(archive: Archive, checks: Sequence[Check], end: Instant) -> list[Finding]:
    return evaluate_archive(archive, checks, as_of=end, derivations=rulebook().derivations)


def _stretches(found: Iterable[Finding], end: Instant) -> dict[tuple[str, str], list[Stretch]]:
    by_what: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    for one in found:
        if one.status == Status.BREACHED and one.since <= end:
            until = end if one.until is None else min(one.until, end)
            by_what[one.rule, one.who].append(Stretch(one.since, max(until, one.since)))
    return {key: sorted(some, key=lambda s: (s.since, s.until)) for key, some in by_what.items()}


def _without(some: Sequence[Stretch], old: Sequence[Stretch]) -> list[Stretch]:
    """What of these stretches lies in none of the old ones."""
    left = []
    for one in some:
        edges = sorted({one.since, one.until, *(
            edge for other in old for edge in (other.since, other.until)
            if one.since < edge < one.until
        )})  # fmt: skip
        pieces = [Stretch(a, b) for a, b in pairwise(edges)] or [one]
        left += [
            piece for piece in pieces
            if not any(o.since <= piece.since and piece.until <= o.until for o in old)
        ]  # fmt: skip
    return left
