"""The roll of a place: how many should be there, how many were counted, and the unlock sheet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.casework.custody import actions, queries
from throughcare.web.custody.places.acting import PlaceAsked, page_of
from throughcare.web.custody.places.forms import CountForm
from throughcare.web.custody.places.shown import persons
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def count(request: Request, place: str) -> HttpResponse:
    """Who should be there, the form of a count, and the counts before."""
    roll = queries.roll(request.viewer, place, at=request.at)
    asked = PlaceAsked(
        request=request, path=place, title=_("Count people"), button=_("Save the count"),
        template="custody/places/count.html",
    )  # fmt: skip

    def act(form: CountForm) -> str:
        said = form.cleaned_data
        actions.count_people(
            by=request.viewer, at=request.at, place=place, counted_at=said["counted_at"],
            counted=said["counted"], said=said["said"],
        )  # fmt: skip
        return f"/places/{place}/count?done=counted"

    return asked.answer(
        lambda typed: CountForm(typed, at=request.at), act, roll=roll,
        names=names_of(one.recorded_by for one in roll.counts),
    )  # fmt: skip


@never_cache
@require_safe
@local
def unlock(request: Request, place: str) -> HttpResponse:
    """Everybody who lies there by cell, to print and to tick at the door."""
    lying = queries.people_in(request.viewer, place, at=request.at)
    people = persons(request, lying)
    cells: dict[str, list[object]] = {}
    for one in people:
        cells.setdefault(one.place, []).append(one)
    told = {
        **page_of(request, place), "cells": cells, "at": request.at, "many": len(people),
        "away": sum(1 for one in people if one.away),
    }  # fmt: skip
    return render(request, "custody/places/unlock.html", told)
