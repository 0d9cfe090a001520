"""A disputed age: the person says another birth date; somebody else decides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.reception.forms.beside import DecideForm, DisputeForm
from throughcare.web.custody.reception.step import at_step
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def age(request: Request, person_id: UUID) -> HttpResponse:
    """While the age is disputed, the page asks for the decision; otherwise for the dispute."""
    here = at_step(request, person_id, StepKind.AGE, Act.WRITE)
    asked: dict[str, Any] = {"by": request.viewer, "at": request.at, "person_id": here.file.id}
    form_of = DecideForm if here.walk.age_disputed else DisputeForm

    def write(form: Any, _sending: object) -> str:
        said = form.cleaned_data
        if isinstance(form, DecideForm):
            actions.decide_age(
                **asked, decided_birth_date=form.date_kept(), happened_at=said["happened_at"],
                why=said["why"],
            )  # fmt: skip
        else:
            actions.dispute_age(
                **asked, says_birth_date=form.date_kept(), happened_at=said["happened_at"],
                reasons=said["why"],
            )  # fmt: skip
        return f"/people/{here.file.id}/custody/reception?done=step"

    return here.answer(lambda typed: here.form(form_of, typed), write)
