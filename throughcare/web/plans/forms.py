"""The forms of a plan: its parts, goals, steps, answers and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.plans.terms import (
    ON_PAPER,
    PARTS,
    Actor,
    Agreement,
    Choice,
    HandedTo,
    HandoverState,
    ReportKind,
    SaidKind,
    Serves,
    StepState,
)
from throughcare.web.custody.fields import as_ordered, line, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group, dress

Choices = Sequence[tuple[str, str]]
_REGISTER = gettext_lazy("In a sentence. It stands in the register.")


def day(label: Any) -> forms.DateField:
    """A day by the calendar of the prison."""
    return forms.DateField(
        label=label, input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"}),
    )  # fmt: skip


class PartsForm(TimedForm):
    """The parts of a plan that may be asked of this person, and the day of its review."""

    def __init__(self, *words: Any, wanted: Sequence[str], offered: Sequence[str], **named: Any):
        super().__init__(*words, **named)
        for name in offered:
            hint = _("Asked of this person.") if name in wanted else _("As far as there is any.")
            self.fields[name] = sentence(PARTS[name], required=False, rows=2, hint=hint)
            if name == "violence":
                self.fields["choice"] = one_of(_("Her choice"), Choice, required=False)
        self.fields["review_at"] = Moment(label=_("When the plan is looked at again"))
        for field in self.fields.values():
            dress(field.widget)

    def groups(self) -> Iterator[Group]:
        """The fields in their order: which there are depends on the person."""
        yield from as_ordered(self)


class GoalForm(TimedForm):
    """A goal in the prisoner's own words."""

    words = sentence(
        gettext_lazy("The goal, in the person's own words"), rows=2,
        hint=gettext_lazy("As the person says it, in any language. Not a course that there is."),
    )  # fmt: skip
    serves = one_of(gettext_lazy("The need or strength that it serves"), Serves)
    serves_words = sentence(gettext_lazy("That need or strength, in words"), rows=2)
    measure = sentence(gettext_lazy("How both will see that it goes on"), rows=2)
    proposal_id = forms.UUIDField(required=False, widget=forms.HiddenInput)


class WhyForm(TimedForm):
    """A reason."""

    why = sentence(gettext_lazy("Reason"), hint=_REGISTER, rows=2)


class StepForm(TimedForm):
    """Who does what until when."""

    words = sentence(gettext_lazy("What is done"), rows=2)
    actor = one_of(gettext_lazy("Who does it"), Actor)
    account = forms.ChoiceField(label=gettext_lazy("Which member of staff"), required=False)
    who = line(gettext_lazy("Which relative or agency"))
    due = day(gettext_lazy("Until which day"))

    def __init__(self, *words: Any, staff: Choices, **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *staff]


class HandForm(TimedForm):
    """Another member of staff."""

    account = forms.ChoiceField(label=gettext_lazy("Which member of staff"))

    def __init__(self, *words: Any, staff: Choices, **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *staff]


class CloseForm(TimedForm):
    """A step is done, or given up."""

    state = one_of(
        gettext_lazy("Where it stands"), StepState, only=(StepState.DONE, StepState.GIVEN_UP)
    )
    why = sentence(gettext_lazy("How it went"), required=False, rows=2)


class AgreementForm(TimedForm):
    """What the person says of the draft."""

    agreement = one_of(gettext_lazy("What the person says of the plan"), Agreement)
    why = sentence(
        gettext_lazy("Why, in the person's own words"), required=False, rows=2,
        hint=gettext_lazy("Where it is no full yes. Not to agree is a right."),
    )  # fmt: skip


class SignatureForm(TimedForm):
    """How the person signed."""

    how = forms.ChoiceField(
        label=gettext_lazy("How the person signed"),
        choices=[("", "—"), *((one.value, one.label) for one in ON_PAPER)],
    )
    why = sentence(gettext_lazy("Why the person declined"), required=False, rows=2)


class SureForm(TimedForm):
    """Nothing but a signature."""

    sure = forms.BooleanField(
        label=gettext_lazy("I have read the plan, and I sign it"),
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )


class SayForm(TimedForm):
    """The person's own words."""

    kind = one_of(gettext_lazy("What it is"), SaidKind)
    words = sentence(gettext_lazy("In the person's own words"), rows=4)


class ReleaseForm(TimedForm):
    """The plan for release."""

    past = ("made_at",)
    made_at = Moment(label=gettext_lazy("When it was agreed"))
    needs = sentence(
        gettext_lazy("What the person needs: home, papers, work, health, family, safety, debts")
    )
    measures = sentence(gettext_lazy("Steps that lead gradually back to life outside"))
    contacts = sentence(gettext_lazy("Who helps, and how to reach them"))
    partners = sentence(
        gettext_lazy("Probation and other services that took part"), required=False, rows=2
    )
    women_needs = sentence(
        gettext_lazy("What a woman's needs ask for after release"), required=False, rows=2
    )
    first_meeting = line(gettext_lazy("First appointment: where and with whom"))
    first_meeting_at = Moment(label=gettext_lazy("When that is"), required=False)
    crisis = sentence(
        gettext_lazy("What to do and whom to call when things go wrong"), required=False, rows=2
    )


class HandoverForm(TimedForm):
    """The plan is handed to probation, or an agency is asked."""

    past = ("asked_at",)
    to = one_of(gettext_lazy("To whom"), HandedTo)
    agency = line(gettext_lazy("Which office or agency"), required=True)
    handed = sentence(
        gettext_lazy("What went there, and by consent or on which ground of law"), rows=2
    )
    asked_at = Moment(label=gettext_lazy("When that was"))


class AnswerForm(TimedForm):
    """An agency's answer."""

    past = ("answered_at",)
    state = one_of(
        gettext_lazy("What came of it"), HandoverState,
        only=(HandoverState.ACCEPTED, HandoverState.REFUSED, HandoverState.DECLINED),
    )  # fmt: skip
    answered_at = Moment(label=gettext_lazy("When that was"))
    answer = sentence(gettext_lazy("The answer in words"), rows=2)


class ReceiptForm(TimedForm):
    """Probation says that it received it."""

    answer = sentence(gettext_lazy("What you received, and who will meet the person"), rows=2)


class ReportForm(TimedForm):
    """A report is in the file."""

    past = ("received_at",)
    kind = one_of(gettext_lazy("Which report"), ReportKind)
    received_at = Moment(label=gettext_lazy("When it was received"))
    written_by = line(gettext_lazy("Who wrote it"), required=True)
    where = line(gettext_lazy("Where it lies"), required=True)
    health_part = tick(gettext_lazy("A report of the health staff is among them"))
