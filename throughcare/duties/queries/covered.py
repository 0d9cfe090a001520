"""Which rules the records can answer, and which records to start keeping next to gain most.

Of what the rooms keep at all: the page and `throughcare rules coverage --live` both say this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final

from standards.rulebook.coverage import MEASURES, Kept, Reach, RuleCoverage, reach_of
from throughcare.duties.rules import checks_on, covered, kept_by_rooms, rulebook

STEPS: Final = 10  # of the way from one kind of record to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A kind of record or field that nobody keeps: what is gained if it alone were kept.

    `answered` and `partly`: how many more rules would be answered, or answered in part.
    `asked_by`: how many rules miss it at all.
    """

    name: str
    answered: int
    partly: int
    asked_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The best to keep next after all before it, and how many rules are answered then."""

    name: str
    more: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """Every monitored rule, the gain of each missing name, and the way that gains most."""

    rules: Sequence[RuleCoverage]
    gains: Sequence[Gain]
    next: Sequence[Step]

    def count(self, reach: Reach) -> int:
        """How many rules are answered so far."""
        return sum(one.reach is reach for one in self.rules)

    def as_json(self) -> dict[str, Any]:
        """As the command writes it."""
        return {
            "monitored": len(self.rules),
            **{str(reach): self.count(reach) for reach in Reach},
            "gains": [
                {"name": one.name, "answered": one.answered, "partly": one.partly,
                 "asked_by": one.asked_by}
                for one in self.gains
            ],
            "next": [
                {"name": one.name, "more": one.more, "answered": one.answered}
                for one in self.next
            ],
        }  # fmt: skip


@cache
def coverage_now(day: date) -> Covered:
    """What the records of the rooms answer, with the rules in force on a day."""
    rules = covered(day)
    return Covered(rules=rules, gains=_gains(rules, day), next=_next(rules, day))


def _gains(rules: Sequence[RuleCoverage], day: date) -> list[Gain]:
    """Each missing name alone, those that gain most first."""
    found = []
    for name, missing in _missed(rules).items():
        kept = _with(kept_by_rooms(), name)
        after = [_again(one, kept, day) for one in missing]
        moved = [
            new.reach for old, new in zip(missing, after, strict=True) if new.reach != old.reach
        ]
        found.append(
            Gain(
                name=name, answered=moved.count(Reach.ANSWERED), partly=moved.count(Reach.PARTLY),
                asked_by=len(missing),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (-one.answered, -one.partly, -one.asked_by, one.name))


def _next(rules: Sequence[RuleCoverage], day: date) -> list[Step]:
    """The best name, then the best after it, and so on.

    Where no name alone answers a rule, the one that brings most rules nearest: a rule that lacks
    two names counts half for each.
    """
    now, kept, steps = {one.rule: one for one in rules}, kept_by_rooms(), list[Step]()
    while len(steps) < STEPS and (missed := _missed(now.values())):
        best = min(missed, key=lambda name: _rank(name, missed[name], kept, day))
        kept, before = _with(kept, best), _answered(now.values())
        now |= {one.rule: _again(one, kept, day) for one in missed[best]}
        after = _answered(now.values())
        steps.append(Step(name=best, more=after - before, answered=after))
    return steps


def _rank(
    name: str, missing: Sequence[RuleCoverage], kept: Kept, day: date
) -> tuple[int, Fraction, str]:
    after = [_again(one, _with(kept, name), day) for one in missing]
    nearer = sum((Fraction(1, len(one.missing)) for one in missing), Fraction())
    return -_answered(after), -nearer, name


def _answered(rules: Iterable[RuleCoverage]) -> int:
    return sum(one.reach is Reach.ANSWERED for one in rules)


def _missed(rules: Iterable[RuleCoverage]) -> Mapping[str, list[RuleCoverage]]:
    """Under each missing name the rules that miss it."""
    found: dict[str, list[RuleCoverage]] = defaultdict(list)
    for one in rules:
        for name in one.missing:
            found[name].append(one)
    return found


def _again(one: RuleCoverage, kept: Kept, day: date) -> RuleCoverage:
    return reach_of(checks_on(day)[one.rule], kept, rulebook().derivations)


def _with(kept: Kept, name: str) -> Kept:
    """With one name more: a field where it has a point, else a kind of record."""
    if "." not in name:
        return replace(kept, types=kept.types | {name})
    measures = {f"place.{one}" for one, field in MEASURES.items() if field == name}
    return replace(kept, fields=kept.fields | {name} | measures)
