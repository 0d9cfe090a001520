"""Which rules a data set can answer at all, and what it would have to keep for the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standards.checks import (
    ALWAYS_ON,
    CUSTODY,
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.groups import ADULTS, ADULTS_ASSUMED, CHILDREN, MADE_OF, MEN, WOMEN
from standards.records import Archive, types_of
from standards.rulebook.derivations import Derivation, SolitaryByLocalDay
from standards.rulebook.model import Rulebook

PLACEMENT = "placement"
# Any of these tells when somebody was in custody (patterns.md 1.5, 4.19).
CUSTODY_TYPES = frozenset({"admission", "in_custody", "custody"})
# Counts of a part of the people, and the group that tells them apart.
GROUP_COUNTED = {
    "sentenced_persons_held": "sentenced",
    "untried_persons_in_cell_at_night": "untried",
}
# Which measure of a place stands where in the records.
MEASURES = {
    "certified_capacity": "establishment.certified_capacity",
    "design_capacity": "cell.design_capacity",
    "floor_area_m2": "cell.floor_area_m2",
    "health_staff_fte": "staff_post.fte",
    "specialist_fte": "staff_post.fte",
    "closed": "establishment.regime",
}
_NEEDS_NO_MEASURE = frozenset({"one", "one_per_cell", "occupants"})


class Reach(StrEnum):
    """How far a data set answers a rule."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a data set keeps: record types (derived names among them), fields, assumptions.

    `fields` holds names such as `person.birth_date` and `cell.floor_area_m2`.
    """

    types: frozenset[str]
    fields: frozenset[str] = frozenset()
    assumptions: frozenset[str] = frozenset()

    @classmethod
    def of(cls, archive: Archive) -> Kept:
        """What an archive keeps, by what it declares and by what is in it."""
        types = types_of(archive.records) | (archive.kept or frozenset())
        fields = {name for record in archive.records for name in record.fields}
        persons = archive.persons.values()
        if any(person.birth_date is not None for person in persons):
            fields.add("person.birth_date")
        if any(person.sex is not None for person in persons):
            fields.add("person.sex")
        for place in archive.places.values():
            fields |= {MEASURES.get(name, f"place.{name}") for name in place.measures}
            # Two measures are sums over one field: which of them is known must stay visible.
            fields |= {f"place.{name}" for name in place.measures}
            if place.closed is not None:
                fields |= {MEASURES["closed"], "place.closed"}
        return cls(types, frozenset(fields), archive.assumptions)


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """One monitored rule: whether it can be answered, and which names are missing.

    `missing` names what keeps the rule from being answered, or makes the answer a part of one.
    """

    rule: str
    reach: Reach
    missing: tuple[str, ...] = ()


def coverage(rulebook: Rulebook, kept: Kept, on: date) -> list[RuleCoverage]:
    """For each monitored rule whether the data set answers it, in the rulebook's order."""
    finder = _Finder(kept, rulebook.derivations)
    return [finder.judge(check) for check in rulebook.checks(on).values()]


def reach_of(check: Check, kept: Kept, derivations: Iterable[Derivation]) -> RuleCoverage:
    """Whether a data set answers one rule."""
    return _Finder(kept, derivations).judge(check)


