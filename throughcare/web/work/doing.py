"""What is done about work on a file: one deed for each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from throughcare.access.errors import NotThere
from throughcare.access.terms import Compartment
from throughcare.casework.people.queries import File
from throughcare.casework.work import actions, queries
from throughcare.casework.work.errors import NotAllowed, SameHand
from throughcare.web.custody.deeds import Deed, Find, Sent, Stands
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.duties.words import moment_words
from throughcare.web.request import Request
from throughcare.web.work import forms

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECTION: Final = "work"


def _found(request: Request, file: File, _row: UUID | None) -> Stands:
    queries.work_of(request.viewer, file.id, at=request.at)
    return Stands()


def _of_work(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.work_of(request.viewer, file.id, at=request.at)
    one = next((work.row for work in found.works if work.row.first == row_id), None)
    if one is None:
        raise NotThere
    return Stands(
        beside=(
            (_("Workshop or place of work"), one.workshop),
            (_("Since when the person works"), moment_words(one.since)),
            (_("When the work ended"), moment_words(one.until) if one.until else ""),
        )
    )  # fmt: skip


def _of_injury(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.work_of(request.viewer, file.id, at=request.at)
    one = next((row for row in found.injuries if row.first == row_id), None)
    if one is None:
        raise NotThere
    return Stands(beside=((_("When it happened"), moment_words(one.at)),))


def _of_day(request: Request, file: File, row_id: UUID | None) -> Stands:
    found = queries.work_of(request.viewer, file.id, at=request.at)
    days = (day for work in found.works for day in work.days)
    one = next((day for day in days if day.id == row_id), None)
    if one is None:
        raise NotThere
    return Stands(beside=((_("From"), moment_words(one.since)), (_("To"), moment_words(one.until))))


def _fitness(sent: Sent) -> object:
    said = sent.words("noted_at", "willing")
    return actions.note_fitness(**sent.whose, **said, fit=sent.said["fit"] == "yes")


def _offer(sent: Sent) -> object:
    return actions.offer_work(
        **sent.whose, **sent.words("offered_at", "kind", "what", "answer")
    )  # fmt: skip


def _place(sent: Sent) -> object:
    names = (
        "workshop", "since", "beneficiary", "voluntary", "paid", "wage_class", "outside",
        "supervisor", "found",
    )  # fmt: skip
    return actions.place_at_work(**sent.whose, **sent.words(*names))


def _injury(sent: Sent) -> object:
    return actions.write_injury(**sent.whose, **sent.words("injured_at"))


def _end(sent: Sent) -> object:
    return actions.end_work(**sent.when, placement_id=sent.row, **sent.words("until"))


def _hours(sent: Sent) -> object:
    return actions.write_hours(**sent.when, placement_id=sent.row, **sent.words("since", "until"))


def _rest(sent: Sent) -> object:
    return actions.write_rest_day(**sent.when, placement_id=sent.row, **sent.words("day"))


def _wage(sent: Sent) -> object:
    said = sent.words("paid_at", "first_day", "last_day", "amount")
    currency = str(sent.said["currency"]).strip().upper()
    return actions.approve_wage(**sent.when, placement_id=sent.row, **said, currency=currency)


def _claim(sent: Sent) -> object:
    return actions.open_claim(**sent.when, injury_id=sent.row, **sent.words("opened_at", "claim"))


def _strike(sent: Sent) -> object:
    return actions.strike_hours(**sent.when, row_id=sent.row, why=sent.said["why"])


def _deed(
    title: StrOrPromise, button: StrOrPromise, form: type[TimedForm],
    write: Callable[[Sent], object], find: Find = _found, hint: StrOrPromise = "",
) -> Deed:  # fmt: skip
    return Deed(
        section=SECTION, title=title, button=button, form=form, write=write, find=find,
        done="written", code=Compartment.PRG, hint=hint,
        at_field={NotAllowed: "found", SameHand: "paid_at"},
    )  # fmt: skip


OF_A_FILE: Final[Mapping[str, Deed]] = {
    "fitness": _deed(_("Fit for work"), _("Save"), forms.FitnessForm, _fitness),
    "offer": _deed(
        _("Work was offered"), _("Save the offer"), forms.OfferForm, _offer,
        hint=_("Nobody has to accept. Whoever is untried is offered work and never ordered to."),
    ),
    "place": _deed(_("Somebody begins to work"), _("Save the work"), forms.PlaceForm, _place),
    "injury": _deed(_("Hurt or ill from work"), _("Save"), forms.InjuryForm, _injury),
}  # fmt: skip
OF_A_WORK: Final[Mapping[str, Deed]] = {
    "hours": _deed(_("Hours of a day"), _("Save the hours"), forms.HoursForm, _hours, _of_work),
    "rest": _deed(
        _("A day of rest"), _("Save the day of rest"), forms.RestForm, _rest, _of_work,
        _("A whole day without work, once it is over."),
    ),
    "wage": _deed(
        _("A wage was paid"), _("Approve the wage"), forms.WageForm, _wage, _of_work,
        _("By somebody who wrote none of the hours of these days."),
    ),
    "end": _deed(_("The work ended"), _("Save the end"), forms.EndForm, _end, _of_work),
}  # fmt: skip
OF_AN_INJURY: Final[Mapping[str, Deed]] = {
    "claim": _deed(
        _("A claim was opened"), _("Save the claim"), forms.ClaimForm, _claim, _of_injury
    ),
}  # fmt: skip
OF_A_DAY: Final[Mapping[str, Deed]] = {
    "strike": _deed(
        _("Strike out hours"), _("Strike it out"), forms.StrikeForm, _strike, _of_day,
        _("Only what was never so. It stays readable in the register."),
    ),
}  # fmt: skip
