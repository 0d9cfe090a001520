"""What a plan would break at a place: for whoever reads the register of separation there.

The facts are read with the eyes of the engine at one moment, in a transaction that can write
nothing; the plan is laid over them in memory. Only the entry is kept that somebody asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from standards.checks import Check
from standards.civil import calendar_day, local_day
from standards.instants import from_datetime, to_datetime
from standards.places import zone_of_place
from standards.records import Archive
from throughcare.access.errors import NotThere
from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.archive import archive_of_some, lying_in, with_places_below
from throughcare.casework.people.files import whole_by_part
from throughcare.duties.eyes import engine_eyes_at_one_moment
from throughcare.duties.judging import of_house
from throughcare.duties.kinds import kept_of
from throughcare.duties.queries.by_rule import seen_whole
from throughcare.duties.rules import asked_on, severities
from throughcare.duties.what_if.alike import Alike, alike
from throughcare.duties.what_if.avoiding import Avoided, Trying
from throughcare.duties.what_if.foreseeing import Broken, asks, broken_by, checks_of, without
from throughcare.duties.what_if.plans import Plan, Regime
from throughcare.kernel.models import Place, PlaceKind
from throughcare.register.actions import record

_GRAVEST: Final = ("critical", "high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A rule that the plan would break, or `asks` for something to be done so that it is kept.

    `places`: how many, where the rule is about places. `avoided`: what would keep it.
    """

    rule: str
    asks: bool
    first: datetime
    people: Sequence[UUID]
    places: Sequence[str]
    avoided: Avoided | None


