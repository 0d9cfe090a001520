"""What is typed to take emergency access, and to say afterwards whether it was justified."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.access.matrix import matrix
from throughcare.web.desk.emergencies.offers import Offer
from throughcare.web.desk.form import DeskForm, sentence

_CHOOSE: Final = ("", gettext_lazy("Choose"))


class EmergencyForm(DeskForm):
    """On which ground, why, and whether somebody else is on duty who can confirm it."""

    compartment = forms.ChoiceField(label=gettext_lazy("What has happened"))
    reason = sentence(gettext_lazy("Why, in your own words"), rows=4)
    others_on_duty = forms.TypedChoiceField(
        label=gettext_lazy("Is somebody else on duty who can confirm it?"),
        choices=[_CHOOSE, ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No, I am alone"))],
        coerce=lambda said: said == "yes",
    )

    def __init__(self, given: Sequence[Offer], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        shortest = matrix().break_glass.shortest_reason
        choices = [(one.compartment.value, f"{one.ground_words} ({one.part})") for one in given]
        part, reason = self.fields["compartment"], self.fields["reason"]
        assert isinstance(part, forms.ChoiceField) and isinstance(reason, forms.CharField)
        part.choices = [_CHOOSE, *choices]
        reason.help_text = _("At least %(count)d signs.") % {"count": shortest}

    def clean_reason(self) -> str:
        """The reason, if it is as long as the matrix asks."""
        reason, shortest = str(self.cleaned_data["reason"]), matrix().break_glass.shortest_reason
        if len(reason) < shortest:
            raise forms.ValidationError(
                _("Say a little more: at least %(count)d signs. So far there are %(typed)d.")
                % {"count": shortest, "typed": len(reason)}
            )
        return reason


class FindingForm(DeskForm):
    """Whether an emergency was justified."""

    justified = forms.TypedChoiceField(
        label=gettext_lazy("Finding"),
        choices=[
            _CHOOSE,
            ("yes", gettext_lazy("Justified")),
            ("no", gettext_lazy("Not justified")),
        ],
        coerce=lambda said: said == "yes",
    )
    finding = sentence(gettext_lazy("Why, in a sentence or two"))
