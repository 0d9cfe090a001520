"""The rulebook in force, and which of its rules the records of the service can answer.

A rule that no room keeps records for is not asked: every answer would be *unknown*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from typing import Final

from django.conf import settings

from standards.checks import Check, Separate, WithinRatio
from standards.rulebook.coverage import Kept, Reach, RuleCoverage, coverage
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from standards.rulebook.profile import load_profile
from throughcare.casework.archive import FIELDS, KEPT
from throughcare.duties.kinds import is_of_staff, kinds
from throughcare.service.training.facts import KEPT as OF_STAFF

# Another number where the engine, or what the rooms tell it, gives another answer than before.
RECKONING: Final = 2
# What a place has by itself (custody/facts/places.py).
_MEASURES: Final = frozenset(
    {"place.floor_area_m2", "cell.floor_area_m2", "place.certified_capacity",
     "place.design_capacity"}
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """The rules asked on a day: of one person alone, of the people of one house, of staff."""

    alone: tuple[Check, ...]
    together: tuple[Check, ...]
    of_staff: tuple[Check, ...] = ()

    @cached_property
    def digest(self) -> str:
        """Another one where any value, rule or derived state is another: answers are then old."""
        book = rulebook()
        said = repr(
            (RECKONING, self.alone, self.together, self.of_staff, book.derivations, kinds())
        )
        return sha256(said.encode()).hexdigest()[:32]


@cache
def rulebook() -> Rulebook:
    """The rulebook with the profile of the country that the settings name."""
    book = load_rulebook(None)
    return book.with_profile(load_profile(settings.COUNTRY)) if settings.COUNTRY else book


@cache
def asked_on(day: date) -> Asked:
    """The rules that the records can answer, with the values in force on a day."""
    checks = checks_on(day)
    asked = [checks[one.rule] for one in covered(day) if one.reach != Reach.NOT]
    of_staff = tuple(one for one in asked if is_of_staff(one))
    others = [one for one in asked if one not in of_staff]
    together = tuple(one for one in others if isinstance(one, (Separate, WithinRatio)))
    alone = tuple(one for one in others if not isinstance(one, (Separate, WithinRatio)))
    return Asked(alone, together, of_staff)


@cache
def checks_on(day: date) -> Mapping[str, Check]:
    """Every monitored rule with the values in force on a day."""
    return rulebook().checks(day)


def covered(day: date) -> list[RuleCoverage]:
    """How far the records of the rooms reach each monitored rule."""
    return coverage(rulebook(), kept_by_rooms(), day)


def kept_by_rooms() -> Kept:
    """Which records and fields the rooms keep at all."""
    return Kept(KEPT | OF_STAFF, FIELDS | _MEASURES)


@cache
def severities() -> Mapping[str, str]:
    """How grave a breach of each rule is."""
    return {name: entry.severity or "low" for name, entry in rulebook().entries.items()}
