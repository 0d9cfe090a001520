"""To write that somebody has left for a time, escaped, or come back; and to correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.acting import Step
from throughcare.web.custody.movements.forms import (
    CorrectionForm,
    EscapeForm,
    LeaveForm,
    ReturnForm,
)
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.local import local
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FORM_PAGE: Final = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def leave(request: Request, person_id: UUID) -> HttpResponse:
    """Court, hospital, temporary absence."""
    file = _file(request, person_id)
    step = _step(request, file, _("The person leaves for a time"), _("Save the departure"))

    def write(form: LeaveForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.leave(
            by=request.viewer, at=request.at, person_id=file.id, kind=MovementKind(said["kind"]),
            to_place=said["to_place"], left_at=said["left_at"], expected_at=said["expected_at"],
            arrived_at=said["arrived_at"], hearing_at=said["hearing_at"], reason=said["reason"],
        )  # fmt: skip
        return f"{step.back}?done=left"

    return step.answer(lambda typed: LeaveForm(typed, at=request.at), write)


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def come_back(request: Request, person_id: UUID) -> HttpResponse:
    """Back from where the person was; also after an escape."""
    file = _file(request, person_id)
    step = _step(request, file, _("The person is back"), _("Save the return"))

    def write(form: ReturnForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.come_back(
            by=request.viewer, at=request.at, person_id=file.id, arrived_at=said["arrived_at"],
            why=said["why"],
        )  # fmt: skip
        return f"{step.back}?done=came-back"

    return step.answer(lambda typed: ReturnForm(typed, at=request.at), write)


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def escape(request: Request, person_id: UUID) -> HttpResponse:
    """The person has escaped."""
    file = _file(request, person_id)
    step = _step(request, file, _("The person has escaped"), _("Save the escape"))

    def write(form: EscapeForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.escape(
            by=request.viewer, at=request.at, person_id=file.id, left_at=said["left_at"],
            reason=said["reason"],
        )  # fmt: skip
        return f"{step.back}?done=escaped"

    return step.answer(
        lambda typed: EscapeForm(typed, at=request.at), write,
        hint=_("The stay in custody goes on, and so do the orders. The place becomes free."),
    )  # fmt: skip


@never_cache
@require_http_methods(_FORM_PAGE)
@local
def correct(request: Request, person_id: UUID, movement_id: UUID) -> HttpResponse:
    """Write a movement as it was. The earlier entry stays readable."""
    file = _file(request, person_id)
    found = queries.version_of(request.viewer, file.id, "movement", movement_id, at=request.at)
    if not (found.stands and isinstance(found.row, queries.Movement)):
        raise NotThere
    row = found.row
    step = _step(request, file, _("Correct a movement"), _("Save the correction"))
    initial = {
        "to_place": row.to_place, "reason": row.reason, "left_at": timezone.localtime(row.left_at),
        "expected_at": timezone.localtime(row.expected_at) if row.expected_at else None,
        "arrived_at": timezone.localtime(row.arrived_at) if row.arrived_at else None,
    }  # fmt: skip

    def write(form: CorrectionForm, _sending: Sending) -> str:
        said = form.cleaned_data
        actions.correct_movement(
            by=request.viewer, at=request.at, person_id=file.id, movement_id=movement_id,
            left_at=said["left_at"], arrived_at=said["arrived_at"],
            expected_at=said["expected_at"], to_place=said["to_place"], reason=said["reason"],
            why=said["why"],
        )  # fmt: skip
        return f"{step.back}?done=entry-corrected"

    return step.answer(lambda typed: CorrectionForm(typed, at=request.at, initial=initial), write)


def _file(request: Request, person_id: UUID) -> File:
    return file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )


def _step(
    request: Request, file: File, title: StrOrPromise, button: StrOrPromise
) -> Step:  # fmt: skip
    return Step(
        request=request, file=file, section="movements", title=title, button=button,
        back=f"/people/{file.id}/custody/movements",
    )  # fmt: skip
