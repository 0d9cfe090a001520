"""To move several people of a place at once, such as out of a unit that is closed for repair."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.actions.placements import Move
from throughcare.web.custody.places.acting import PlaceAsked, need_change
from throughcare.web.custody.places.choices import choices_of, split
from throughcare.web.custody.places.forms import SeveralForm
from throughcare.web.custody.places.shown import persons
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def several(request: Request, place: str) -> HttpResponse:
    """Everybody who lies there, each with a new place to choose; who keeps the place is left."""
    need_change(request, place)
    people = persons(request, queries.people_in(request.viewer, place, at=request.at))
    free = queries.free_places_in(request.viewer, place.split("/")[0], at=request.at)
    asked = PlaceAsked(
        request=request, path=place, title=_("Move several people"), button=_("Move them all"),
        template="custody/places/several.html",
    )  # fmt: skip

    def act(form: SeveralForm) -> str:
        said = form.cleaned_data
        moves = []
        for person, chosen in form.chosen():
            path, bed = split(chosen)
            moves.append(Move(person_id=person, place=path, bed=bed))
        actions.move_several(
            by=request.viewer, at=request.at, moves=moves, since=said["since"],
            reason=said["reason"], despite=said["despite"],
        )  # fmt: skip
        return f"/places/{place}?done=moved"

    choices = choices_of(free)
    return asked.answer(
        lambda typed: SeveralForm(typed, at=request.at, people=people, choices=choices), act
    )
