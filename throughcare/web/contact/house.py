"""/contact: who of a prison has had no contact for long, and the way to the list of a day."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.policy import without_post
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.contact import queries
from throughcare.kernel.models import Place, PlaceKind
from throughcare.web.custody.movements.places import prisons_of
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

CON = Compartment.CON
AT_ONCE: Final = 50  # people on one part of the list; in a prison that begins, everybody is on it
# Whose cases are read by name: a post alone opens no list of theirs.
_BY_CASE = frozenset({Role.CASE_MANAGER, Role.WOMENS_UNIT_OFFICER, Role.JUVENILE_SPECIALIST})


def houses_of(viewer: Viewer, *, at: datetime) -> list[str]:
    """The prisons of whose people the viewer reads contact; of a post of the service, all."""
    if without_post(viewer, at):
        return []
    held = [post for post in viewer.posts if post.period.holds(at)]
    codes = prisons_of(viewer, at=at)
    if any(not post.establishment for post in held):
        places = Place.objects.in_use(at).filter(kind=PlaceKind.ESTABLISHMENT).order_by("path")
        codes += [one for one in places.values_list("path", flat=True) if one not in codes]
    by_case = {post.establishment for post in held if post.role in _BY_CASE}
    return [
        code for code in codes
        if code in by_case or gate.may(viewer, Act.READ, CON, Subject(None, code), at=at)
    ]  # fmt: skip


def writes_at(viewer: Viewer, code: str, *, at: datetime) -> bool:
    """Whether the viewer writes contact of people of this prison: of all, or of cases."""
    held = [post for post in viewer.posts if post.period.holds(at)]
    by_case = any(post.role in _BY_CASE and post.establishment == code for post in held)
    return by_case or gate.may(viewer, Act.WRITE, CON, Subject(None, code), at=at)


@never_cache
@require_safe
@local
def house(request: Request) -> HttpResponse:
    """The list of one of the viewer's prisons. NotThere for whom it is closed everywhere."""
    codes = houses_of(request.viewer, at=request.at)
    if not codes:
        raise NotThere
    asked = request.GET.get("at", "")
    code = asked if asked in codes else codes[0]
    names = names_of_places(codes)
    silent = queries.without_contact(request.viewer, code, at=request.at)
    part = Paginator(silent, AT_ONCE).get_page(request.GET.get("page", "1"))
    called = called_by(request, [one.person for one in part.object_list])
    told = {
        "house": code, "name": names.get(code, code),
        "houses": [(one, names.get(one, one)) for one in codes],
        "silent": [(one, called[one.person]) for one in part.object_list if one.person in called],
        "part": part,
        "writes": writes_at(request.viewer, code, at=request.at),
    }  # fmt: skip
    return render(request, "contact/house.html", told)
