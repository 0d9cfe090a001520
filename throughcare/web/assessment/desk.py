"""/judgements: what waits, who needs a board, and for directors who is screened in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment import queries
from throughcare.casework.assessment.queries import Wait
from throughcare.duties.queries import Call, called_at
from throughcare.web.classification.shown import calls_of
from throughcare.web.custody.movements.places import prisons_of
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

_MOST: Final = 50  # people on the list of boards; a prison that begins has everybody on it
_WHAT: Final = {
    Wait.REFERRAL: gettext_lazy("A referral waits for its screening"),
    Wait.SCREENING: gettext_lazy("A screening waits for a second person"),
    Wait.STATUS: gettext_lazy("A status waits for a second person"),
    Wait.CONTEST: gettext_lazy("What the person says waits for a decision"),
    Wait.BOARD: gettext_lazy("A board is called together and has not decided"),
    Wait.MINUTES: gettext_lazy("The minutes of a board wait for another member"),
    Wait.APPEAL: gettext_lazy("An appeal waits for a decision"),
    Wait.SHARING: gettext_lazy("What another agency asks for waits for a second person"),
}
# What stands in the section Classification of a file; all else in Judgement.
_OF_BOARDS: Final = frozenset({Wait.BOARD, Wait.MINUTES, Wait.APPEAL})


@never_cache
@require_safe
@local
def judgements(request: Request) -> HttpResponse:
    """Each part for whom it is open. NotThere for whom neither is."""
    houses = houses_with_shares(request.viewer, at=request.at)
    works = queries.has_desk(request.viewer, at=request.at)
    if not works and not houses:
        raise NotThere
    house = request.GET.get("at", "")
    house = house if house in houses else next(iter(houses), "")
    told: dict[str, Any] = {
        "works": works, "house": house, "houses": list(houses.items()), **_called(request),
    }  # fmt: skip
    if works:
        told["waiting"] = _waiting(request)
    if house:
        told["shares"] = queries.shares_at(request.viewer, house, at=request.at)
        told["name"] = houses[house]
    return render(request, "assessment/judgements.html", told)


def opens_desk(viewer: Viewer, *, at: datetime) -> bool:
    """Whether there is anything on this page for the viewer."""
    return queries.has_desk(viewer, at=at) or bool(houses_with_shares(viewer, at=at))


def houses_with_shares(viewer: Viewer, *, at: datetime) -> dict[str, str]:
    """The prisons of the viewer's posts whose plans and legal status are read as a whole."""
    codes = [
        code for code in prisons_of(viewer, at=at)
        if all(
            gate.may(viewer, Act.READ, one, Subject(None, code), at=at)
            for one in (Compartment.PLN, Compartment.SEN)
        )
    ]  # fmt: skip
    names = names_of_places(codes)
    return {code: names.get(code, code) for code in codes}


def _waiting(request: Request) -> Sequence[tuple[Any, Any, str, str]]:
    """Whom it is about, what waits, its words and section; without those whose files are closed."""
    rows = queries.waiting_for(request.viewer, at=request.at)
    names = called_by(request, [one.person_id for one in rows])
    return [
        (
            names[one.person_id], one, str(_WHAT[one.what]),
            "classification" if one.what in _OF_BOARDS else "judgement",
        )
        for one in rows if one.person_id in names
    ]  # fmt: skip


def _called(request: Request) -> dict[str, Any]:
    """For whom a board is called for at the prisons of the viewer's posts, who waits longest first.

    As far as the viewer reads plans: of case staff the own cases, of a director everybody there.
    """
    found: dict[UUID, Sequence[Call]] = {}
    for house in prisons_of(request.viewer, at=request.at):
        found |= called_at(request.viewer, house, at=request.at)
    longest = sorted(found, key=lambda person: (found[person][0].at, person))[:_MOST]
    names = called_by(request, longest)
    return {
        "called": [(one, names[one], calls_of(found[one])) for one in longest if one in names],
        "more": len(found) - len(longest),
    }  # fmt: skip
