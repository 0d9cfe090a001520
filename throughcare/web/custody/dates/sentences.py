"""To write a sentence down, to correct it, to strike it out."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import SentenceKind
from throughcare.web.custody.dates.acting import (
    ask,
    dates_of,
    orders_of,
    sentences_of,
    to_change,
)
from throughcare.web.custody.dates.forms import ReasonForm, SentenceForm
from throughcare.web.custody.dates.words import day, length_of
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def add(request: Request, person_id: UUID) -> HttpResponse:
    """Write down a sentence with its judgment."""
    file = to_change(request, person_id)
    told = dates_of(request, file)

    def write(form: SentenceForm) -> None:
        said = form.cleaned_data
        actions.add_sentence(
            by=request.viewer, at=request.at, person_id=file.id, order_id=UUID(said["order"]),
            kind=SentenceKind(said["kind"]), starts_on=said["starts_on"], years=said["years"] or 0,
            months=said["months"] or 0, days=said["days"] or 0,
            after_id=UUID(said["after"]) if said["after"] else None,
        )  # fmt: skip

    return ask(
        request, file, _("Write a sentence down"), _("Save the sentence"),
        lambda typed: SentenceForm(typed, orders=orders_of(told), others=sentences_of(told)),
        write, "sentenced", no_orders=not told.orders,
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def correct(request: Request, person_id: UUID, sentence_id: UUID) -> HttpResponse:
    """Write a sentence anew where it was written wrongly."""
    file = to_change(request, person_id)
    told = dates_of(request, file)
    row = _row(told, sentence_id)
    others = [one for one in sentences_of(told) if one[0] != str(row.id)]
    orders = [one for one in orders_of(told) if one[0] == str(row.order_id)]
    orders = orders or [(str(row.order_id), f"{row.order.authority}, {row.order.number}")]

    def write(form: SentenceForm) -> None:
        said = form.cleaned_data
        actions.correct_sentence(
            by=request.viewer, at=request.at, person_id=file.id, sentence_id=row.id,
            kind=SentenceKind(said["kind"]), starts_on=said["starts_on"], years=said["years"] or 0,
            months=said["months"] or 0, days=said["days"] or 0,
            after_id=UUID(said["after"]) if said["after"] else None, why=said["why"],
        )  # fmt: skip

    initial = {
        "order": row.order_id, "kind": row.kind, "years": row.years, "months": row.months,
        "days": row.days, "starts_on": row.starts_on, "after": row.after_id or "",
    }  # fmt: skip
    return ask(
        request, file, _("Correct a sentence"), _("Save the sentence"),
        lambda typed: SentenceForm(
            typed, orders=orders, others=others, initial=initial, why=True
        ),
        write, "sentenced",
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, sentence_id: UUID) -> HttpResponse:
    """Say that a sentence was never so."""
    file = to_change(request, person_id)
    row = _row(dates_of(request, file), sentence_id)

    def strike(form: ReasonForm) -> None:
        actions.strike_out_sentence(
            by=request.viewer, at=request.at, person_id=file.id, sentence_id=row.id,
            why=form.cleaned_data["why"],
        )  # fmt: skip

    return ask(
        request, file, _("Strike a sentence out"), _("Strike it out"), ReasonForm, strike,
        "struck-out", stands=f"{length_of(row.years, row.months, row.days)}, {day(row.starts_on)}",
    )  # fmt: skip


def _row(told: queries.ReleaseDates, sentence_id: UUID) -> queries.Sentence:
    row = next((one for one in told.sentences if one.id == sentence_id), None)
    if row is None:
        raise NotThere
    return row
