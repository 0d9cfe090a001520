"""What is typed to make an account, and to change one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.web.desk.form import DeskForm, sentence

_NAME = 150  # as long as the table keeps it


class NewAccountForm(DeskForm):
    """A name to sign in with. The password is made by the service."""

    name = forms.CharField(
        label=_("Name to sign in with"),
        max_length=_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    same_as = forms.CharField(
        label=_("Another account of the same human being"),
        help_text=_("Its name, if there is one. Relatives declared in one account count for all."),
        max_length=_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class WhyForm(DeskForm):
    """Why an account is changed; it stands in the register."""

    why = sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))


class OwnFileForm(WhyForm):
    """Which file is the holder's own."""

    person = forms.UUIDField(
        label=_("Id of the own file"),
        help_text=_("The records office tells it to you. Empty takes a wrong one away."),
        required=False,
    )
    field_order = ("person", "why")
