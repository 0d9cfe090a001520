"""What the viewer's posts open: the walls in plain words, for everybody who works behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare.access.matrix import Cell, EmergencyRow, matrix
from throughcare.access.policy import without_post
from throughcare.access.question import Answer, HeldPost, Period
from throughcare.access.terms import Compartment, Level, Role
from throughcare.web.desk import words
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Opened:
    """One part of the file as a post opens it; `fields` are those of the short form."""

    part: StrOrPromise
    level: StrOrPromise
    scope: StrOrPromise
    fields: tuple[StrOrPromise, ...]
    short: bool


@dataclass(frozen=True, slots=True)
class InEmergency:
    """What an emergency would open to a post."""

    part: StrOrPromise
    ground: StrOrPromise
    fields: tuple[StrOrPromise, ...]
    hours: int


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post, whether it is in force, and what it opens."""

    role: StrOrPromise
    place: str
    period: Period
    state: StrOrPromise
    opened: tuple[Opened, ...]
    closed: tuple[StrOrPromise, ...]
    emergencies: tuple[InEmergency, ...]


@require_safe
def what_may_i(request: Request) -> HttpResponse:
    """Each post, what it opens and until when. It is about the viewer, so nothing is recorded."""
    standing = without_post(request.viewer, request.at)
    return render(
        request,
        "desk/what_may_i.html",
        {
            "posts": [_card(post, request.at) for post in request.viewer.posts],
            "refusal": Answer(False, Level.NONE, standing).sentence if standing else "",
            "source": matrix().source,
        },
    )


def _card(post: HeldPost, at: datetime) -> PostCard:
    cells = {one: matrix().cells[post.role, one] for one in Compartment}
    return PostCard(
        role=words.ROLES[post.role], place=post.establishment, period=post.period,
        state=_state(post.period, at),
        opened=tuple(_opened(code, cell) for code, cell in cells.items() if cell.scope),
        closed=tuple(words.COMPARTMENTS[code] for code, cell in cells.items() if not cell.scope),
        emergencies=tuple(_emergencies(post.role)),
    )  # fmt: skip


def _state(period: Period, at: datetime) -> StrOrPromise:
    if period.holds(at):
        return _("in force")
    return _("not begun yet: opens nothing") if at < period.begins else _("ended: opens nothing")


def _opened(code: Compartment, cell: Cell) -> Opened:
    short = cell.level is Level.REDACTED
    fields = matrix().redacted.get(code, ()) if short else ()
    return Opened(
        part=words.COMPARTMENTS[code], level=words.LEVELS[cell.level],
        scope=words.SCOPES[cell.scope] if cell.scope else "",
        fields=tuple(words.FIELDS[field] for field in fields), short=short,
    )  # fmt: skip


def _emergencies(role: Role) -> Iterator[InEmergency]:
    rows: dict[Compartment, EmergencyRow] = dict(matrix().break_glass.allowed)
    for code, row in rows.items():
        if role in row.roles:
            fields = tuple(words.FIELDS[field] for field in row.fields)
            part, ground = words.COMPARTMENTS[code], words.GROUNDS[row.ground]
            yield InEmergency(part, ground, fields, row.hours)
