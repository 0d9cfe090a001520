"""What is typed. Nothing of it is kept as a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.casework.intelligence.errors import MayNameSource
from throughcare.casework.intelligence.grades import (
    HANDLING,
    INFORMATION,
    KINDS,
    SOURCES,
    allowed_kinds,
)
from throughcare.casework.intelligence.policy import longest, longest_text, review_within
from throughcare.errors import BadInput
from throughcare.web.desk.form import DeskForm, Moment
from throughcare.web.intelligence.words import OCCASIONS

_CODE: Final = 40
NOT_SHARED: Final = "no"


def passage(label: Any, *, hint: Any = "", rows: int = 3) -> forms.CharField:
    """A text as long as the room keeps one."""
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto", "autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=hint, max_length=longest_text(), widget=widget, strip=True
    )


def scale(label: Any, words: Mapping[str, Any], *, hint: Any = "") -> forms.ChoiceField:
    """A grade of a scale, with nothing chosen first."""

    def choices() -> list[tuple[str, str]]:
        return [("", "—"), *((sign, f"{sign}: {said}") for sign, said in words.items())]

    return forms.ChoiceField(label=label, help_text=hint, choices=choices)


class Confirming(DeskForm):
    """A form that may be warned about a source; then a box to say openly that it is none."""

    def refuse(self, refusal: BadInput) -> None:
        """Show the box beside the warning."""
        super().refuse(refusal)
        if isinstance(refusal, MayNameSource):
            self.offer()

    def offer(self) -> None:
        """Put the box into the form."""
        box = forms.CheckboxInput(attrs={"class": "form-check-input"})
        self.fields["confirmed"] = forms.BooleanField(
            label=_("I have looked at it: it betrays no source"), required=False, widget=box
        )

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        if self.data.get("confirmed"):
            self.offer()


class ReportForm(Confirming):
    """A report: where it is from, how it is graded, what it says, why it is kept, until when."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("Code of the source"), max_length=_CODE,
        help_text=_("Never a name. Whose code it is, is written nowhere in this system."),
    )  # fmt: skip
    source_kind = forms.ChoiceField(label=_("From where it comes"))
    source = scale(_("How reliable the source is"), SOURCES)
    information = scale(_("How reliable the information is"), INFORMATION)
    handling = scale(_("How it may be handled"), HANDLING)
    raw = passage(_("What was learned, as it was learned"), rows=6)
    sanitised = passage(
        _("The same without source and method"), rows=4,
        hint=_("Only this can be shared later, after a decision."),
    )  # fmt: skip
    action = passage(_("What was done, or is to be done"))
    necessity = passage(_("Why it is necessary to keep this"))
    proportionality = passage(_("Why nothing less would do"))
    review_at = Moment(label=_("When it is looked at again"))
    expires_at = Moment(
        label=_("When it ends"), help_text=_("It is destroyed then. Nothing makes it longer.")
    )

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        here = timezone.localtime(at)
        first = {
            "key": uuid4(), "review_at": here + review_within() / 2,
            "expires_at": here + longest() / 2,
        }  # fmt: skip
        super().__init__(*words, initial=first, **named)
        field = self.fields["source_kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *((one, capfirst(str(KINDS[one]))) for one in allowed_kinds())]


class KeepForm(DeskForm):
    """It is kept, for a reason and until another review."""

    review_at = Moment(label=_("When it is looked at again"))
    why = passage(_("Why it is kept"))


class DeleteForm(DeskForm):
    """It is destroyed."""

    why = passage(_("Why it is deleted"))


class ShareForm(Confirming):
    """A statement: graded, without source and method, for a time, by a decision."""

    text = passage(
        _("The statement"), rows=4, hint=_("Without source, method and names of others.")
    )
    source = scale(_("How reliable the source is"), SOURCES)
    information = scale(_("How reliable the information is"), INFORMATION)
    decision = passage(_("Why it is shared"), hint=_("Whoever reads the statement reads this too."))
    expires_at = Moment(label=_("When the statement ends"))


class AnswerForm(DeskForm):
    """Shared as, or not shared because."""

    occasion = forms.ChoiceField(label=_("Before what it is answered"))
    statement_id = forms.ChoiceField(label=_("Shared as"))
    why = passage(_("Why"), hint=_("Not shared: the reason. Shared: why as this statement."))

    def __init__(self, statements: Sequence[tuple[str, str]], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        _choose(self.fields["occasion"], OCCASIONS.items())
        _choose(
            self.fields["statement_id"], [(NOT_SHARED, _("Not shared, for the reason below")),
                                          *statements],
        )  # fmt: skip


class WithdrawForm(DeskForm):
    """Nothing is asked: the button says it."""


class NameForm(DeskForm):
    """Which officer of intelligence answers for sharing, until when."""

    account = forms.ChoiceField(label=_("Officer of intelligence"))
    ends = Moment(label=_("Until when"), required=False, help_text=_("Empty: until you end it."))

    def __init__(self, staff: Iterable[tuple[str, str]], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        _choose(self.fields["account"], staff)


def _choose(field: forms.Field, choices: Iterable[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", "—"), *((value, capfirst(str(label))) for value, label in choices)]
