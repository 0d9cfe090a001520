"""A fortnight of work for some: fit, offered, at work, hours, rest, a wage by another hand."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from throughcare.casework.work.models import (
    Fitness,
    Injury,
    Offer,
    Placement,
    Wage,
    WorkDay,
)
from throughcare.demo.daily.file import DAY, HOUR, File
from throughcare.demo.daily.words import falls, words
from throughcare.demo.row import new

_DAYS: Final = 14
_SATURDAY: Final = 5


def work(file: File) -> None:
    """Nobody young, and nobody who came this month."""
    compelled = falls(file.source, "compelled")
    if file.one.group.young or not file.lasted(40):
        return
    if falls(file.source, "fit_not_offered"):
        _fit(file)
    elif falls(file.source, "works"):
        _fit(file)
        _offered(file)
        _works(file)
    elif compelled:
        _found(file)


def _fit(file: File) -> None:
    at = file.ago(38, 10)
    file.pen.put(new(Fitness, at=at, fit=True, willing="yes"), by=file.instructor, at=at)


def _offered(file: File) -> None:
    at, source = file.ago(30, 11), file.source
    course = source.random() < 0.2
    what = source.choice(words()["programmes" if course else "workshops"])
    row = new(Offer, at=at, kind="programme" if course else "work", what=what, answer="accepted")
    file.pen.put(row, by=file.instructor, at=at)


def _works(file: File) -> None:
    source, since = file.source, file.ago(_DAYS, 7)
    outside = falls(source, "outside")
    row = new(
        Placement, workshop=words()["employer"] if outside else source.choice(words()["workshops"]),
        wage_class=source.choice("ABC"), outside=outside,
        supervisor="the guard of the gang" if outside else "",
        beneficiary="employer" if outside else "prison", voluntary=True, paid=True, since=since,
    )  # fmt: skip
    file.pen.put(row, by=file.instructor, at=since)
    _hours(file, row)
    if not falls(source, "unpaid"):
        first, last = file.clock.day_of(since), file.clock.day_of(file.ago(2, 12))
        money = words()["wage"]
        wage = new(
            Wage, placement=row, paid_at=file.ago(1, 9), amount=Decimal(money["amount"]),
            currency=money["currency"], first_day=first, last_day=last,
        )  # fmt: skip
        file.pen.put(wage, by=file.manager, at=file.ago(1, 9))
    if falls(source, "injured"):
        hurt = new(Injury, at=file.ago(6, 10))
        file.pen.put(hurt, by=file.instructor, at=file.ago(6, 11))


def _hours(file: File, row: Placement) -> None:
    long, no_rest = falls(file.source, "too_many_hours"), falls(file.source, "no_rest")
    for ago in range(_DAYS - 1, 1, -1):
        begins = file.ago(ago, 8)
        day = file.clock.day_of(begins)
        if day.weekday() < _SATURDAY or no_rest:
            until = begins + (9 if long else 6) * HOUR
            hours = new(WorkDay, placement=row, day=day, rest=False, since=begins, until=until)
            file.pen.put(hours, by=file.instructor, at=until)
        elif day.weekday() > _SATURDAY:
            over = file.clock.at(day + timedelta(days=1), 0)
            rest = new(
                WorkDay, placement=row, day=day, rest=True, since=file.clock.at(day, 0),
                until=over,
            )  # fmt: skip
            file.pen.put(rest, by=file.instructor, at=over)


def _found(file: File) -> None:
    """Somebody was made to work, and an inspector asked."""
    since = file.ago(20, 8)
    row = new(
        Placement, workshop=file.source.choice(words()["workshops"]), voluntary=False, paid=False,
        beneficiary=file.source.choice(("prison", "staff")), since=since, found=words()["found"],
    )  # fmt: skip
    file.pen.put(row, by=file.manager, at=since + 5 * DAY)
