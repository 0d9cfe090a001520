"""The custody of one person from the first reception to today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from throughcare.access.terms import Role
from throughcare.casework.custody.models import Stay
from throughcare.casework.custody.terms import LeftHow, OrderKind, Status
from throughcare.demo.accounts import own_person
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.course import Course, course_of
from throughcare.demo.custody.moves import days_out, late, on_the_way, transfer
from throughcare.demo.custody.orders import Docket
from throughcare.demo.custody.papers import papers
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.places import Where, Whereabouts
from throughcare.demo.custody.steps import reception, release
from throughcare.demo.custody.times import Held
from throughcare.demo.custody.waiting import (
    age_disputed,
    date_by_hand,
    pardoned,
    release_asked,
)
from throughcare.demo.custody.words import words
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.safety import chain
from throughcare.demo.stories import story_of, teller

_DAY = timedelta(days=1)
_TRANSFERRED = 0.12  # of those held for two months and more
_NOT_FINISHED = 0.04  # of the receptions
_NO_PAPER = "the police brought no paper; the prosecutor was told at once"


def rows_of(made: Country, one: Person, lie: Mapping[int, Lying], where: Where) -> Iterator[Row]:
    """Every row about this person, each after those that it points to."""
    course = course_of(made.seed, one.establishment, one.number, on=made.on)
    life = _Life(made, one, lie, where)
    for held in course.stays[:-1]:
        life.earlier(held)
    life.now(course)
    yield from life.pen.rows()
    yield from life.asked


class _Life:
    def __init__(self, made: Country, one: Person, lie: Mapping[int, Lying], where: Where) -> None:
        self.made, self.one, self.lie = made, one, lie
        self.source = chance(made.seed, "custody", one.number)
        self.pen = Pen(one.id, self.source)
        self.here = one.establishment.code
        desk = made.members_at(self.here, Role.ADMISSIONS_OFFICER)
        story = story_of(one.establishment, one.number)
        self.story = story.name if story else ""
        self.asked: list[Row] = []
        nurses = made.members_at(self.here, Role.PHYSICIAN_NURSE)
        self.desk, self.nurse = desk[one.number % len(desk)], nurses[one.number % len(nurses)]
        self.docket = Docket(self.pen, self.source, self.desk, self.here)
        self.lies = Whereabouts(self.pen, self.desk, where)
        if self.story:  # no visitor, so that each of them may be the second person
            self.desk = desk[-1]
        self.lying = lie[one.number]

    def earlier(self, held: Held) -> None:
        """A stay that is over: an order, a sentence that was served, and the release."""
        assert held.left_at is not None
        docket, begins, ends = self.docket, held.admitted_at, held.left_at
        order = docket.order(OrderKind.SENTENCE, docket.court, begins, None, at=begins)
        docket.charge(order, at=begins)
        footing = docket.footing(Status.SENTENCED, begins)
        docket.sentence(order, begins.date(), days=max(1, (ends.date() - begins.date()).days),
                        at=begins)  # fmt: skip
        stay = self._stay(self.here, begins)
        cell = self.source.choice(self.one.establishment.cells[self.one.group])
        self.lies.lie(cell, None, begins)
        docket.order(OrderKind.RELEASE, docket.court, ends, None, at=ends, reason="sentence served")
        release(self.pen, self.source, stay, ends, desk=self.desk, nurse=self.nurse)
        self.lies.leave(ends)
        docket.end_of_footing(footing, ends)
        over = new(
            Stay, establishment=stay.establishment, admitted_at=begins, left_at=ends,
            left_how=LeftHow.RELEASE,
        )  # fmt: skip
        self.pen.put(over, by=self.desk, at=ends, replaces=stay)

    def now(self, course: Course) -> None:
        """The stay that goes on."""
        begins = course.admitted_at
        order = papers(self.docket, course, self.story, on=self.made.on)
        origin = self._origin(begins)
        came_to = origin.code if origin else self.here
        stay = self._stay(came_to, begins, without_order="" if order else _NO_PAPER)
        cells = (origin or self.one.establishment).cells[self.one.group]
        first = self.lying.cell if not origin else self.source.choice(cells)
        unfinished = not self.story and self.source.random() < _NOT_FINISHED
        reception(
            self.pen, self.source, stay, self.one, first, desk=self.desk, nurse=self.nurse,
            until=self.made.on, order=order.number if order else "",
            hurt=self.story == "came_with_injuries",
            open_steps=self.source.randrange(1, 6) if unfinished else 0,
        )  # fmt: skip
        since = begins
        if origin:
            self.lies.lie(first, None, begins)
            if self.story == chain.NAME:
                link = chain.chain(self.made)
                self.lies.lie(link.first, None, link.began)
            since = self._transferred(stay, origin, begins)
        self._bedded(since, came_here=bool(origin))
        self._today(stay, since, tried=course.tried_at is not None)

    def _today(self, stay: Stay, since: datetime, *, tried: bool) -> None:
        """Who is out, and what waits for somebody."""
        on, pen = self.made.on, self.pen
        goes_to = self._goes_to()
        if goes_to:
            left = on - timedelta(hours=3)
            self.lies.leave(left)
            on_the_way(self.docket, stay, self.here, goes_to, left, nurse=self.nurse)
        elif self.story == "late_absence":
            late(self.docket, self.here, on)
        else:
            days_out(self.docket, self.here, since, on, tried=tried)
        if self.story == "date_by_hand":
            date_by_hand(pen, self.desk, on)
        elif self.story == "disputed_age":
            age_disputed(pen, stay, self.desk, on)
        elif self.story == "release_waits":
            self.asked.append(release_asked(pen, stay, self.desk, on))
        elif self.story == "pardoned":
            pardoned(self.made, pen, self.desk)

    def _goes_to(self) -> str:
        """The prison to which the person is on the way: one from the home, and one to it."""
        home, *others = self.made.establishments
        if others and self.story == "on_the_way":
            return others[0].code
        return home.code if others and self.one.number == own_person(others[0]) else ""

    def _origin(self, begins: datetime) -> Establishment | None:
        """The prison from which the person was transferred; most came straight here."""
        others = [one for one in self.made.establishments if one.code != self.here]
        if self.story:
            return others[0] if self.story in ("lost_file", chain.NAME) else None
        held = self.made.on - begins
        if not others or held < 60 * _DAY or self.source.random() > _TRANSFERRED:
            return None
        return self.source.choice(others)

    def _transferred(self, stay: Stay, origin: Establishment, begins: datetime) -> datetime:
        held = self.made.on - begins
        left = begins + timedelta(days=int(held.days * self.source.uniform(0.2, 0.8)))
        if self.story == chain.NAME:
            left = chain.chain(self.made).left
        lost = ("medical file", "list of property") if self.story == "lost_file" else ()
        return transfer(
            self.docket, stay, origin.code, self.here, left, nurse=self.nurse, missing=lost,
            reason=self.source.choice(words().reasons_of_transfer),
        )  # fmt: skip

    def _bedded(self, since: datetime, *, came_here: bool) -> None:
        """Where the person lies, and for some the cell before."""
        cell, bed = self.lying.cell, self.lying.bed
        home, yesterday = self.made.home, self.made.on - _DAY
        if self.story == "bed_left_yesterday":
            left = self.lie[teller(home, "bed_taken_yesterday")]
            self.lies.lie(left.cell, left.bed, since)
            self.lies.lie(cell, bed, yesterday)
        elif self.story == "bed_taken_yesterday":
            self.lies.lie(cell, None, since)
            self.lies.lie(cell, bed, yesterday)
        elif self.story == chain.NAME:
            link = chain.chain(self.made)
            self.lies.lie(link.second, None, since)
            self.lies.lie(cell, bed, link.changed)
        else:
            if self.source.random() < 0.25 and self.made.on - since > 10 * _DAY:
                cells = self.one.establishment.cells[self.one.group]
                self.lies.lie(self.source.choice(cells), None, since)
                since += timedelta(hours=self.source.randrange(20, 200))
            self.lies.lie(cell, bed, since)

    def _stay(self, place: str, at: datetime, without_order: str = "") -> Stay:
        row = new(Stay, establishment=place, admitted_at=at, without_order=without_order)
        return self.pen.put(row, by=self.desk, at=at)
