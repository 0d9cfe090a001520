"""On which papers the stay that goes on rests: for nearly everybody in order, for a few not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from throughcare.casework.custody.models import Adjustment, Order, Sentence
from throughcare.casework.custody.terms import AdjustmentKind, OrderKind, SentenceKind, Status
from throughcare.demo.custody.course import Course
from throughcare.demo.custody.orders import Docket, months_after
from throughcare.demo.custody.words import words
from throughcare.demo.row import new

_DAY: Final = timedelta(days=1)
_SAFE: Final = 4 * _DAY  # nobody but a few is held past the end of a sentence
_MEAN_DAYS_LEFT: Final = 500
_LAPSED: Final = 0.012  # of the untried: the last order has ended
_OVERDUE: Final = 0.003  # of those with a fixed term
_LIFE, _FINE, _TWO = 0.015, 0.03, 0.04  # of the sentences
# The lapsed remands of the story: each order from so many days ago to so many days ago.
_CHAIN: Final = ((250, 240), (240, 180), (174, 114), (103, 43), (38, 17))


def papers(docket: Docket, course: Course, story: str, *, on: datetime) -> Order | None:
    """Write down the orders, and what follows from them. The first one; None without any."""
    if story == "without_order":
        docket.footing(Status.WITHOUT_CHARGE, course.admitted_at)
        return None
    if story == "lapsed_remands":
        return _chain(docket, course, on)
    if course.status in (Status.CIVIL, Status.WITHOUT_CHARGE):
        return _by_no_criminal_court(docket, course, on)
    if course.tried_at is None:
        lapse = not story and docket.source.random() < _LAPSED
        order = docket.untried(course.admitted_at, on, lapse=lapse)
        docket.charge(order, at=course.admitted_at)
        docket.footing(Status.UNTRIED, course.admitted_at)
        return order
    return _Tried(docket, course, course.tried_at, on).written(story)


def _chain(docket: Docket, course: Course, on: datetime) -> Order:
    kinds = (OrderKind.COMMITMENT, OrderKind.REMAND, *(OrderKind.EXTENSION,) * 3)
    begun = course.admitted_at
    orders = [
        docket.order(kind, docket.court, begun if from_ago == 250 else on - from_ago * _DAY,
                     on - to_ago * _DAY, at=max(begun, on - from_ago * _DAY))
        for kind, (from_ago, to_ago) in zip(kinds, _CHAIN, strict=True)
    ]  # fmt: skip
    docket.charge(orders[0], at=begun)
    docket.footing(Status.UNTRIED, begun)
    return orders[0]


def _by_no_criminal_court(docket: Docket, course: Course, on: datetime) -> Order:
    civil = course.status is Status.CIVIL
    begins = course.admitted_at
    order = docket.order(
        OrderKind.COMMITMENT,
        f"{words().civil_court if civil else words().prosecutor} {docket.town}", begins,
        on + docket.source.randrange(5, 90) * _DAY, at=begins,
        reason=words().civil_debt if civil else "",
    )  # fmt: skip
    docket.footing(course.status, begins)
    return order


class _Tried:
    """Somebody who was sentenced at `tried`, perhaps after a time on remand."""

    def __init__(self, docket: Docket, course: Course, tried: datetime, on: datetime) -> None:
        self.docket, self.course, self.tried, self.on = docket, course, tried, on
        self.credited = (tried.date() - course.admitted_at.date()).days

    def written(self, story: str) -> Order:
        """The remand, the sentence with what shortens it, and the legal footing."""
        docket, begins, tried = self.docket, self.course.admitted_at, self.tried
        first, footing = None, None
        if tried > begins:
            first = docket.untried(begins, tried)
            docket.charge(first, at=begins)
            footing = docket.footing(Status.UNTRIED, begins)
        order = docket.order(OrderKind.SENTENCE, docket.court, tried, None, at=tried)
        charge = docket.charge(order, at=tried)
        docket.footing(self.course.status, tried, footing)
        one = docket.source.random()
        over = (self.on - 12 * _DAY).date()
        # Whoever was sentenced since then cannot have been due on that day.
        late = not story and one < _OVERDUE and over + self.credited * _DAY > tried.date()
        if story == "overdue_release" or late:
            self._ending(order, over)
        elif story == "release_waits":
            self._ending(order, (self.on + _DAY).date())
        elif story == "pardoned":
            self.docket.credit(self._of(order, months=36), self.credited, at=tried)
        elif not story and one > 1 - _LIFE and charge.iccs.startswith("01"):
            self._of(order, SentenceKind.LIFE)
        else:
            self._served_later(order)
        return first or order

    def _ending(self, order: Order, day: date) -> None:
        """The term, with the remand credited, ends on this day."""
        ends = day + self.credited * _DAY
        starts, months = self.tried.date(), 0
        while months_after(starts, months + 1) <= ends:
            months += 1
        days = (ends - months_after(starts, months)).days
        sentence = self._of(order, months=months, days=days)
        self.docket.credit(sentence, self.credited, at=self.tried)

    def _served_later(self, order: Order) -> None:
        source = self.docket.source
        left = timedelta(days=source.expovariate(1 / _MEAN_DAYS_LEFT))
        last = (self.on + max(_SAFE, left)).date()
        months = _months(self.tried.date(), self.credited, last)
        one = source.random()
        kind = SentenceKind.FINE_DEFAULT if one < _FINE and months < 7 else SentenceKind.FIXED
        sentence = self._of(order, kind, months=months)
        self.docket.credit(sentence, self.credited, at=self.tried)
        if one > 1 - _TWO:
            self._of(order, months=source.randrange(2, 13), after=sentence)
        elif one > 0.8:
            self._adjusted(sentence, months)

    def _adjusted(self, sentence: Sentence, months: int) -> None:
        """Remission, where days enough are left; now and then some of it lost again."""
        source = self.docket.source
        ends = months_after(self.tried.date(), months) - self.credited * _DAY
        spare = (ends - (self.on + _SAFE).date()).days
        at = self.tried + (self.on - self.tried) * source.uniform(0.3, 0.9)
        if spare > 15:
            days = source.randrange(5, min(spare, 60))
            self._adjust(sentence, AdjustmentKind.REMISSION, days, at, "work and conduct")
            if source.random() < 0.15:
                lost = source.randrange(1, 5)
                later = at + (self.on - at) / 2
                self._adjust(
                    sentence,
                    AdjustmentKind.REMISSION_LOST,
                    lost,
                    later,
                    "after a hearing",
                )

    def _adjust(
        self, sentence: Sentence, kind: AdjustmentKind, days: int, at: datetime, why: str
    ) -> None:
        row = new(
            Adjustment, sentence=sentence, kind=kind, days=days, from_on=at.date(), reason=why
        )
        self.docket.pen.put(row, by=self.docket.by, at=at)

    def _of(
        self, order: Order, kind: SentenceKind = SentenceKind.FIXED, *, months: int = 0,
        days: int = 0, after: Sentence | None = None,
    ) -> Sentence:  # fmt: skip
        return self.docket.sentence(
            order, self.tried.date(), kind=kind, months=months, days=days, after=after,
            at=self.tried,
        )  # fmt: skip


def _months(starts_on: date, credited: int, last: date) -> int:
    """The shortest term in months that ends after a day, with the days before it credited."""
    months = max(1, (last - starts_on).days * 12 // 366 - 1)
    while months_after(starts_on, months) - credited * _DAY <= last:
        months += 1
    return months
