"""The rows of the morning in words, in groups: by person, or by kind of duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.findings import Status
from throughcare.casework.people import queries as people
from throughcare.duties.queries import Duty, directs, reviews_of
from throughcare.duties.queries.morning import OVERDUE, TODAY, WEEK
from throughcare.web.duties.morning.filters import KIND
from throughcare.web.duties.shown import ShownDuty, shown
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise

PARTS: Final[Mapping[str, StrOrPromise]] = {
    OVERDUE: gettext_lazy("Overdue"),
    TODAY: gettext_lazy("Today"),
    WEEK: gettext_lazy("This week"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One duty and whose it is: `line` where the viewer may see who, else `label`."""

    duty: ShownDuty
    line: Line | None
    label: StrOrPromise = ""


@dataclass(slots=True, kw_only=True)
class Group:
    """Rows under one head: a person, a rule, or what has no head of its own."""

    line: Line | None
    title: StrOrPromise
    cite: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Overdue, today or this week: its rows on this page, and how many there are in all."""

    key: str
    title: StrOrPromise
    count: int
    groups: Sequence[Group]


def parts_of(
    rows: Iterable[Row], counts: Mapping[str, int], by: str, *, tonight: datetime
) -> list[Part]:
    """The rows in the parts of the week, in their order; parts without a row here are left out."""
    return [
        Part(key=key, title=PARTS[key], count=counts.get(key, 0), groups=_groups(list(some), by))
        for key, some in groupby(rows, lambda row: part_of(row.duty.one, tonight))
    ]


def part_of(one: Duty, tonight: datetime) -> str:
    """In which part of the week a row stands."""
    if one.status == Status.BREACHED:
        return OVERDUE
    return TODAY if one.until is not None and one.until <= tonight else WEEK


def rows_of(request: Request, found: Sequence[Duty], place: str) -> list[Row]:
    """The rows in words, with who it is as far as the viewer may see that."""
    lines = _lines(request, found)
    places = names_of_places(one.about for one in found)
    reviews = reviews_of(request.viewer, found, at=request.at)
    leads = directs(request.viewer, place, at=request.at)
    return [
        Row(
            duty=duty, line=lines.get(duty.one.person) if duty.one.person else None,
            label=places.get(duty.one.about, "") or _("a person"),
        )
        for duty in shown(found, at=request.at, reviews=reviews, directs=leads)
    ]  # fmt: skip


def _lines(request: Request, found: Sequence[Duty]) -> dict[UUID, Line]:
    ids = sorted({one.person for one in found if one.person is not None})
    listed = people.listed(request.viewer, ids, at=request.at) if ids else []
    return {line.id: line for line in lines_of(listed)}


def _groups(rows: Sequence[Row], by: str) -> list[Group]:
    groups: dict[object, Group] = {}
    for row in rows:
        one = row.duty.one
        key = one.rule if by == KIND else (one.person or one.about)
        if key not in groups:
            groups[key] = _head(row, by)
        groups[key].rows.append(row)
    return list(groups.values())


def _head(row: Row, by: str) -> Group:
    if by != KIND:
        return Group(line=row.line, title=row.label, cite="")
    return Group(
        line=None, title=row.duty.title or _("On grounds kept in the health file"),
        cite=row.duty.cite,
    )  # fmt: skip
