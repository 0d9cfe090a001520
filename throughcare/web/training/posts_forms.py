"""What is typed to post somebody, to end that, and to write down a supervision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.service.training.units import Meeting, UnitKind
from throughcare.web.custody.fields import one_of
from throughcare.web.custody.orders.forms import Day
from throughcare.web.desk.form import DeskForm, sentence
from throughcare.web.training.forms import Choices

_CHOOSE = ("", _("Choose"))
_LINE = 200


class PostForm(DeskForm):
    """Who works where, from when on."""

    who = forms.ChoiceField(label=_("Member of staff"))
    unit_kind = one_of(
        _("Unit"), UnitKind, hint=_("For whom the unit is. Several units of a kind count as one."),
    )  # fmt: skip
    since = Day(label=_("First day there"))
    until = Day(
        label=_("First day on which it holds no more"), required=False,
        help_text=_("Empty: until somebody ends it."),
    )  # fmt: skip

    def __init__(self, staff: Choices, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [_CHOOSE, *staff]


class EndForm(DeskForm):
    """When it ends."""

    ended_on = Day(label=_("First day on which it holds no more"))


class MeetingForm(DeskForm):
    """Who came together, when, led by whom. Nothing of what was said."""

    who = forms.MultipleChoiceField(
        label=_("Who took part"), widget=forms.CheckboxSelectMultiple, choices=()
    )
    meeting = one_of(_("What it was"), Meeting)
    held_on = Day(label=_("Day on which it was held"))
    led_by = forms.CharField(
        label=_("Led by"), max_length=_LINE,
        help_text=_("Name and office. What was said is not written down."),
    )  # fmt: skip

    def __init__(self, staff: Choices, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["who"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [*staff]
        field.widget.attrs["class"] = "form-check-input"


class StrikeForm(DeskForm):
    """Why it never was so."""

    why = sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))
