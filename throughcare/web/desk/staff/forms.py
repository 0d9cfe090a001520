"""What is typed to give a post or a case, and to end one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.terms import Compartment, Role, Scope
from throughcare.web.desk.form import DeskForm, Moment, sentence
from throughcare.web.desk.words import ROLES

_NOW: Final = _("Empty: from now on.")
_OPEN: Final = _("Empty: until further notice.")
_CHOOSE: Final = ("", _("Choose"))


def _by_case(role: Role) -> bool:
    """Whether somebody else gives this role its cases."""
    cells = [matrix().cells[role, one].scope for one in Compartment]
    return Scope.ASSIGNED in cells and role not in OWN_RIGHT


BY_CASE: Final = tuple(role for role in Role if _by_case(role))


class AppointForm(DeskForm):
    """A role at a place, from when to when."""

    role = forms.ChoiceField(
        label=_("Role"), choices=[_CHOOSE, *((role.value, name) for role, name in ROLES.items())]
    )
    establishment = forms.CharField(
        label=_("Establishment"),
        help_text=_("Its code, such as north; or service, for the whole service."),
        max_length=250,
    )
    begins = Moment(label=_("From"), required=False, help_text=_NOW)
    ends = Moment(label=_("Until"), required=False, help_text=_OPEN)


class AssignForm(DeskForm):
    """A prisoner's case for somebody in a role, from when to when, and why."""

    who = forms.ChoiceField(label=_("Who"))
    begins = Moment(label=_("From"), required=False, help_text=_NOW)
    ends = Moment(label=_("Until"), required=False, help_text=_OPEN)
    why = sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))

    def __init__(self, able: Sequence[tuple[str, str]], *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [_CHOOSE, *able]


class EndForm(DeskForm):
    """An end, now or later, and why."""

    ends = Moment(label=_("Until"), required=False, help_text=_("Empty: it ends now."))
    why = sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))
