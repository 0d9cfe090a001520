"""Signatures: what decides the joined spells of a rule, so that rules that agree share them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from standards.checks import Check, MaxDuration, Never, OnlyWith, Quota, RecurWithin
from standards.durations import ZERO, Duration
from standards.population.calendar import duration_columns

StateCheck = RecurWithin | MaxDuration | Never | OnlyWith | Quota


def state_checks(checks: Sequence[Check]) -> list[StateCheck]:
    """The checks about a state."""
    kinds = (RecurWithin, MaxDuration, Never, OnlyWith, Quota)
    return [c for c in checks if isinstance(c, kinds) and c.state is not None]


def gap_of(check: Check) -> Duration:
    return check.merge_gap if isinstance(check, RecurWithin | MaxDuration) else ZERO


Signature = tuple[str, str | None, Duration, bool]


def signature_of(check: StateCheck) -> Signature:
    """What decides the joined spells of a check: rules that agree on it share them."""
    assert check.state is not None
    return (check.state, check.group, gap_of(check), check.is_per_thing)


def signature_list(checks: Sequence[Check]) -> list[Signature]:
    return list(dict.fromkeys(signature_of(check) for check in state_checks(checks)))


def signature_ids(checks: Sequence[Check]) -> dict[Signature, int]:
    return {signature: number for number, signature in enumerate(signature_list(checks))}


def signature_rows(
    checks: Sequence[Check], code: Callable[[str | None], int]
) -> list[dict[str, int]]:
    """The signatures as rows of numbers, for a table of parameters."""
    return [
        {
            "sid": sid,
            "state": code(state),
            "grp": code(group),
            "perthing": int(per_thing),
            **duration_columns("gap", gap),
        }
        for (state, group, gap, per_thing), sid in signature_ids(checks).items()
    ]
