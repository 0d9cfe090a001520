"""The last step: the first place."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import StepKind
from throughcare.kernel.models import Place
from throughcare.web.custody.reception.forms.beside import PlaceForm
from throughcare.web.custody.reception.step import at_step
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def place(request: Request, person_id: UUID) -> HttpResponse:
    """Give the person a unit or a cell, and a bed of it."""
    here = at_step(request, person_id, StepKind.PLACE, Act.WRITE)
    inside = Place.objects.in_use(request.at).filter(
        path__startswith=f"{here.file.held_at}/", kind__in=("unit", "cell")
    )  # fmt: skip
    paths = list(inside.order_by("path").values_list("path", flat=True))
    names = names_of_places(paths)
    offered = [(path, f"{path.partition('/')[2]} · {names[path]}") for path in paths]

    def write(form: PlaceForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.place_in(
            by=request.viewer, at=request.at, person_id=here.file.id, place=said["place"],
            since=said["happened_at"], bed=said["bed"] or None, reason=said["reasons"],
            despite=said["reasons"],
        )  # fmt: skip
        here.take(form.value(), said["happened_at"])
        return here.on()

    return here.answer(lambda typed: here.form(PlaceForm, typed).offer(offered), write)
