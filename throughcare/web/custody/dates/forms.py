"""The forms of this part: sentence, days, a date by hand, a decree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.actions.adjustments import MOST_DAYS
from throughcare.casework.custody.actions.sentences import MOST
from throughcare.casework.custody.decrees import DecreeText
from throughcare.casework.custody.terms import (
    AdjustmentKind,
    DateKind,
    DecreeKind,
    SentenceKind,
    Status,
)
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.forms.acts import sentence as text_field
from throughcare.web.people.forms.base import LINE, PageForm

__all__ = ["AdjustmentForm", "DecreeForm", "ManualDateForm", "ReasonForm", "SentenceForm"]

Choices = Sequence[tuple[str, str]]
_FORMAT = "%Y-%m-%d"


class Day(forms.DateField):
    """A day of the civil calendar, between 1900 and 2200."""

    def __init__(self, **named: Any) -> None:
        widget = forms.DateInput(format=_FORMAT, attrs={"type": "date", "dir": "ltr"})
        super().__init__(widget=widget, input_formats=[_FORMAT], **named)

    def clean(self, value: Any) -> date | None:
        """A day that a prison may mean."""
        day: date | None = super().clean(value)
        if day is not None and not date(1900, 1, 1) <= day < date(2200, 1, 1):
            raise forms.ValidationError(_("This day is too far away. Look at the year."))
        return day


def whole(label: Any, most: int, *, hint: Any = "", required: bool = False) -> forms.IntegerField:
    """A whole number from nothing up to a most."""
    widget = forms.NumberInput(attrs={"dir": "ltr", "inputmode": "numeric", "min": "0"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, required=required, help_text=hint, widget=widget
    )


class SentenceForm(PageForm):
    """A sentence as the judgment says it."""

    order = forms.ChoiceField(
        label=gettext_lazy("Judgment"),
        help_text=gettext_lazy("Register it under orders first; then it stands here."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of sentence"), choices=SentenceKind.choices)
    years = whole(gettext_lazy("Years"), MOST[0])
    months = whole(gettext_lazy("Months"), MOST[1])
    days = whole(gettext_lazy("Days"), MOST[2])
    starts_on = Day(
        label=gettext_lazy("Begins on"),
        help_text=gettext_lazy("As the judgment says. It may lie in the past."),
    )
    after = forms.ChoiceField(
        label=gettext_lazy("Served after"), required=False,
        help_text=gettext_lazy("Consecutive: it begins where that sentence ends."),
    )  # fmt: skip

    def __init__(
        self, *words: Any, orders: Choices = (), others: Choices = (), why: bool = False,
        **named: Any,
    ) -> None:  # fmt: skip
        super().__init__(*words, **named)
        self.fields["order"].choices = orders  # type: ignore[attr-defined]
        beside = ("", _("no other: from its own day"))
        self.fields["after"].choices = [beside, *others]  # type: ignore[attr-defined]
        if why:
            self.ask_why()

    def clean(self) -> dict[str, Any]:
        """Not of zero days, where it is measured in days at all."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        measured = said.get("kind") in (SentenceKind.FIXED, SentenceKind.FINE_DEFAULT)
        lengths = ("years", "months", "days")
        wrong = any(one in self.errors for one in lengths)
        if measured and not wrong and not any(said.get(one) for one in lengths):
            self.add_error(
                "days", _("A sentence of zero days is none. Type what the court pronounced.")
            )
        return said


class AdjustmentForm(PageForm):
    """Days with the decision they rest on."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=AdjustmentKind.choices)
    days = whole(gettext_lazy("Number of days"), MOST_DAYS, required=True)
    from_on = Day(
        label=gettext_lazy("First day"), required=False,
        help_text=gettext_lazy(
            "Of a period of remand: then a day that lies in two periods counts once."
        ),
    )  # fmt: skip
    sentence = forms.ChoiceField(label=gettext_lazy("Changes"), required=False)
    reason = text_field(
        gettext_lazy("What it rests on"),
        hint=gettext_lazy("The decision: authority, number and day."), rows=2,
    )  # fmt: skip

    def __init__(self, *words: Any, sentences: Choices = (), **named: Any) -> None:
        super().__init__(*words, **named)
        everything = ("", _("all sentences"))
        self.fields["sentence"].choices = [everything, *sentences]  # type: ignore[attr-defined]

    def clean_days(self) -> int:
        """At least one."""
        days: int = self.cleaned_data["days"]
        if days < 1:
            raise forms.ValidationError(_("Type at least 1 day."))
        return days


class ManualDateForm(PageForm):
    """A date by hand, which a second person will be asked to confirm."""

    kind = forms.ChoiceField(label=gettext_lazy("Which date"), choices=DateKind.choices)
    on = Day(label=gettext_lazy("Day"))
    reason = text_field(
        gettext_lazy("Why this day"),
        hint=gettext_lazy("So that a second person can check it: decision, number, arithmetic."),
    )


class DecreeForm(PageForm):
    """A decree of pardon or amnesty: who gave it, what it does, for whom."""

    establishment = forms.ChoiceField(label=gettext_lazy("For those held at"))
    authority = forms.CharField(label=gettext_lazy("Authority"), max_length=LINE)
    number = forms.CharField(label=gettext_lazy("Number of the decree"), max_length=LINE)
    issued_on = Day(label=gettext_lazy("Day of the decree"))
    words = text_field(gettext_lazy("What it says"), hint=gettext_lazy("In its own words."), rows=4)
    kind = forms.ChoiceField(label=gettext_lazy("What it does"), choices=DecreeKind.choices)
    days = whole(
        gettext_lazy("Days taken off"), MOST_DAYS,
        hint=gettext_lazy("Only where it takes off days."),
    )  # fmt: skip
    share = forms.CharField(
        label=gettext_lazy("Share taken off"), max_length=9, required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=gettext_lazy(
            "Of what is left to serve, such as 1/3. Only where it takes off a share. A part of a "
            "day counts as a day."
        ),
    )  # fmt: skip
    iccs_in = forms.CharField(
        label=gettext_lazy("Only charges whose code begins with"), max_length=LINE, required=False,
        help_text=gettext_lazy("Codes of ICCS with a space between them; empty means any charge."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )  # fmt: skip
    iccs_out = forms.CharField(
        label=gettext_lazy("Not where a code begins with"), max_length=LINE, required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )  # fmt: skip
    statuses = forms.MultipleChoiceField(
        label=gettext_lazy("Only this legal status"), choices=Status.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen means any."),
    )  # fmt: skip

    def __init__(self, *words: Any, places: Choices = (), **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["establishment"].choices = places  # type: ignore[attr-defined]

    def clean_share(self) -> Fraction | None:
        """A part of the whole, written as one number over another."""
        said: str = self.cleaned_data["share"].strip()
        if not said:
            return None
        try:
            share = Fraction(said)
        except (ValueError, ZeroDivisionError):
            share = Fraction(0)
        if not 0 < share <= 1 or share.denominator > 1000:
            raise forms.ValidationError(_("Type a share such as 1/3."))
        return share

    def text(self) -> DecreeText:
        """What the decree says, for the room."""
        said = self.cleaned_data
        return DecreeText(
            authority=said["authority"], number=said["number"], issued_on=said["issued_on"],
            words=said["words"], kind=DecreeKind(said["kind"]), days=said["days"] or None,
            share=said["share"], iccs_in=said["iccs_in"].split(),
            iccs_out=said["iccs_out"].split(), statuses=said["statuses"],
        )  # fmt: skip
