"""Which names a check reads, and whether they stand for events or for spells."""

from __future__ import annotations

from collections.abc import Iterable

from standards.checks import (
    Check,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.groups import ADULTS, CHILDREN, MADE_OF, MEN, WOMEN

BOTH = ("event", "spell")
_FREE = {"in_custody", "always", CHILDREN, ADULTS, WOMEN, MEN}


def names_of(check: Check) -> list[tuple[str, str]]:
    """Each record type that the check reads with its usual form: event or spell."""
    found: list[tuple[str | None, str]] = []
    found += [(name, "spell") for name in _groups(check)]
    match check:
        case RespondWithin():
            found += [(check.trigger, "event"), (check.response, "event"), (check.unless, "event")]
            found += [(check.while_, "spell")]
        case RecurWithin():
            found += [(check.state, "spell"), (check.response, "event")]
        case Never():
            found += [(check.event, "event"), (check.state, "spell")]
        case OnlyWith():
            found += [(check.event, "event"), (check.state, "spell"), (check.planned, "event")]
            found += [(check.guard, "spell"), (check.guard, "event"), (check.exempt_if, "spell")]
            found += [(f"planned_{check.planned}", "plan")] * 2 if check.planned else []
        case Separate():
            found += [(name, "spell") for name in (*check.placements, check.exempt_if)]
            found += [(check.while_, "spell"), (check.exempt_pair_if, "pair")]
        case RequiresFields():
            found += [(check.record, "event")]
            found += [(name.partition(".")[0], "event") for name in check.fields]
        case Quota():
            found += [(check.state, "spell"), (check.excuse, "event")]
            found += [(check.amount_of, form) for form in BOTH]
        case WithinRatio():
            found += [("placement", "spell"), ("placement", "spell"), (check.exempt_if, "spell")]
            found += [("sentenced", "spell"), ("untried", "spell")]
        case _:
            found += [(getattr(check, "state", None), "spell")]
    return [(name, form) for name, form in found if name is not None and name not in _FREE]


def _groups(check: Check) -> Iterable[str]:
    for name in (check.group, getattr(check, "from_group", None)):
        if name is not None:
            yield from MADE_OF.get(name, (name,))


def fields_of(checks: Iterable[Check]) -> dict[str, list[str]]:
    """The fields that the checks ask for, by the record that carries them."""
    asked: dict[str, list[str]] = {}
    for check in checks:
        if isinstance(check, RequiresFields):
            for name in check.fields:
                for carrier in (name.partition(".")[0], check.record):
                    asked.setdefault(carrier, []).append(name)
    return asked
