"""The forms of a release, a death, a proposal, a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import LeftHow
from throughcare.web.custody.movements.forms import OrderedForm, TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import PageForm

_IN_REGISTER = gettext_lazy("In a sentence. It stands in the register.")


class ReleaseForm(OrderedForm):
    """When somebody was let go, and on which order."""

    past = ("left_at",)
    left_at = Moment(label=gettext_lazy("When the person was let go"))
    abroad = forms.ChoiceField(
        label=gettext_lazy("Whereto"),
        choices=[("", gettext_lazy("free")), ("abroad", gettext_lazy("handed over abroad"))],
        required=False,
    )  # fmt: skip
    why = sentence(gettext_lazy("Remark"), required=False, rows=2)


class DeathForm(TimedForm):
    """When somebody died."""

    past = ("died_at",)
    died_at = Moment(label=gettext_lazy("When the person died"))
    why = sentence(
        gettext_lazy("Where and how it became known"), rows=2,
        hint=gettext_lazy("Nothing medical: that stands in the health file."),
    )  # fmt: skip


class StayForm(TimedForm):
    """A stay as it should read."""

    past = ("admitted_at", "left_at")
    admitted_at = Moment(label=gettext_lazy("When the person was received"))
    left_at = Moment(
        label=gettext_lazy("When the stay ended"), required=False,
        help_text=gettext_lazy("Empty: the person is still in custody."),
    )  # fmt: skip
    left_how = forms.ChoiceField(
        label=gettext_lazy("How it ended"), required=False, choices=[("", "—"), *LeftHow.choices]
    )
    why = sentence(gettext_lazy("Why it is corrected"), hint=_IN_REGISTER, rows=2)

    def clean(self) -> dict[str, Any]:
        """An end says how."""
        said = super().clean()
        if bool(said.get("left_at")) != bool(said.get("left_how")) and "left_at" not in self.errors:
            self.add_error("left_how", _("Say both when and how the stay ended, or neither."))
        return said


class DecideForm(PageForm):
    """Agree or not, and why."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"), widget=forms.RadioSelect,
        choices=(("yes", gettext_lazy("I agree")), ("no", gettext_lazy("I do not agree"))),
        error_messages={"required": gettext_lazy("Choose what you have decided.")},
    )  # fmt: skip
    why = sentence(gettext_lazy("Reason"), hint=_IN_REGISTER, rows=2)
