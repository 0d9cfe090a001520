"""A date by hand: proposed with its reason, confirmed by a second person, or withdrawn."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import DateKind
from throughcare.casework.people.queries import File
from throughcare.web.custody.dates.acting import ask, dates_of, to_change
from throughcare.web.custody.dates.forms import ManualDateForm, ReasonForm
from throughcare.web.custody.dates.words import day
from throughcare.web.people.forms.base import PageForm
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def propose(request: Request, person_id: UUID) -> HttpResponse:
    """Propose a date, with the reason."""
    file = to_change(request, person_id)

    def write(form: ManualDateForm) -> None:
        said = form.cleaned_data
        actions.propose_date(
            by=request.viewer, at=request.at, person_id=file.id, kind=DateKind(said["kind"]),
            on=said["on"], reason=said["reason"],
        )  # fmt: skip

    return ask(
        request, file, _("Propose a date by hand"), _("Propose it"), ManualDateForm, write,
        "date-proposed",
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def confirm(request: Request, person_id: UUID, date_id: UUID) -> HttpResponse:
    """Confirm what somebody else proposed."""
    file = to_change(request, person_id)
    stands = _stands(request, file, date_id)

    def agree(_form: PageForm) -> None:
        actions.confirm_date(by=request.viewer, at=request.at, person_id=file.id, date_id=date_id)

    return ask(
        request, file, _("Confirm a date"), _("I have checked it: the date counts"), PageForm,
        agree, "date-confirmed", stands=stands,
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def withdraw(request: Request, person_id: UUID, date_id: UUID) -> HttpResponse:
    """Strike a proposal out."""
    file = to_change(request, person_id)
    stands = _stands(request, file, date_id)

    def strike(form: ReasonForm) -> None:
        actions.withdraw_date(
            by=request.viewer, at=request.at, person_id=file.id, date_id=date_id,
            why=form.cleaned_data["why"],
        )  # fmt: skip

    return ask(
        request, file, _("Withdraw a proposal"), _("Withdraw it"), ReasonForm, strike,
        "date-withdrawn", stands=stands,
    )  # fmt: skip


def _stands(request: Request, file: File, date_id: UUID) -> str:
    """The proposal in words. Raises NotThere."""
    row = next((one for one in dates_of(request, file).proposals if one.id == date_id), None)
    if row is None:
        raise NotThere
    return f"{row.get_kind_display()}: {day(row.on)}. {row.reason}"
