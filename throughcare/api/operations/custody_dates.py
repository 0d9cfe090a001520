"""When a person is to be released, line by line, and who should be free already."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from throughcare.api.asking import Why
from throughcare.api.fields import Establishment, Shown
from throughcare.api.statuses import named, reading, took
from throughcare.casework.custody import queries
from throughcare.casework.custody.due import Due
from throughcare.casework.custody.release_dates import Line, Said, Unsupported, Value

router = Router(tags=["release dates"])


class RuleShown(Shown):
    """A value of the country profile: what it says, where that stands, whether confirmed."""

    name: str
    value: str | None
    source: str
    dated: Annotated[str, Field(description="The date of the source")]
    confirmed: bool


class LineShown(Shown):
    """One line of the computation. `end` is the first day not served after it."""

    said: Said
    path: Annotated[int, Field(description="Which way through the sentences; 0 is all")]
    days: Annotated[int | None, Field(description="How many days it moved the end by")]
    end: date | None
    rule: RuleShown | None


class ConditionalShown(Shown):
    """The earliest day of conditional release under one share."""

    name: str
    on: date
    rule: RuleShown


class DatesShown(Shown):
    """The dates of a person. In a redacted reading `final` alone is told.

    `final` is the day of release: set by hand by two people, else computed.
    """

    redacted: bool
    in_custody: bool
    final: date | None
    hour: time | None
    due: Due | None
    by_hand: bool | None
    confirmed: bool | None
    unsupported: Unsupported | None
    missing: list[str]
    conditional: list[ConditionalShown]
    lines: list[LineShown]


class DueShown(Shown):
    """One person whose release is overdue or near. `days` since then; negative is ahead."""

    person: UUID
    establishment: str
    final: date
    due: Due
    days: int
    by_hand: bool
    confirmed: bool


class DueListShown(Shown):
    """The list, overdue first; and who is under sentence without a date."""

    rows: list[DueShown]
    without_date: list[UUID]


@router.get(
    "/people/{person}/release-dates", response=reading(DatesShown), **named("read_release_dates")
)
def read_release_dates(request: HttpRequest, person: UUID, why: Why) -> DatesShown:
    """Read when a person is to be released, and how that follows."""
    call = took(request)
    told = queries.release_dates_of(call.viewer, person, at=call.at, why=why)
    computed = told.computed
    return DatesShown(
        redacted=not told.whole, in_custody=told.in_custody, final=told.final,
        hour=computed.hour, due=told.due,
        by_hand=told.by_hand is not None if told.whole else None,
        confirmed=computed.confirmed if told.whole and computed.final else None,
        unsupported=computed.unsupported, missing=list(computed.missing),
        conditional=[
            ConditionalShown(name=one.name, on=one.on, rule=_rule(one.rule))
            for one in computed.conditional
        ],
        lines=[_line(one) for one in computed.lines],
    )  # fmt: skip


@router.get("/releases", response=reading(DueListShown), **named("list_releases_due"))
def list_releases_due(
    request: HttpRequest, establishment: Annotated[Establishment | None, Query()] = None
) -> DueListShown:
    """List whose release is overdue or near: all within reach, or those held at one place."""
    call = took(request)
    found = queries.release_due(call.viewer, establishment, at=call.at)
    return DueListShown(
        rows=[
            DueShown(
                person=row.person, establishment=row.establishment, final=row.final, due=row.due,
                days=row.days, by_hand=row.by_hand, confirmed=row.confirmed,
            )
            for row in found.rows
        ],
        without_date=found.without_date,
    )  # fmt: skip


def _line(line: Line) -> LineShown:
    days = line.given.get("days") if line.said is not Said.TERM else None
    return LineShown(
        said=line.said, path=line.path, end=line.end,
        days=days if isinstance(days, int) and line.said is not Said.FINE_TERM else None,
        rule=_rule(line.rule) if line.rule else None,
    )  # fmt: skip


def _rule(value: Value) -> RuleShown:
    said = None if value.value is None else str(value.value)
    return RuleShown(
        name=value.name, value=said, source=value.source, dated=value.date,
        confirmed=value.confirmed,
    )  # fmt: skip