@dataclass(frozen=True, slots=True)
class Day:
    """For how many people something is broken on a day by the doing of the plan."""

    on: date
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What a plan would do to so many people. `avoided`: what would keep every rule.

    `hides`: whether rules are left out whose ground this viewer may not read.
    """

    people: int
    begins: datetime
    ends: datetime
    outcomes: Sequence[Outcome]
    calendar: Sequence[Day]
    avoided: Avoided | None
    except_for: Sequence[UUID]
    hides: bool


def places_to_plan(viewer: Viewer, *, at: datetime) -> dict[str, str]:
    """The places in use for which this viewer may ask, with the kind of each."""
    reach = scope_of(viewer, Compartment.DIS, Act.READ, at=at)
    houses = [
        one.path for one in Place.objects.filter(kind=PlaceKind.ESTABLISHMENT).order_by("path")
        if reach.admits(None, one.path)
    ]  # fmt: skip
    rows = Place.objects.filter(used_until=None).order_by("path").values_list("path", "kind")
    return {path: kind for path, kind in rows if path.partition("/")[0] in houses}


def foresee(
    viewer: Viewer, plan: Plan, places: Sequence[str], *, at: datetime, avoiding: bool = True
) -> Foreseen:
    """What the plan would break for those who lie in the first of these places now.

    `avoiding`: also what would avoid it, which takes several times as long. Raises NotThere for
    whom the register of separation there is closed.
    """
    known = places_to_plan(viewer, at=at)
    if not all(one in known for one in places):
        raise NotThere
    house = places[0].partition("/")[0]
    archive = _facts(places, house, at=at)
    day = to_datetime(from_datetime(at), archive.zone).date()
    whole = seen_whole(viewer, house, at=at)
    every = checks_of(plan, asked_on(day))
    shown = [one for one in every if whole.issuperset((kept := kept_of(one)).within)
             and kept.first in whole]  # fmt: skip
    cases = _cases(plan, archive, shown, at=at)
    broken = broken_by(plan, cases.archive, shown, without(plan, cases.archive, shown))
    told = _Told(plan, cases, shown, broken, avoiding=avoiding)
    found = told.foreseen(len(archive.persons), len(every))
    _enter(viewer, plan, found, places, at=at)
    return found


def _facts(places: Sequence[str], house: str, *, at: datetime) -> Archive:
    with engine_eyes_at_one_moment():
        whom = {one for place in places for one in lying_in(place, at=at)}
        wholes = sorted(set(whole_by_part(whom).values()))
        archive = archive_of_some(wholes, known_at=at)
        if len(places) > 1:
            archive = with_places_below(archive, places)
    # Days are counted by the clock of the prison, which need not be that of most prisons.
    zone = zone_of_place(house, archive.places) or archive.zone
    return replace(of_house(archive, house), zone=zone)


def _cases(plan: Plan, archive: Archive, checks: Sequence[Check], *, at: datetime) -> Alike:
    """Under a regime people are alike; where people move, each lies beside others."""
    if isinstance(plan, Regime):
        return alike(archive, checks, plan, now=from_datetime(at))
    return Alike(archive, {who: [who] for who in archive.persons})


class _Told:
    """The outcome of a plan, rule by rule and day by day."""

    def __init__(
        self, plan: Plan, cases: Alike, checks: Sequence[Check], broken: Broken, *,
        avoiding: bool = True,
    ) -> None:  # fmt: skip
        self.plan, self.cases, self.broken = plan, cases, broken
        self.checks: Mapping[str, Check] = {one.rule: one for one in checks}
        self.zone = cases.archive.zone
        self.grave = {rule for rule, _who in broken if not asks(self.checks[rule], plan)}
        breaking = [self.checks[rule] for rule in sorted(self.grave)]
        self.trying: Trying | None = None
        if avoiding and isinstance(plan, Regime):
            self.trying = Trying(plan, cases, breaking)

    def foreseen(self, people: int, rules: int) -> Foreseen:
        """Everything that the page shows."""
        whole = self._avoided(sorted(self.grave))
        return Foreseen(
            people=people, begins=to_datetime(self.plan.begins, self.zone),
            ends=to_datetime(self.plan.ends(self.zone), self.zone), outcomes=self._outcomes(),
            calendar=self._calendar(), avoided=whole, hides=rules > len(self.checks),
            except_for=self._whom(whole.except_for) if whole else (),
        )  # fmt: skip

    def _outcomes(self) -> list[Outcome]:
        by_rule: dict[str, list[str]] = defaultdict(list)
        for rule, who in self.broken:
            by_rule[rule].append(who)
        found = [self._outcome(rule, whom) for rule, whom in by_rule.items()]
        return sorted(found, key=lambda one: (one.asks, _grave(one.rule), one.first, one.rule))

    def _outcome(self, rule: str, whom: Sequence[str]) -> Outcome:
        first = min(self.broken[rule, who][0].since for who in whom)
        return Outcome(
            rule=rule, asks=rule not in self.grave, first=to_datetime(first, self.zone),
            people=self._whom(whom), places=[who for who in whom if who not in self.cases.whom],
            avoided=self._avoided([rule]) if rule in self.grave else None,
        )  # fmt: skip

    def _avoided(self, rules: Sequence[str]) -> Avoided | None:
        return self.trying.avoided(rules) if self.trying and rules else None

    def _whom(self, cases: Sequence[str]) -> list[UUID]:
        return [UUID(who) for case in cases for who in self.cases.whom.get(case, ())]

    def _calendar(self) -> list[Day]:
        """Every day of the plan with how many people it breaks a rule for."""
        whom: dict[int, set[str]] = defaultdict(set)
        first = local_day(self.plan.begins, self.zone)
        after = local_day(self.plan.ends(self.zone) - 1, self.zone) + 1
        for (rule, who), stretches in self.broken.items():
            for one in stretches if rule in self.grave else ():
                last = max(local_day(max(one.until - 1, one.since), self.zone), first)
                for day in range(max(local_day(one.since, self.zone), first), last + 1):
                    whom[day].add(who)
        return [
            Day(calendar_day(day), sum(len(self.cases.whom.get(one, ())) for one in whom[day]))
            for day in range(first, after)
        ]  # fmt: skip


def _grave(rule: str) -> int:
    severity = severities().get(rule, "low")
    return _GRAVEST.index(severity) if severity in _GRAVEST else len(_GRAVEST)


def _enter(
    viewer: Viewer, plan: Plan, found: Foreseen, places: Sequence[str], *, at: datetime
) -> None:
    """Who asked what of which place: names may be shown."""
    leave = standing(viewer, at=at)
    listed = sorted({str(who) for one in found.outcomes for who in one.people})
    with transaction.atomic():
        record(
            event="read.what_if", by=str(viewer.account), role=leave.role, place=leave.place,
            happened_at=at, at=at, compartment=Compartment.DIS,
            content={"places": list(places), "plan": type(plan).__name__, "days": plan.days,
                     "listed": listed},
        )  # fmt: skip
