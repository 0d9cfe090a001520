"""What one emergency opened: the fields, until when, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from throughcare.access import queries
from throughcare.access.errors import NotThere
from throughcare.access.matrix import matrix
from throughcare.access.queries import BreakGlass
from throughcare.access.terms import Compartment
from throughcare.casework.people import queries as people
from throughcare.web.desk import words
from throughcare.web.people.shown.header import header_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_WHY = "in an emergency"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to reach."""

    name: str
    relation: str
    reached_by: str


@dataclass(frozen=True, slots=True)
class State:
    """How an emergency stands at a moment."""

    open: bool
    lapsed: bool
    unconfirmed: bool


@require_safe
def opened(request: Request, person: UUID, number: int) -> HttpResponse:
    """One emergency of the viewer's own: its fields while it lasts. Raises NotThere or Refused."""
    mine = queries.own_emergencies(request.viewer, at=request.at)
    row = mine.filter(pk=number, person=person).first()
    if row is None:
        raise NotThere
    file = people.file_of(request.viewer, person, at=request.at, why=_WHY)
    state = state_of(row, at=request.at)
    code = Compartment(row.compartment)
    return render(
        request,
        "desk/emergency_opened.html",
        {
            "file": file,
            "header": header_of(file, here=""),
            "emergency": row,
            "state": state,
            "contacts": _contacts(request, row) if state.open else None,
            "fields": fields_of(code),
            "told": words.told_of_emergency(code),
            "note": words.EMERGENCY_NOTES.get(code, ""),
        },
    )


def state_of(row: BreakGlass, *, at: datetime) -> State:
    """Whether it is open, lapsed for want of a second person, or still waits for one."""
    waiting = row.confirm_by is not None and row.confirmed_at is None
    lapsed = waiting and row.confirm_by is not None and row.confirm_by <= at
    return State(open=at < row.ends and not lapsed, lapsed=lapsed, unconfirmed=waiting)


def fields_of(code: Compartment) -> tuple[StrOrPromise, ...]:
    """The fields that an emergency opens there."""
    return tuple(words.FIELDS[field] for field in matrix().break_glass.allowed[code].fields)


def _contacts(request: Request, row: BreakGlass) -> list[Contact] | None:
    """Whom to reach; None where the emergency is about another part of the file."""
    if row.compartment != Compartment.CON:
        return None
    return [
        Contact(
            str(fact.value["name"]), str(fact.value.get("relation") or ""),
            str(fact.value["reached_by"]),
        )
        for fact in people.emergency_contact(request.viewer, row.person, at=request.at)
    ]  # fmt: skip
