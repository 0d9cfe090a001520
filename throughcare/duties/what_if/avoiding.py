"""The least change of a regime under which nothing breaks, found by trying."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from standards.checks import Check
from standards.findings import Finding
from standards.instants import Instant
from throughcare.duties.what_if.alike import Alike
from throughcare.duties.what_if.foreseeing import broken_by, without
from throughcare.duties.what_if.plans import Regime

A_DAY: Final = 24 * 60  # minutes
_Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """What would avoid every breach. None where no such change does.

    `days`: end after so many. `minutes`: at least so much contact a day. `except_for`: the cases
    for whom it breaks whatever is done, and who must be left out; where it breaks for nobody else,
    that is all.
    """

    days: int | None
    minutes: int | None
    except_for: Sequence[str] = ()


class Trying:
    """Tries changes of a regime. Each is judged once, for all rules together."""

    def __init__(self, plan: Regime, cases: Alike, checks: Sequence[Check]) -> None:
        self.plan, self.cases, self.checks = plan, cases, checks
        self._known: dict[Regime, _Pairs] = {}
        self._before: dict[Instant, list[Finding]] = {}

    def avoided(self, rules: Collection[str]) -> Avoided:
        """The longest time, and the least contact, with which none of these rules breaks."""
        shortest = replace(self.plan, days=1)
        always = self._whom(replace(shortest, minutes=A_DAY), rules)

        def keeps(plan: Regime) -> bool:
            return self._whom(plan, rules) <= always

        if keeps(self.plan):  # to leave them out is all that is to be done
            return Avoided(days=None, minutes=None, except_for=sorted(always))
        days = _most(1, self.plan.days - 1, lambda n: keeps(replace(self.plan, days=n)))
        minutes = _least(
            self.plan.minutes + 1, A_DAY, lambda n: keeps(replace(self.plan, minutes=n))
        )
        return Avoided(days=days, minutes=minutes, except_for=sorted(always))

    def _whom(self, plan: Regime, rules: Collection[str]) -> set[str]:
        return {who for rule, who in self._broken(plan) if rule in rules}

    def _broken(self, plan: Regime) -> _Pairs:
        if plan not in self._known:
            end = plan.ends(self.cases.archive.zone)
            if end not in self._before:
                self._before[end] = without(plan, self.cases.archive, self.checks)
            before = self._before[end]
            self._known[plan] = frozenset(broken_by(plan, self.cases.archive, self.checks, before))
        return self._known[plan]


def _most(least: int, most: int, holds: Callable[[int], bool]) -> int | None:
    """The greatest number for which it holds, where it holds for all below one that holds."""
    if most < least or not holds(least):
        return None
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


def _least(least: int, most: int, holds: Callable[[int], bool]) -> int | None:
    """The smallest number for which it holds, where it holds for all above one that holds."""
    if most < least or not holds(most):
        return None
    while least < most:
        middle = (least + most) // 2
        least, most = (least, middle) if holds(middle) else (middle + 1, most)
    return least
