"""Where one person lies and lay, as known on a day; to move the person and to correct an entry."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.placing import in_words
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.known import known_of
from throughcare.web.custody.places.choices import choices_of, joined, split
from throughcare.web.custody.places.forms import CorrectForm, MoveForm
from throughcare.web.custody.places.shown import called_by, line_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.acting import Asked
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@local
def places(request: Request, person_id: UUID) -> HttpResponse:
    """All places of the person, newest first; `known` asks what was known on a day."""
    file = read(request, person_id)
    known = known_of(request)
    lain = queries.lay_in(request.viewer, person_id, at=request.at, known_at=known.at)
    asked = {act: _may(request, file, act) for act in (Act.READ, Act.APPEND)}
    told = {
        **section_page(request, file, "places", known), "lain": lain,
        "line": line_of(lain.places, at=known.at),
        "may_write": lain.may_write and known.day is None,
        "names": names_of(one.recorded_by for one in lain.places),
        "reads_apart": asked[Act.READ], "adds_apart": asked[Act.APPEND],
    }  # fmt: skip
    return render(request, "custody/places/person.html", told)


@never_cache
@require_http_methods(_METHODS)
@local
def move(request: Request, person_id: UUID) -> HttpResponse:
    """Give a place, the first or another one."""
    file = _file(request, person_id)
    free = queries.free_places(request.viewer, file.id, at=request.at)
    choices = choices_of(free)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Give a place"),
        button=_("Save the place"), template="custody/places/move.html",
    )  # fmt: skip

    def act(form: MoveForm, _sending: object) -> str:
        said = form.cleaned_data
        path, bed = split(said["place"])
        actions.place_in(
            by=request.viewer, at=request.at, person_id=file.id, place=path, bed=bed,
            since=said["since"], reason=said["reason"], despite=said["despite"],
        )  # fmt: skip
        return f"/people/{file.id}/custody/places?done=placed"

    return asked.answer(
        lambda typed: MoveForm(typed, at=request.at, choices=choices), act,
        **_in_the_way(request, file, free),
    )  # fmt: skip


@never_cache
@require_http_methods(_METHODS)
@local
def correct(request: Request, person_id: UUID, placement_id: UUID) -> HttpResponse:
    """Write down where the person really lay; the earlier entry stays readable."""
    file = _file(request, person_id)
    lain = queries.lay_in(request.viewer, person_id, at=request.at)
    stands = next((one for one in lain.places if one.id == placement_id), None)
    if stands is None:
        raise NotThere
    free = queries.free_places(request.viewer, file.id, at=request.at)
    now = joined(stands.path, stands.bed)
    known = {
        "place": now, "since": timezone.localtime(stands.since), "reason": stands.reason,
        "until": timezone.localtime(stands.until) if stands.until else None,
        "despite": stands.despite,
    }  # fmt: skip
    asked = Asked(
        request=request, file=file, here="custody", title=_("Correct a place"),
        button=_("Save the correction"), template="custody/places/move.html",
    )  # fmt: skip

    def act(form: CorrectForm, _sending: object) -> str:
        said = form.cleaned_data
        path, bed = split(said["place"])
        actions.correct_placement(
            by=request.viewer, at=request.at, person_id=file.id, placement_id=placement_id,
            place=path, bed=bed, since=_exact(said["since"], stands.since) or stands.since,
            until=_exact(said["until"], stands.until), reason=said["reason"],
            despite=said["despite"], why=said["why"],
        )  # fmt: skip
        return f"/people/{file.id}/custody/places?done=placement-corrected"

    return asked.answer(
        lambda typed: CorrectForm(
            typed, at=request.at, choices=choices_of(free, now=now), initial=known
        ),
        act, **_in_the_way(request, file, free),
    )  # fmt: skip


def _exact(typed: datetime | None, stood: datetime | None) -> datetime | None:
    """A field knows minutes only: what was not changed keeps its seconds."""
    if typed is None or stood is None:
        return typed
    return stood if typed == stood.replace(second=0, microsecond=0) else typed


def _in_the_way(request: Request, file: File, free: list[queries.Free]) -> dict[str, Any]:
    """Who lies in the chosen place and may not share it with this person."""
    path, _bed = split(request.POST.get("place", ""))
    if path not in {one.path for one in free}:
        return {}
    found = queries.conflicts_of(request.viewer, file.id, path, at=request.at)
    names = called_by(request, [each for one in found for each in one.others[:5]])
    return {
        "conflicts": [
            (in_words([one]), one.may_go_on, [(key, names[key]) for key in one.others[:5]
             if key in names])
            for one in found
        ],
        "looked": path,
    }  # fmt: skip


def _may(request: Request, file: File, act: Act) -> bool:
    return queries.may_keep_apart(request.viewer, file.id, act, at=request.at)


def _file(request: Request, person_id: UUID) -> File:
    return file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
