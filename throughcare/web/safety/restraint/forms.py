"""The forms of restraint: put on, looked after and taken off, and what was done against a rule."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.measure_terms import Looked, Purpose
from throughcare.web.custody.fields import found_field, line, one_of, said_by_field, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.safety.words import instrument_choices


class RestrainForm(TimedForm):
    """Restraints are on. What no rule lets anybody use is refused in the words of the rule."""

    past: tuple[str, ...] = ("since", "until", "ordered_at")
    since = Moment(label=_("When they were put on"))
    until = Moment(
        label=_("When they came off"), required=False, help_text=_("Empty: they are still on.")
    )
    instrument = forms.ChoiceField(label=_("Instrument"), choices=instrument_choices)
    purpose = one_of(_("What they are for"), Purpose)
    reason = sentence(_("Reasons"), required=False, rows=2)
    lesser_means_tried = sentence(_("Which milder means were tried"), required=False, rows=2)
    lawful_ground = line(_("Article of the law"))
    ordered_by = line(_("Director who ordered it"), hint=_("Needed to prevent injury or damage."))
    ordered_at = Moment(label=_("When it was ordered"), required=False)
    at_appearance = tick(_("They stayed on before a court or another authority"))
    as_sanction = tick(_("They were put on as a punishment"))


class FoundForm(RestrainForm):
    """Restraints as they were used, whatever they were."""

    found = found_field()
    said_by = said_by_field()


class LookForm(TimedForm):
    """One thing that was done."""

    past = ("done_at",)
    done_at = Moment(label=_("When it was done"))
    what = one_of(_("What was done"), Looked)
    words = sentence(_("Remark"), required=False, rows=2)
