"""The forms of acts that ask for a sentence: proof, reason, note, alert, choice of two files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.people.queries import AlertCode, NoteKind
from throughcare.web.people.forms.base import TEXT, PageForm

_FORMAT: Final = "%Y-%m-%dT%H:%M"
# Beyond these a moment does not survive the change of time zones in every database and language.
_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def sentence(
    label: Any, *, hint: Any = "", required: bool = True, rows: int = 3
) -> forms.CharField:
    """A field for a sentence or a text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=TEXT, widget=widget
    )


class Moment(forms.DateTimeField):
    """A day and an hour by the clock on the wall."""

    def __init__(self, **named: Any) -> None:
        widget = forms.DateTimeInput(format=_FORMAT, attrs={"type": "datetime-local", "dir": "ltr"})
        super().__init__(widget=widget, input_formats=[_FORMAT, f"{_FORMAT}:%S"], **named)

    def clean(self, value: Any) -> datetime | None:
        """A moment between 1900 and 2200."""
        moment: datetime | None = super().clean(value)
        if moment is not None and not _FIRST <= moment < _LAST:
            raise forms.ValidationError(_("This day is too far away. Look at the year."))
        return moment


class ReasonForm(PageForm):
    """Why something is done; it stands in the register."""

    why = sentence(
        gettext_lazy("Reason"), hint=gettext_lazy("In a sentence. It stands in the register.")
    )


class ProofForm(PageForm):
    """By what a fact was proven."""

    proof = sentence(
        gettext_lazy("What did you see?"),
        hint=gettext_lazy("The paper that proves it, and where it lies: passport, original seen."),
    )


class NoteForm(PageForm):
    """What happened, when, and what kind of note it is."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of note"), choices=NoteKind.choices)
    happened_at = Moment(label=gettext_lazy("When it happened"))
    text = sentence(gettext_lazy("What happened"), rows=8)

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at
        self.fields["happened_at"].initial = timezone.localtime(at)

    def clean_happened_at(self) -> datetime:
        """Not after now."""
        moment: datetime = self.cleaned_data["happened_at"]
        if moment > self.at:
            raise forms.ValidationError(
                _("This time has not come yet. A note is about what has happened.")
            )
        return moment


class AmendmentForm(PageForm):
    """The note as it should read."""

    text = sentence(gettext_lazy("The note as it should read"), rows=8)
    why = sentence(gettext_lazy("Why it is amended"), required=False, rows=2)


class AlertForm(PageForm):
    """What everybody who meets the person must know, and until when."""

    code = forms.ChoiceField(
        label=gettext_lazy("What to know"), choices=[("", "—"), *AlertCode.choices]
    )
    text = sentence(gettext_lazy("What to do"), required=False, rows=2)
    expires_at = Moment(
        label=gettext_lazy("Ends"),
        help_text=gettext_lazy("Every alert ends. It can be raised again."),
    )
    why = sentence(
        gettext_lazy("Reason"), hint=gettext_lazy("In a sentence. It stands in the register."),
        rows=2,
    )  # fmt: skip

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at

    def clean_expires_at(self) -> datetime:
        """After now."""
        moment: datetime = self.cleaned_data["expires_at"]
        if moment <= self.at:
            raise forms.ValidationError(_("This end has passed already. Give a later one."))
        return moment


class ProposalForm(ReasonForm):
    """Which other file, and why it may be of the same person."""

    other = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"required": gettext_lazy("Choose the other file.")},
    )


class DecisionForm(PageForm):
    """One person or two; and in which file the other is read."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"), widget=forms.RadioSelect,
        choices=(
            ("one", gettext_lazy("One person: read the second file in the first")),
            ("other", gettext_lazy("One person: read the first file in the second")),
            ("two", gettext_lazy("Two persons: keep the files apart")),
        ),
        error_messages={"required": gettext_lazy("Choose what you have decided.")},
    )  # fmt: skip
    why = sentence(
        gettext_lazy("Reason"), hint=gettext_lazy("In a sentence. It stands in the register.")
    )


class SearchForm(forms.Form):
    """A name or a number, typed as somebody hears or reads it."""

    q = forms.CharField(required=False, max_length=200)
