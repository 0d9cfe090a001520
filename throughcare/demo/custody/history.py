"""The custody of one person from the first reception to today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from throughcare.access.terms import Role
from throughcare.casework.custody.models import Order, Placement, Stay
from throughcare.casework.custody.terms import LeftHow, OrderKind, Status
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.course import Course, course_of
from throughcare.demo.custody.orders import Docket, months_after
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.steps import reception
from throughcare.demo.custody.times import Held
from throughcare.demo.custody.words import words
from throughcare.demo.people import Person
from throughcare.demo.row import Row

_SAFE = timedelta(days=4)  # nobody but the story is held past the end of a sentence
_MEAN_DAYS_LEFT = 500


@dataclass(frozen=True, slots=True)
class Where:
    """Keys of the places by path, and how the id of a bed follows from its cell and number."""

    places: Mapping[str, int]
    bed: Callable[[str, int], UUID]


def rows_of(made: Country, one: Person, lying: Lying, where: Where) -> Iterator[Row]:
    """Every row about this person, each after those that it points to."""
    source = chance(made.seed, "custody", one.number)
    course = course_of(made.seed, one.establishment, one.number, on=made.on)
    pen = Pen(one.id, source)
    writer = _Writer(made, one, lying, where, source, pen)
    for held in course.stays[:-1]:
        writer.earlier(held)
    writer.now(course)
    return pen.rows()


class _Writer:
    def __init__(
        self, made: Country, one: Person, lying: Lying, where: Where, source: Random, pen: Pen
    ) -> None:
        self.made, self.one, self.lying, self.where = made, one, lying, where
        self.source, self.pen = source, pen
        code = one.establishment.code
        desk = made.members_at(code, Role.ADMISSIONS_OFFICER)
        self.desk = desk[one.number % len(desk)]
        nurses = made.members_at(code, Role.PHYSICIAN_NURSE)
        self.nurse = nurses[one.number % len(nurses)]
        self.docket = Docket(pen, source, self.desk, code)

    def earlier(self, held: Held) -> None:
        """A stay that is over: an order, a sentence that was served, and the release."""
        assert held.left_at is not None
        docket, begins, ends = self.docket, held.admitted_at, held.left_at
        order = docket.order(OrderKind.SENTENCE, docket.court, begins, None, at=begins)
        docket.charge(order, at=begins)
        footing = docket.footing(Status.SENTENCED, begins)
        months = max(1, round((ends - begins).days / 30.44))
        docket.sentence(order, months, begins.date(), at=begins)
        stay = self._stay(begins)
        placement = self._place(self.lying.cell, None, begins)
        docket.order(OrderKind.RELEASE, docket.court, ends, None, at=ends, reason="sentence served")
        self._left(placement, ends)
        docket.end_of_footing(footing, ends)
        over = Stay(
            establishment=stay.establishment, admitted_at=begins, left_at=ends,
            left_how=LeftHow.RELEASE,
        )  # fmt: skip
        self.pen.put(over, by=self.desk, at=ends, replaces=stay)

    def now(self, course: Course) -> None:
        """The stay that goes on."""
        begins = course.admitted_at
        order = self._papers(course)
        stay = self._stay(begins)
        reception(
            self.pen, self.source, stay, self.one, self.lying.cell, desk=self.desk,
            nurse=self.nurse, until=self.made.on, order=f"{order.number}",
            open_steps=self.source.randrange(1, 6) if self.source.random() < 0.04 else 0,
        )  # fmt: skip
        self._place(self.lying.cell, self.lying.bed, begins)

    def _papers(self, course: Course) -> Order:
        docket, begins, on = self.docket, course.admitted_at, self.made.on
        if course.status in (Status.CIVIL, Status.WITHOUT_CHARGE):
            civil = course.status is Status.CIVIL
            authority = words().civil_court if civil else words().directorate
            order = docket.order(
                OrderKind.COMMITMENT, f"{authority} {docket.town}", begins,
                on + timedelta(days=self.source.randrange(5, 90)), at=begins,
                reason=words().civil_debt if civil else "",
            )  # fmt: skip
            docket.footing(course.status, begins)
            return order
        if course.status is Status.UNTRIED:
            order = docket.untried(begins, on)
            docket.charge(order, at=begins)
            docket.footing(Status.UNTRIED, begins)
            return order
        return self._sentenced(course)

    def _sentenced(self, course: Course) -> Order:
        docket, begins, on = self.docket, course.admitted_at, self.made.on
        assert course.tried_at is not None
        tried = course.tried_at
        first, footing = None, None
        if tried > begins:
            first = docket.untried(begins, tried)
            docket.charge(first, at=begins)
            footing = docket.footing(Status.UNTRIED, begins)
        order = docket.order(OrderKind.SENTENCE, docket.court, tried, None, at=tried)
        if first is None:
            docket.charge(order, at=tried)
        docket.footing(course.status, tried, footing)
        credited = (tried.date() - begins.date()).days
        left = timedelta(days=self.source.expovariate(1 / _MEAN_DAYS_LEFT))
        months = _months(tried.date(), credited, (on + max(_SAFE, left)).date())
        sentence = docket.sentence(order, months, tried.date(), at=tried)
        docket.credit(sentence, credited, at=tried)
        return first or order

    def _stay(self, at: datetime) -> Stay:
        row = Stay(establishment=self.one.establishment.code, admitted_at=at)
        return self.pen.put(row, by=self.desk, at=at)

    def _place(self, cell: str, bed: int | None, since: datetime) -> Placement:
        row = Placement(
            place_id=self.where.places[cell], since=since,
            bed_id=None if bed is None else self.where.bed(cell, bed),
        )  # fmt: skip
        return self.pen.put(row, by=self.desk, at=since)

    def _left(self, before: Placement, at: datetime) -> None:
        row = Placement(
            place_id=before.place_id, bed_id=before.bed_id, since=before.since, until=at
        )
        self.pen.put(row, by=self.desk, at=at, replaces=before)


def _months(starts_on: date, credited: int, last: date) -> int:
    """The shortest term in months that ends after a day, with the days before it credited."""
    months = 1
    while months_after(starts_on, months) - timedelta(days=credited) <= last:
        months += 1
    return months
