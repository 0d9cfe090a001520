"""The short forms of work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.work.terms import Answer, Beneficiary, OfferKind, Willing
from throughcare.web.custody.fields import line, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"}),
    )  # fmt: skip


class FitnessForm(TimedForm):
    """The note of health staff came."""

    past = ("noted_at",)
    noted_at = Moment(label=_("When the note came"))
    fit = forms.ChoiceField(
        label=_("What the note says"),
        choices=[("", "—"), ("yes", _("Fit for work")), ("no", _("Not fit for work"))],
        help_text=_("That, and nothing else of it. No illness is written here."),
    )  # fmt: skip
    willing = one_of(_("What the person says"), Willing)


class OfferForm(TimedForm):
    """Work or a programme was offered."""

    past = ("offered_at",)
    offered_at = Moment(label=_("When it was offered"))
    kind = one_of(_("What was offered"), OfferKind)
    what = line(_("Which work or programme"), required=True)
    answer = one_of(_("What the person answered"), Answer)


class PlaceForm(TimedForm):
    """Somebody works from a moment on."""

    past = ("since",)
    since = Moment(label=_("Since when the person works"))
    workshop = line(_("Workshop or place of work"), required=True)
    wage_class = line(_("Wage class"), hint=_("As the prison calls it."))
    beneficiary = one_of(_("For whose benefit"), Beneficiary)
    voluntary = tick(_("The person wishes to do this work"))
    paid = tick(_("The work is paid"))
    outside = tick(_("Outside the prison, for somebody else"))
    supervisor = line(
        _("Who supervises"), hint=_("Of the prison's own staff. Asked for of work outside.")
    )
    found = sentence(
        _("How it became known"), required=False, rows=2,
        hint=_("Only of work that nobody may order: without consent, without pay, or for staff."),
    )  # fmt: skip


class EndForm(TimedForm):
    """A work ended."""

    past = ("until",)
    until = Moment(label=_("When the work ended"))


class HoursForm(TimedForm):
    """Hours of one day."""

    past = ("since", "until")
    since = Moment(label=_("From"))
    until = Moment(label=_("To"), help_text=_("Of the same day. Until midnight is 00:00."))


class RestForm(TimedForm):
    """A whole day of rest."""

    day = _day(_("Day of rest"))


class WageForm(TimedForm):
    """A wage was paid."""

    past = ("paid_at",)
    paid_at = Moment(label=_("When it was paid"))
    first_day = _day(_("For the days from"))
    last_day = _day(_("To the day, which counts too"))
    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2, min_value=0)
    currency = forms.CharField(label=_("Currency"), max_length=3, help_text=_("Such as TND."))


class InjuryForm(TimedForm):
    """Hurt or ill from work."""

    past = ("injured_at",)
    injured_at = Moment(label=_("When it happened"), help_text=_("Nothing of the injury itself."))


class ClaimForm(TimedForm):
    """A claim was opened."""

    past = ("opened_at",)
    opened_at = Moment(label=_("When the claim was opened"))
    claim = line(_("Number of the claim"), required=True)


class StrikeForm(TimedForm):
    """Hours were never so."""

    why = sentence(_("Why it was never so"), hint=_("In a sentence. It stands in the register."))
