"""Orders one after the other, the charge, the legal footing, and the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from throughcare.casework.custody.models import Adjustment, Charge, LegalStatus, Order, Sentence
from throughcare.casework.custody.terms import AdjustmentKind, OrderKind, SentenceKind, Status
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.words import words
from throughcare.demo.row import new
from throughcare.demo.staff import Member

_DAY = timedelta(days=1)


class Docket:
    """The papers of one stay: who writes them down, with which pen, in which town."""

    def __init__(self, pen: Pen, source: Random, by: Member, town: str) -> None:
        self.pen, self.source, self.by = pen, source, by
        self.town = town.capitalize()
        self.court = f"{source.choice(words().courts)} {self.town}"

    def order(
        self, kind: OrderKind, authority: str, begins: datetime, ends: datetime | None,
        *, at: datetime, reason: str = "",
    ) -> Order:  # fmt: skip
        """An order in force in [begins, ends), written down at a moment."""
        number = f"{self.source.randrange(1, 9000)}/{begins.year}"
        order = new(
            Order, kind=kind, authority=authority, number=number, issued_on=begins.date(),
            valid_from=begins, valid_to=ends, reason=reason,
        )  # fmt: skip
        return self.pen.put(order, by=self.by, at=at)

    def charge(self, order: Order, *, at: datetime) -> Charge:
        """What the order says the person did."""
        charged, terrorism = words().charge(self.source)
        unknown = self.source.random() < 0.05 and not terrorism
        row = new(
            Charge, order=order, iccs=charged.iccs, words=charged.words,
            terrorism_related=None if unknown else terrorism,
        )  # fmt: skip
        return self.pen.put(row, by=self.by, at=at)

    def untried(self, begins: datetime, until: datetime, *, lapse: bool = False) -> Order:
        """The prosecutor's order, the remand, and its extensions, up to `until` and beyond it.

        With `lapse`, the last order ends before `until` and no other follows. The first is given
        back.
        """
        first = self.order(
            OrderKind.COMMITMENT, f"{words().prosecutor} {self.town}", begins,
            begins + words().days_of_first_order * _DAY, at=begins,
        )  # fmt: skip
        for kind, start, end in self._remands(begins + words().days_of_first_order * _DAY, until):
            if lapse and end > until:
                break
            given = max(begins, start - timedelta(hours=self.source.randrange(2, 72)))
            self.order(kind, self.court, start, end, at=given, reason="the inquiry goes on")
        return first

    def _remands(
        self, start: datetime, until: datetime
    ) -> Iterator[tuple[OrderKind, datetime, datetime]]:
        kind = OrderKind.REMAND
        while start <= until:
            end = start + self.source.choice(words().days_of_remand) * _DAY
            yield kind, start, end
            kind, start = OrderKind.EXTENSION, end

    def footing(
        self, value: Status, since: datetime, before: LegalStatus | None = None
    ) -> LegalStatus:
        """The legal footing from a moment on; the one before ends there."""
        if before is not None:
            self.end_of_footing(before, since)
        return self.pen.put(new(LegalStatus, value=value, since=since), by=self.by, at=since)

    def end_of_footing(self, before: LegalStatus, at: datetime) -> None:
        """The footing ends: the row is replaced by one that says until when."""
        ended = new(LegalStatus, value=before.value, since=before.since, until=at)
        self.pen.put(ended, by=self.by, at=at, replaces=before)

    def sentence(
        self, order: Order, starts_on: date, *, at: datetime, kind: str = SentenceKind.FIXED,
        months: int = 0, days: int = 0, after: Sentence | None = None,
    ) -> Sentence:  # fmt: skip
        """A sentence of so many months and days, on its own or after another."""
        row = new(
            Sentence, order=order, kind=kind, years=months // 12, months=months % 12, days=days,
            starts_on=starts_on, after=after,
        )  # fmt: skip
        return self.pen.put(row, by=self.by, at=at)

    def credit(self, sentence: Sentence, days: int, *, at: datetime) -> None:
        """The days before the sentence count towards it."""
        if days > 0:
            row = new(
                Adjustment, sentence=sentence, kind=AdjustmentKind.REMAND, days=days,
                reason="held before the sentence",
            )  # fmt: skip
            self.pen.put(row, by=self.by, at=at)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError("a month has 28 days at least")
