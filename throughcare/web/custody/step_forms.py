"""One form for each kind of step of a transfer, a release, and what follows a death."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final

from django import forms
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import Stage, StepKind
from throughcare.web.custody.reception.shown import LABELS
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import LINE, PageForm

_YES, _NO, _UNKNOWN = "yes", "no", "unknown"
_ANSWERS: Final = (
    ("", gettext_lazy("not said")), (_YES, gettext_lazy("yes")), (_NO, gettext_lazy("no")),
    (_UNKNOWN, gettext_lazy("not known")),
)  # fmt: skip
_KEPT: Final[Mapping[str, object]] = {_YES: True, _NO: False, _UNKNOWN: _UNKNOWN}
Make = Callable[[], forms.Field]


class YesNo(forms.ChoiceField):
    """Yes, no, not known, or not said."""

    def __init__(self, label: Any, *, hint: Any = "") -> None:
        super().__init__(label=label, help_text=hint, required=False, choices=_ANSWERS)


_EACH: Final = gettext_lazy("One on each line.")


class Lines(forms.CharField):
    """A list, each thing on a line of its own."""

    def __init__(self, label: Any, *, hint: Any = _EACH) -> None:
        widget = forms.Textarea(attrs={"rows": 4})
        super().__init__(label=label, help_text=hint, required=False, max_length=10_000,
                         widget=widget)  # fmt: skip


def _line(label: Any, *, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=LINE)


def _moment(label: Any) -> Moment:
    return Moment(label=label, required=False)


_PROPERTY_BACK: Final[Mapping[str, Make]] = {
    "items": lambda: Lines(gettext_lazy("What was given back")),
    "returned": lambda: YesNo(gettext_lazy("Is everything back that was kept?")),
    "receipt_signed": lambda: YesNo(gettext_lazy("Was the receipt signed or marked?")),
    "witness": lambda: _line(gettext_lazy("Witness")),
}
_PROPERTY_ALONG: Final[Mapping[str, Make]] = {
    "items": lambda: Lines(gettext_lazy("What goes along")),
    "signed_by_person": lambda: YesNo(gettext_lazy("Did the person sign or mark the list?")),
    "refused_to_sign": lambda: YesNo(gettext_lazy("Did the person refuse to sign?")),
    "witness": lambda: _line(gettext_lazy("Witness")),
}
_FAMILY: Final[Mapping[str, Make]] = {
    "told_whom": lambda: _line(gettext_lazy("Who was told")),
    "told_at": lambda: _moment(gettext_lazy("When")),
    "declined": lambda: YesNo(gettext_lazy("Did the person decline that anybody is told?")),
}
# Mandela Rule 68: after a transfer the person tells the family at once, by means that are given.
_FAMILY_OF_MOVED: Final[Mapping[str, Make]] = {
    "means_given": lambda: YesNo(
        gettext_lazy("Was the person given the means to tell somebody?"),
        hint=gettext_lazy("A call, a message, a letter."),
    ),
    **_FAMILY,
}
_FIELDS: Final[Mapping[StepKind, Mapping[str, Make]]] = {
    StepKind.MONEY: {
        "amount": lambda: _line(gettext_lazy("Money given back")),
        "currency": lambda: _line(gettext_lazy("Currency")),
        "savings": lambda: _line(gettext_lazy("Savings from work paid out")),
        "receipt_signed": lambda: YesNo(gettext_lazy("Was the receipt signed or marked?")),
    },
    StepKind.PAPERS: {
        "ready": lambda: YesNo(gettext_lazy("Are identity papers and documents there?")),
        "missing": lambda: Lines(gettext_lazy("Which papers are missing")),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline help with papers?")),
    },
    StepKind.CLOTHING: {
        "own": lambda: YesNo(gettext_lazy("Does the person have suitable clothing?")),
        "given": lambda: YesNo(gettext_lazy("Was clothing given for weather and season?")),
    },
    StepKind.HOME: {
        "arranged": lambda: YesNo(gettext_lazy("Is there a place to live?")),
        "where": lambda: _line(
            gettext_lazy("Where, in a word"), hint=gettext_lazy("Town or kind of home: no address.")
        ),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline help?")),
    },
    StepKind.TRANSPORT: {
        "means": lambda: _line(gettext_lazy("How the person gets home")),
        "fare_given": lambda: YesNo(gettext_lazy("Was the fare given?")),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline help?")),
    },
    StepKind.MEDICATION: {
        "needed": lambda: YesNo(gettext_lazy("Does the person need medicine to take along?")),
        "given": lambda: YesNo(gettext_lazy("Was it given?")),
        "until": lambda: _line(gettext_lazy("For how long it lasts")),
    },
    StepKind.FILE_COPY: {
        "offered": lambda: YesNo(gettext_lazy("Was a copy of the file offered?")),
        "requested_at": lambda: _moment(gettext_lazy("When the person asked for it")),
        "given_at": lambda: _moment(gettext_lazy("When it was given")),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline it?")),
    },
    StepKind.APPOINTMENT: {
        "with": lambda: _line(gettext_lazy("With whom the first appointment is")),
        "at": lambda: _moment(gettext_lazy("When")),
        "where": lambda: _line(gettext_lazy("Where")),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline one?")),
    },
    StepKind.FITNESS: {
        "fit": lambda: YesNo(gettext_lazy("Is the person fit to travel?")),
        "by": lambda: _line(gettext_lazy("Who of the health service says so")),
        "conditions": lambda: sentence(
            gettext_lazy("What the escort must heed"), required=False, rows=2,
            hint=gettext_lazy("No diagnosis: only what the escort must do."),
        ),
    },
    StepKind.HANDOVER: {
        "files": lambda: Lines(
            gettext_lazy("What of the file goes along"),
            hint=gettext_lazy("One on each line. The health file goes sealed, to the health "
                              "service there."),
        ),
        "missing": lambda: Lines(gettext_lazy("What is missing")),
        "received_by": lambda: _line(gettext_lazy("Who took it over")),
    },
    StepKind.FAMILY: _FAMILY,
    StepKind.LAWYER: {
        "name": lambda: _line(gettext_lazy("Name of the lawyer")),
        "reached_at": lambda: _moment(gettext_lazy("When the lawyer was told")),
        "declined": lambda: YesNo(gettext_lazy("Did the person decline that the lawyer is told?")),
    },
    StepKind.HEARING: {
        "scheduled_at": lambda: _moment(gettext_lazy("When the hearing begins")),
        "court": lambda: _line(gettext_lazy("Court")),
        "recorded": lambda: YesNo(gettext_lazy("Is it recorded in the file?")),
        "outcome": lambda: _line(gettext_lazy("Outcome")),
    },
    StepKind.AUTHORITY: {
        "told_whom": lambda: _line(gettext_lazy("Which authority outside of the prison was told")),
        "told_at": lambda: _moment(gettext_lazy("When")),
        "reference": lambda: _line(gettext_lazy("Number of the report")),
    },
}  # fmt: skip


class StepForm(PageForm):
    """What was done, and when. The fields are those of the kind."""

    happened_at = Moment(label=gettext_lazy("When it was done"))

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at
        self.fields["happened_at"].initial = timezone.localtime(at)

    def clean_happened_at(self) -> datetime:
        """Not after now."""
        moment: datetime = self.cleaned_data["happened_at"]
        if moment > self.at:
            raise forms.ValidationError(_("This time has not come yet."))
        return moment

    def clean(self) -> dict[str, Any]:
        """Something must be said beside the hour."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.value():
            raise forms.ValidationError(_("Nothing is said yet. Fill in what was done."))
        return said

    def value(self) -> dict[str, object]:
        """The content of the step as the room takes it."""
        kept: dict[str, object] = {}
        for name, field in self.fields.items():
            said = self.cleaned_data.get(name)
            if name == "happened_at" or said in (None, ""):
                continue
            if isinstance(field, YesNo):
                kept[name] = _KEPT[str(said)]
            elif isinstance(field, Lines):
                kept[name] = [line.strip() for line in str(said).splitlines() if line.strip()]
            else:
                kept[name] = said.isoformat() if isinstance(said, datetime) else said
        return kept


