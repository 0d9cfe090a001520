"""The day on which a certificate lapses. Pure; asks no database and no clock.

A certificate holds in [passed, lapses): it holds on the day it was passed, and no more on the day
it lapses. Days are those of UTC: a certificate belongs to a human being, who may work in two
prisons with two clocks, and must not hold in one and have lapsed in the other (ADR 0037).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Days:
    """From the day it was passed, up to and without `until`."""

    passed_on: date
    until: date

    def holds(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.passed_on <= day < self.until


def day_of(at: datetime) -> date:
    """The day in UTC."""
    return at.astimezone(UTC).date()


def with_boosters(first: Days, boosters: Iterable[Days]) -> Days:
    """The days of a certificate with what its boosters add.

    A booster counts where it was passed while the certificate, with the boosters before, still
    held: what has lapsed is passed anew. It never makes the time shorter.
    """
    whole = first
    for one in sorted(boosters, key=lambda days: days.passed_on):
        if whole.holds(one.passed_on):
            whole = Days(whole.passed_on, max(whole.until, one.until))
    return whole
