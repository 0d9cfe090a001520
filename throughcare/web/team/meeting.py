"""One meeting: who is invited and was there, who is on the agenda, what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.team import queries
from throughcare.casework.team.queries import Item, Met
from throughcare.casework.team.team_terms import Seat
from throughcare.web.custody.places.shown import called_by
from throughcare.web.desk.words import role_words
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request
from throughcare.web.team.told import done


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """Somebody on the agenda as the page tells it. Words only where the plan is the viewer's."""

    item: Item
    called: Called
    said: Sequence[tuple[str, str, str, str]]
    decided: Sequence[tuple[Any, str]]


@never_cache
@require_safe
@local
def meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    """For members of the team of that prison; each sees there what the own posts open."""
    met = queries.meeting_of(request.viewer, meeting_id, at=request.at)
    return render(
        request, "team/meeting.html", {**shown(request, met), "done": done(request)}
    )  # fmt: skip


def shown(request: Request, met: Met) -> dict[str, Any]:
    """A meeting for a page, or beside a form about it."""
    row, seats = met.row, queries.seats_of(met)
    accounts = [row.chair, row.called_by, row.minuted_by, row.signed_by, *seats]
    accounts += [one.owner for item in met.items for one in item.decided]
    names, called = names_of(accounts), called_by(request, [one.person_id for one in met.items])
    return {
        "met": met, "row": row, "names": names,
        "house": names_of_places([row.establishment]).get(row.establishment, row.establishment),
        "chair": names.get(row.chair, ""), "writer": names.get(row.minuted_by, ""),
        "signer": names.get(row.signed_by, ""),
        "roles": [role_words(role) for role in met.roles],
        "there": [(office_words(one.office), names.get(one.account, ""), one) for one in met.there],
        "items": [
            _item(one, called[one.person_id], names, seats)
            for one in met.items if one.person_id in called
        ],
    }  # fmt: skip


def office_words(office: str) -> str:
    """An office in words, as the beginning of a line."""
    return capfirst(str(Seat(office).label)) if office in Seat.values else ""


def _item(
    item: Item, called: Called, names: dict[str, str], seats: Any
) -> ShownItem:  # fmt: skip
    said = [
        (
            office_words(seats.get(one.account, "")),
            names.get(one.account, ""),
            one.words,
            one.dissent,
        )
        for one in item.said
    ]
    return ShownItem(
        item=item, called=called, said=said,
        decided=[(one, names.get(one.owner, "")) for one in item.decided],
    )  # fmt: skip
