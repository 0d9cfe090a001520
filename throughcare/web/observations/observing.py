"""The page on which an officer writes what was seen of one person: two taps, words if wanted."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.observations.actions import observe
from throughcare.casework.observations.terms import Spot, Tone
from throughcare.casework.people.queries import file_to_change
from throughcare.web.custody.places.shown import trail_of
from throughcare.web.drafts.sending import Sending
from throughcare.web.observations.forms import ObserveForm, tones
from throughcare.web.observations.lets import PRG, lets_of
from throughcare.web.observations.unit import place_asked
from throughcare.web.people.acting import Asked
from throughcare.web.people.local import local
from throughcare.web.request import Request

_WORDS: Final = ("tone", "spot", "seen_at", "behaviour", "meaning", "kept_why")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def page(request: Request, person_id: UUID) -> HttpResponse:
    """A form that carries where one stands to the next person; after a concern it asks for more.

    `from` in the address is the place whose list one comes from, `spot` where one was last.
    """
    viewer, at = request.viewer, request.at
    file = file_to_change(viewer, person_id, act=Act.APPEND, compartment=PRG, at=at)
    if not lets_of(viewer, file.id, file.held_at, at=at).adds:
        raise NotThere
    unit = place_asked(request, file.held_at)
    back = f"/observe/{unit}" if unit else f"/people/{file.id}/custody/observations"
    last = request.GET.get("spot", "")

    def write(form: ObserveForm, _sending: Sending) -> str:
        said: dict[str, Any] = {name: form.cleaned_data.get(name) for name in _WORDS}
        row = observe(by=viewer, at=at, person_id=file.id, **said)
        on = {"spot": row.spot, "done": "observed"}
        if row.tone == Tone.CONCERN:
            return f"/people/{file.id}/observe?{urlencode({'from': unit, **on})}"
        return f"{back}?{urlencode(on)}"

    asked = Asked(
        request=request, file=file, here="custody", title=_("What you saw"), button="",
        template="observations/observe.html",
    )  # fmt: skip
    spot = last if last in Spot.values else ""
    return asked.answer(
        lambda typed: ObserveForm(typed, at=at, initial={"spot": spot}), write,
        back=back, unit=unit, trail=trail_of(unit) if unit else [],
        tones=tones(),
        prompts=request.method != "POST" and request.GET.get("done") == "observed",
    )  # fmt: skip
