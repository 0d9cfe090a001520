"""The last step: the first place."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.places.choices import choices_of, split
from throughcare.web.custody.reception.forms.beside import PlaceForm
from throughcare.web.custody.reception.step import at_step
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def place(request: Request, person_id: UUID) -> HttpResponse:
    """Give the person a unit or a cell, and a bed of it."""
    here = at_step(request, person_id, StepKind.PLACE, Act.WRITE)
    offered = choices_of(queries.free_places(request.viewer, here.file.id, at=request.at))

    def write(form: PlaceForm, _sending: object) -> str:
        said = form.cleaned_data
        path, bed = split(said["place"])
        actions.place_in(
            by=request.viewer, at=request.at, person_id=here.file.id, place=path,
            since=said["happened_at"], bed=bed, reason=said["reasons"], despite=said["reasons"],
        )  # fmt: skip
        here.take(form.value(), said["happened_at"])
        return here.on()

    return here.answer(lambda typed: here.form(PlaceForm, typed).offer(offered), write)
