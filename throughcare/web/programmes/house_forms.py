"""The forms of what a prison offers: a programme, somebody from outside, a group."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.casework.programmes.terms import ForAge, ForSex, Kind
from throughcare.web.custody.fields import line, one_of, tick
from throughcare.web.custody.orders.forms import Day
from throughcare.web.desk.form import DeskForm
from throughcare.web.people.forms.acts import sentence
from throughcare.web.people.shown.languages import language_choices
from throughcare.web.programmes.weekdays import weekdays


def _hour(label: Any) -> forms.CharField:
    return forms.RegexField(
        regex=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", label=label,
        widget=forms.TimeInput(attrs={"type": "time"}),
    )  # fmt: skip


class ProgrammeForm(DeskForm):
    """One programme of the catalogue."""

    kind = one_of(_("Kind"), Kind)
    name = line(_("Name"), required=True)
    provider = line(_("Who holds it"), required=True)
    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=1000)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=lambda: [one for one in language_choices() if one[0]],
        required=False, widget=forms.SelectMultiple(attrs={"size": 6}),
    )  # fmt: skip
    for_sex = one_of(_("For"), ForSex)
    for_age = one_of(_("Of which age"), ForAge)
    for_whom = sentence(_("Whom it is for, in words"), rows=2)
    evidence = sentence(
        _("What is known that it helps"), required=False, rows=2,
        hint=_("Where nothing is known leave it empty: the page says so."),
    )  # fmt: skip
    aims_at_beliefs = tick(_("It is a programme of disengagement from violence"))
    from_outside = tick(_("Somebody from outside leads it"))


class WorkerForm(DeskForm):
    """Somebody from outside, vetted and inducted when, until when."""

    name = line(_("Name"), required=True)
    comes_from = line(_("From which organisation"), required=True)
    vetted_on = Day(label=_("Vetted on"), required=False)
    inducted_on = Day(label=_("Inducted on"), required=False)
    valid_until = Day(label=_("The vetting ends on"), required=False)


class GroupForm(DeskForm):
    """A group of a programme."""

    name = line(_("Name of the group"), required=True)
    starts_on = Day(label=_("First day"))
    ends_on = Day(label=_("Last day"))
    weekday = forms.ChoiceField(label=_("Day of the week"), choices=weekdays)
    begins_at = _hour(_("Begins at"))
    ends_at = _hour(_("Ends at"))
    room = line(_("Room"), required=True)
    leader = forms.ChoiceField(label=_("Who leads it"))

    def __init__(self, *words: Any, leaders: Any = (), **named: Any) -> None:
        super().__init__(*words, **named)
        choices = [("", "—"), *((key, capfirst(name)) for key, name in leaders)]
        self.fields["leader"].choices = choices  # type: ignore[attr-defined]
