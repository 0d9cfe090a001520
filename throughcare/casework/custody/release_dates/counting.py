"""The days of one path: what is taken off and what is added, a line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from throughcare.casework.custody.release_dates.calendar import add, days_of
from throughcare.casework.custody.release_dates.inputs import Change, ChangeKind, Kind
from throughcare.casework.custody.release_dates.outcome import Line, Said
from throughcare.casework.custody.release_dates.paths import Path, fixed_days
from throughcare.casework.custody.release_dates.profile import Profile, Remission, Value


@dataclass(slots=True, kw_only=True)
class Counted:
    """One path while it is counted: [begins, end), and what was served or taken off on the way."""

    begins: date
    end: date
    number: int
    pronounced: int = 0
    at_large: int = 0
    credited: int = 0
    pardoned: int = 0
    lines: list[Line] = field(default_factory=list)

    def say(self, said: Said, rule: Value | None = None, **given: object) -> None:
        """A line with the end as it is now."""
        self.lines.append(
            Line(said=said, end=self.end, rule=rule, path=self.number, given=dict(given))
        )

    def move(self, days: int, said: Said, rule: Value | None = None, **given: object) -> None:
        """Move the end by so many days, and say so."""
        self.end += timedelta(days=days)
        self.say(said, rule, days=abs(days), **given)

    def after_share(self, share: Fraction) -> date:
        """When the share of what is left after pardons is served: a part of a day is a day."""
        needed = ceil(share * max(0, self.pronounced - self.pardoned))
        served_on = self.begins + timedelta(days=needed + self.at_large - self.credited)
        return max(self.begins, served_on)


def counted(path: Path, number: int, changes: Sequence[Change], profile: Profile) -> Counted:
    """The path with every change that concerns it."""
    way = Counted(begins=path[0].begins, end=path[-1].ends, number=number)
    way.pronounced = (way.end - way.begins).days
    _say_terms(way, path, profile)
    on_path = {one.term.id for one in path}
    mine = [one for one in changes if one.term is None or one.term in on_path]
    _remit(way, path, mine, profile)
    way.at_large = _sum(mine, ChangeKind.AT_LARGE)
    if way.at_large:
        way.move(way.at_large, Said.AT_LARGE)
    _credit(way, mine, profile)
    way.pardoned = _sum(mine, ChangeKind.PARDON)
    if way.pardoned:
        way.move(-way.pardoned, Said.PARDON)
    if way.end < way.begins:
        way.end = way.begins
        way.say(Said.NOT_BEFORE, on=way.begins)
    return way


def _say_terms(way: Counted, path: Path, profile: Profile) -> None:
    way.lines.append(
        Line(
            said=Said.BEGINS, end=None, rule=profile["first_day_counts"], path=way.number,
            given={"on": path[0].term.starts_on, "first": path[0].begins},
        )
    )  # fmt: skip
    for place, one in enumerate(path):
        fine = one.term.kind is Kind.FINE_DEFAULT
        way.lines.append(
            Line(
                said=Said.FINE_TERM if fine else Said.TERM, end=one.ends, path=way.number,
                rule=profile["fine_default"] if fine else profile["month_end"],
                given={
                    "years": one.term.years, "months": one.term.months, "days": one.term.days,
                    "begins": one.begins, "follows": place > 0, "term": one.term.id,
                },
            )
        )  # fmt: skip


def _remit(way: Counted, path: Path, changes: Sequence[Change], profile: Profile) -> None:
    """Remission by rule, granted, and lost; what is lost is never more than what there was."""
    rule = profile["remission"]
    by_rule = _by_rule(way, path, profile)
    if by_rule:
        way.move(-by_rule, Said.REMISSION_RULE, rule, share=rule.value.share,
                 of=fixed_days(path))  # fmt: skip
    else:
        way.say(Said.REMISSION_NONE, rule)
    granted = _sum(changes, ChangeKind.REMISSION)
    if granted:
        way.move(-granted, Said.REMISSION_GRANTED)
    lost = _sum(changes, ChangeKind.REMISSION_LOST)
    if lost:
        back = min(lost, by_rule + granted)
        way.move(back, Said.REMISSION_LOST, lost=lost)


def _by_rule(way: Counted, path: Path, profile: Profile) -> int:
    rule: Remission = profile["remission"].value
    length = fixed_days(path)
    least = add(way.begins, months=rule.over, days=0, month_end=profile["month_end"].value)
    kept = (least - way.begins).days
    if not rule.share or length <= kept:
        return 0
    return min(floor(rule.share * length), length - kept)


def _credit(way: Counted, changes: Sequence[Change], profile: Profile) -> None:
    """Credited remand: a day counts once, and not if the sentence itself was running on it."""
    remand = [one for one in changes if one.kind is ChangeKind.REMAND]
    if not remand:
        return
    dated = [
        (one.from_on, one.from_on + timedelta(days=one.days))
        for one in remand
        if one.from_on is not None
    ]
    undated = sum(one.days for one in remand if one.from_on is None)
    rule = profile["remand_credited"]
    if rule.value:
        way.credited = days_of(dated, before=way.begins) + undated
    way.move(-way.credited, Said.REMAND, rule, entered=sum(one.days for one in remand))


def _sum(changes: Sequence[Change], kind: ChangeKind) -> int:
    return sum(one.days for one in changes if one.kind is kind)
