"""What is typed at the door. Bounds are on what is read, not on what a password may be."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """A name and a password."""

    name = forms.CharField(label=_("Name"), max_length=150)
    password = forms.CharField(
        label=_("Password"), max_length=1000, strip=False, widget=forms.PasswordInput
    )

    def __init__(self, *words: object, **named: object) -> None:
        super().__init__(*words, **named)  # type: ignore[arg-type]
        completes = {"name": "username", "password": "current-password"}
        for name, field in self.fields.items():
            field.widget.attrs |= {"class": "form-control", "autocomplete": completes[name]}
