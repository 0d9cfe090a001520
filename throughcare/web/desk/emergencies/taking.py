"""The page on which emergency access is taken."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from throughcare.access import actions
from throughcare.access.errors import Refused
from throughcare.access.matrix import matrix
from throughcare.access.question import Answer, Reason, Subject
from throughcare.access.terms import Level
from throughcare.casework.people import queries
from throughcare.casework.people.queries import File
from throughcare.errors import BadInput
from throughcare.web.desk.emergencies.form import EmergencyForm
from throughcare.web.desk.emergencies.offers import Offer, offers
from throughcare.web.desk.form import show
from throughcare.web.people.shown.header import header_of
from throughcare.web.request import Request

_WHY = "before an emergency"


@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: Request, person: UUID) -> HttpResponse:
    """What an emergency would open, and the form. Raises access's NotThere or Refused."""
    file = queries.file_of(request.viewer, person, at=request.at, why=_WHY)
    given = offers(request.viewer, file.held_at, at=request.at)
    if not given:
        raise Refused(Answer(False, Level.NONE, Reason.COMPARTMENT_CLOSED))
    form = EmergencyForm(given, request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = _take(request, file, given, form)
        if taken is not None:
            return HttpResponseRedirect(f"/people/{file.id}/emergency/{taken}")
    rules = matrix().break_glass
    more = {"file": file, "header": header_of(file, here=""), "offers": given, "rules": rules}
    return show(request, "desk/emergency.html", form, **more)


def _take(request: Request, file: File, given: list[Offer], form: EmergencyForm) -> int | None:
    """The number of the emergency; None when it was refused, with the words in the form."""
    typed = form.cleaned_data
    offer = next(one for one in given if one.compartment.value == typed["compartment"])
    try:
        row = actions.break_glass(
            by=request.viewer, at=request.at, subject=Subject(file.id, file.held_at),
            compartment=offer.compartment, role=offer.role, ground=offer.ground,
            reason=typed["reason"], others_on_duty=typed["others_on_duty"],
        )  # fmt: skip
    except BadInput as refusal:
        form.refuse(refusal)
        return None
    return int(row.pk)