class _Finder:
    """Collects what a check misses: `gone` stops the answer, `thin` makes it partial."""

    def __init__(self, kept: Kept, derivations: Iterable[Derivation]) -> None:
        self.kept = kept
        self.derived: Mapping[str, Derivation] = {d.state: d for d in derivations}

    def judge(self, check: Check) -> RuleCoverage:
        """The coverage of one rule."""
        gone: list[str] = []
        thin: list[str] = []
        self._pattern(check, gone, thin)
        if check.group is not None:
            self._group(check.group, gone)
        if gone:
            return RuleCoverage(check.rule, Reach.NOT, _once([*gone, *thin]))
        if thin:
            return RuleCoverage(check.rule, Reach.PARTLY, _once(thin))
        return RuleCoverage(check.rule, Reach.ANSWERED)

    def _pattern(self, check: Check, gone: list[str], thin: list[str]) -> None:
        match check:
            case RespondWithin():
                self._names((check.trigger, check.response), gone, thin)
                self._exceptions((check.unless,), thin)
                if check.while_ not in (ALWAYS_ON, CUSTODY):
                    self._names((check.while_,), gone, thin)
            case RecurWithin():
                self._names((check.state, check.response), gone, thin)
            case MaxDuration():
                self._names((check.state,), gone, thin)
            case Never():
                self._names((check.event or check.state or "",), gone, thin)
            case OnlyWith():
                subject = check.event or check.state or _plan(check)
                self._names((subject, check.guard), gone, thin)
                self._exceptions((check.exempt_if,), thin)
            case Separate():
                self._separate(check, gone, thin)
            case RequiresFields():
                self._fields(check, gone, thin)
            case Quota():
                self._names((check.state, check.amount_of), gone, thin)
                self._exceptions((check.excuse,), thin)
            case WithinRatio():
                self._ratio(check, gone, thin)

    def _names(self, names: Iterable[str], gone: list[str], thin: list[str]) -> None:
        for name in names:
            if name in self.kept.types or (name == CUSTODY and self.kept.types & CUSTODY_TYPES):
                continue
            derivation = self.derived.get(name)
            if derivation is None or derivation.source not in self.kept.types:
                gone.append(name if derivation is None else derivation.source)
            elif isinstance(derivation, SolitaryByLocalDay):
                assumed = derivation.assumption in self.kept.assumptions
                if derivation.contact not in self.kept.types and not assumed:
                    thin.append(derivation.contact)

    def _exceptions(self, names: Iterable[str | None], thin: list[str]) -> None:
        """An exception that nobody records: findings may be too severe."""
        thin += [name for name in names if name is not None and name not in self.kept.types]

    def _group(self, name: str, gone: list[str]) -> None:
        if name in (CHILDREN, ADULTS):
            known = "person.birth_date" in self.kept.fields
            if not known and ADULTS_ASSUMED not in self.kept.assumptions:
                gone.append("person.birth_date")
        elif name in (WOMEN, MEN):
            if "person.sex" not in self.kept.fields and name not in self.kept.types:
                gone.append("person.sex")
        elif not self.kept.types & set(MADE_OF.get(name, (name,))):
            gone.append(name)

    def _separate(self, check: Separate, gone: list[str], thin: list[str]) -> None:
        self._group(check.from_group, gone)
        gone += [kind for kind in check.placements if kind not in self.kept.types]
        self._exceptions((check.exempt_if, check.exempt_pair_if), thin)
        if check.while_ is not None:
            self._names((check.while_,), gone, thin)

    def _fields(self, check: RequiresFields, gone: list[str], thin: list[str]) -> None:
        if check.record not in self.kept.types:
            gone.append(check.record)
        names = [name if "." in name else f"{check.record}.{name}" for name in check.fields]
        missing = [name for name in names if name not in self.kept.fields]
        if len(missing) == len(names):
            gone += missing
        elif len(names) - len(missing) < check.wanted:
            thin += missing

    def _ratio(self, check: WithinRatio, gone: list[str], thin: list[str]) -> None:
        if PLACEMENT not in self.kept.types:
            gone.append(PLACEMENT)
        group = GROUP_COUNTED.get(check.count)
        if group is not None:
            self._group(group, gone)
        if check.per.startswith("closed_"):
            self._measure("closed", gone)
        if check.of == "one_per_cell":
            # Without it a dormitory would be taken for a single cell.
            self._measure("design_capacity", thin)
        elif check.of == "occupants":
            self._measure(check.count, gone)
        elif check.of not in _NEEDS_NO_MEASURE:
            self._measure(check.of, gone)
        self._exceptions((check.exempt_if,), thin)

    def _measure(self, name: str, missing: list[str]) -> None:
        if f"place.{name}" not in self.kept.fields:
            missing.append(MEASURES.get(name, f"place.{name}"))


def _plan(check: OnlyWith) -> str:
    """The record type that tells of a planned event: planned_release for release."""
    return f"planned_{check.planned}"


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