@cache
def form_of(stage: Stage, kind: StepKind) -> type[StepForm]:
    """The form of a kind of step, as it is asked in this walk."""
    fields = {name: make() for name, make in _fields(stage, kind).items()}
    return type("KindForm", (StepForm,), fields)


def said_of(stage: Stage, kind: StepKind, value: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a step says, each with its label, in words, without what nobody said."""
    fields = form_of(stage, kind).base_fields
    return [
        (str(fields[name].label if name in fields else LABELS[name]), words)
        for name, one in value.items() if (words := words_of(one))
    ]  # fmt: skip


def _fields(stage: Stage, kind: StepKind) -> Mapping[str, Make]:
    if kind is StepKind.FAMILY and stage is Stage.TRANSFER:
        return _FAMILY_OF_MOVED
    if kind is StepKind.PROPERTY:
        return _PROPERTY_ALONG if stage is Stage.TRANSFER else _PROPERTY_BACK
    return _FIELDS[kind]


def words_of(one: Any) -> str:
    """A value of a step, in words."""
    if isinstance(one, bool):
        return _("yes") if one else _("no")
    if one == _UNKNOWN:
        return _("not known")
    if isinstance(one, list):
        return "; ".join(words_of(part) for part in one)
    if isinstance(one, dict):
        return ", ".join(words_of(part) for part in one.values())
    try:
        moment = datetime.fromisoformat(str(one))
    except ValueError:
        return str(one)
    if moment.tzinfo is None:
        return str(one)
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
