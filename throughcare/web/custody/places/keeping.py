"""To open a place or a bed, to change what a place is certified for, to close either."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody import actions, queries
from throughcare.web.custody.places.acting import PlaceAsked, need_change
from throughcare.web.custody.places.forms import BedForm, BedGoesForm, ChangeForm, OpenForm
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.request import Request

_METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(_METHODS)
@local
def open_new(request: Request, place: str) -> HttpResponse:
    """Open premises, a unit or a cell in this place."""
    need_change(request, place)
    asked = PlaceAsked(
        request=request, path=place, title=_("Open a place in here"), button=_("Open the place")
    )

    def act(form: OpenForm) -> str:
        said = form.cleaned_data
        language = (get_language() or "en").split("-")[0]
        made = actions.open_place(
            by=request.viewer, at=request.at, above=place, code=said["code"],
            name={language: said["name"]}, certified_capacity=said["capacity"],
            floor_area=said["area"],
        )  # fmt: skip
        return f"/places/{made.path}?done=place-opened"

    return asked.answer(OpenForm, act)


@never_cache
@require_http_methods(_METHODS)
@local
def change(request: Request, place: str) -> HttpResponse:
    """Change for how many people and how many square metres the place is certified."""
    need_change(request, place)
    whole = queries.occupancy(request.viewer, place, at=request.at)
    asked = PlaceAsked(
        request=request, path=place, title=_("Change capacity or floor area"),
        button=_("Save the numbers"),
    )  # fmt: skip
    known = {"capacity": whole.capacity, "area": whole.floor_area}

    def act(form: ChangeForm) -> str:
        said = form.cleaned_data
        actions.change_place(
            by=request.viewer, at=request.at, place=place, certified_capacity=said["capacity"],
            floor_area=said["area"], why=said["why"],
        )  # fmt: skip
        return f"/places/{place}?done=place-changed"

    return asked.answer(lambda typed: ChangeForm(typed, initial=known), act)


@never_cache
@require_http_methods(_METHODS)
@local
def close(request: Request, place: str) -> HttpResponse:
    """Take the place out of use, once nobody lies in it."""
    need_change(request, place)
    whole = queries.occupancy(request.viewer, place, at=request.at)
    asked = PlaceAsked(
        request=request, path=place, title=_("Take out of use"), button=_("Take out of use")
    )

    def act(form: ReasonForm) -> str:
        actions.close_place(
            by=request.viewer, at=request.at, place=place, why=form.cleaned_data["why"]
        )
        return f"/places/{place.rpartition('/')[0]}?done=place-closed"

    return asked.answer(ReasonForm, act, whole=whole, closing=True)


@never_cache
@require_http_methods(_METHODS)
@local
def bed(request: Request, place: str) -> HttpResponse:
    """Put a bed into use here."""
    need_change(request, place)
    asked = PlaceAsked(request=request, path=place, title=_("Add a bed"), button=_("Add the bed"))

    def act(form: BedForm) -> str:
        actions.open_bed(
            by=request.viewer, at=request.at, place=place, code=form.cleaned_data["code"]
        )
        return f"/places/{place}?done=bed-opened"

    return asked.answer(BedForm, act)


@never_cache
@require_http_methods(_METHODS)
@local
def close_bed(request: Request, place: str) -> HttpResponse:
    """Take a bed of this place out of use, once nobody lies in it."""
    need_change(request, place)
    codes = queries.beds_of(request.viewer, place, at=request.at)
    asked = PlaceAsked(
        request=request, path=place, title=_("Take a bed away"), button=_("Take the bed away")
    )

    def act(form: BedGoesForm) -> str:
        said = form.cleaned_data
        actions.close_bed(
            by=request.viewer, at=request.at, place=place, code=said["bed"], why=said["why"]
        )
        return f"/places/{place}?done=bed-closed"

    return asked.answer(lambda typed: BedGoesForm(typed, codes=codes), act)
