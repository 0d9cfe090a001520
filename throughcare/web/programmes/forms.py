"""The forms of a file: from the first word to the certificate."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.assessment.words import named
from throughcare.casework.programmes.data import needs, reasons
from throughcare.casework.programmes.terms import (
    AskedBy,
    Circle,
    Reads,
    Reason,
    SaidHow,
    Stands,
    ToldHow,
    When,
)
from throughcare.web.custody.fields import language, line, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.programmes.needs import need_words

_L = gettext_lazy


def _one_reason(of: str, label: Any, *, required: bool = True) -> forms.ChoiceField:
    return one_of(label, Reason, only=reasons(of), required=required)


class ReferForm(TimedForm):
    """To which programme, whose idea it was, and what it should help with."""

    programme = forms.ChoiceField(label=_L("Programme"))
    asked_by = one_of(_L("Whose idea it was"), AskedBy)
    why = sentence(_L("What it should help with"), rows=2)
    obliged_by = line(
        _L("Law that obliges the person"),
        hint=_L("Only for schooling of a sentenced person. Otherwise leave it empty."),
    )

    def __init__(self, *words: Any, programmes: Any = (), **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["programme"].choices = [("", "—"), *programmes]  # type: ignore[attr-defined]


class AnswerForm(TimedForm):
    """A place is offered, or a code says why none is."""

    offer = forms.ChoiceField(
        label=_L("Answer"),
        choices=[("", "—"), ("yes", _L("A place is offered")), ("no", _L("No place is offered"))],
    )
    reason = _one_reason("not_offered", _L("Why no place is offered"), required=False)

    def clean(self) -> dict[str, Any]:
        """Why no place is offered is said where none is, and only there."""
        said = super().clean()
        if (said.get("offer") == "no") != bool(said.get("reason")):
            self.add_error("reason", _("Say why where no place is offered, and only there."))
        return said


class ConsentForm(TimedForm):
    """What the person was told, and said."""

    past = ("said_at", "guardian_at")
    given = forms.ChoiceField(
        label=_L("What the person says"),
        choices=[("", "—"), ("yes", _L("Consents")), ("no", _L("Does not consent"))],
        help_text=_L("A no needs no reason and has no consequence."),
    )
    said_at = Moment(label=_L("When the person said so"))
    language = language(_L("In which language"))
    told_how = one_of(_L("How the person was told"), ToldHow)
    told_what = sentence(
        _L("What the person was told"),
        hint=_L(
            "What it is, that it is free, who reads what of it, that nothing of it serves a case, "
            "and that it can be taken back at any time."
        ),
    )
    shares = forms.MultipleChoiceField(
        label=_L("Who may read of progress"), required=False,
        choices=lambda: [(one.value, capfirst(str(one.label))) for one in Circle],
        widget=forms.CheckboxSelectMultiple,
        help_text=_L("Attendance is read by whoever reads programmes. Progress only by these."),
    )  # fmt: skip
    guardian = line(_L("For a child: who was informed"))
    guardian_at = Moment(label=_L("For a child: when"), required=False)


class EnrolForm(TimedForm):
    """Into which group, and why before others where others wait longer."""

    group = forms.ChoiceField(label=_L("Group"))
    before_others_why = sentence(
        _L("Why before others"), required=False, rows=2,
        hint=_L("Only where somebody waits longer. It stands on the list."),
    )  # fmt: skip

    def __init__(self, *words: Any, groups: Any = (), **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["group"].choices = [("", "—"), *groups]  # type: ignore[attr-defined]


class WithdrawForm(TimedForm):
    """The person takes the word back. Nobody asks why."""

    how = one_of(_L("How it was said"), SaidHow, only=[SaidHow.TO_STAFF, SaidHow.IN_SESSION])


class OwnWithdrawForm(TimedForm):
    """The same by the person: there is nothing to fill in."""


class CompleteForm(TimedForm):
    """The person has gone through to the end: there is nothing to fill in."""


class EndForm(TimedForm):
    """Why the provider ends it."""

    reason = _one_reason("ended", _L("Why the provider ends it"))


class NoteForm(TimedForm):
    """Facts of progress, in few words."""

    past = ("noted_at",)
    noted_at = Moment(label=_L("What time it is about"))
    words = sentence(
        _L("What was done, and what comes next"),
        hint=_L("Facts, in few words. Nothing of belief, worship, dress or opinion."),
    )

    def clean_words(self) -> str:
        """Refuse words of what somebody is or believes: progress is what was done."""
        said: str = self.cleaned_data["words"]
        found = named(said)
        if found:
            raise forms.ValidationError(
                _("This speaks of what somebody is or believes: %(words)s. Write what was done.")
                % {"words": ", ".join(found)}
            )
        return said


class MeasureForm(TimedForm):
    """How things stand with a need, in a word."""

    past = ("asked_at",)
    need = forms.ChoiceField(
        label=_L("Need"), choices=lambda: [("", "—"), *((one, need_words(one)) for one in needs())]
    )
    at_end = one_of(_L("At which end"), When)
    stands = one_of(_L("How it stands"), Stands)
    asked_at = Moment(label=_L("When the person was asked"))


class CertifyForm(TimedForm):
    """What the certificate says. It never says where it was earned."""

    course = line(_L("Course"), required=True)
    level = line(_L("Level"), required=True)
    hours = forms.IntegerField(label=_L("Hours"), min_value=1, max_value=10_000)
    issued_on = forms.DateField(
        label=_L("Day of issue"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    issuer = line(
        _L("Who gives it"), required=True,
        hint=_L("As it is named outside, such as the ministry of education. Never the prison."),
    )  # fmt: skip
    language = language(_L("In which language"))


class LiteracyForm(TimedForm):
    """Whether the person reads and writes, in any language."""

    past = ("checked_at",)
    reads = one_of(_L("What was found"), Reads)
    checked_at = Moment(label=_L("When it was looked at"))


class AfterRefusalForm(TimedForm):
    """A measure that was taken not long after the person declined or left."""

    past = ("measure_at",)
    measure = sentence(_L("Which measure was taken"))
    measure_at = Moment(label=_L("When it was taken"))


class ReviewForm(TimedForm):
    """What another authority found."""

    authority = line(_L("Which authority looks at it"), required=True)
    found = sentence(_L("What was found"))
