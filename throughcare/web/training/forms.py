"""What is typed to write down a certificate or a booster, and to withdraw one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.web.custody.orders.forms import Day
from throughcare.web.desk.form import DeskForm, sentence

Choices = Sequence[tuple[str, Any]]
_CHOOSE: Final = ("", _("Choose"))
_LINE: Final = 200


class BoosterForm(DeskForm):
    """When a booster was passed, where, and until when it holds."""

    passed_on = Day(label=_("Day on which it was passed"))
    issued_by = forms.CharField(
        label=_("Issued by"), help_text=_("The school or the trainer."), max_length=_LINE
    )
    valid_until = Day(
        label=_("First day on which it holds no more"), required=False,
        help_text=_("Empty: as the course or the tool says. Never later than that."),
    )  # fmt: skip


class CertificateForm(BoosterForm):
    """Who passed what."""

    who = forms.ChoiceField(label=_("Member of staff"))
    course = forms.ChoiceField(label=_("Course"))
    field_order = ("who", "course", "passed_on", "issued_by", "valid_until")

    def __init__(self, staff: Choices, known: Choices, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name, choices in (("who", staff), ("course", known)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [_CHOOSE, *choices]


class WithdrawForm(DeskForm):
    """Why it counts no more."""

    why = sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))
