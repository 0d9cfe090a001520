"""What is typed at the door. Bounds are on what is read, not on what a password may be."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

_LONGEST_PASSWORD, _LONGEST_ANSWER = 1000, 20_000


def typed(request: HttpRequest) -> QueryDict | None:
    """What was posted, be it nothing at all; None where nobody posted."""
    return request.POST if request.method == "POST" else None


def answer_in(request: HttpRequest) -> str:
    """What a device answered for a passkey: put in by the script, never typed. Empty: too long."""
    answer = request.POST.get("credential", "")
    return answer if len(answer) <= _LONGEST_ANSWER else ""


class _DoorForm(forms.Form):
    """Every field looks alike and tells the browser what it may fill in."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name, field in self.fields.items():
            completes = _COMPLETES.get(name, "off")
            field.widget.attrs |= {"class": "form-control", "autocomplete": completes}


_COMPLETES = {
    "name": "username",
    "password": "current-password",
    "new_password": "new-password",
    "new_password_again": "new-password",
    "code": "one-time-code",
}


def _password(label: Any, **named: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=_LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput,
        **named,
    )


class SignInForm(_DoorForm):
    """A name and a password."""

    name = forms.CharField(label=_("Name"), max_length=150)
    password = _password(_("Password"))


class CodeForm(_DoorForm):
    """A code of the app, or a recovery code."""

    code = forms.CharField(label=_("Code"), max_length=40)


class AgainForm(_DoorForm):
    """The password once more, or a code in its place."""

    password = _password(_("Password"), required=False)
    code = forms.CharField(label=_("Or a code from your code app"), max_length=40, required=False)

    def __init__(self, *words: Any, has_code_app: bool, **named: Any) -> None:
        super().__init__(*words, **named)
        if not has_code_app:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        """One of the two is enough, and needed."""
        given = self.cleaned_data
        if not self.errors and not given.get("password") and not given.get("code"):
            raise forms.ValidationError(_("Type your password, or a code."))
        return given


class NewPasskeyForm(_DoorForm):
    """How its owner calls a passkey, and what the device made: put in by the script."""

    label = forms.CharField(
        label=_("A name for this passkey"), help_text=_("Such as: my phone."), max_length=100
    )


class NewPasswordForm(_DoorForm):
    """The present password and, twice, the new one."""

    password = _password(_("Present password"))
    new_password = _password(
        _("New password"), help_text=_("At least 12 characters. A few words are good.")
    )
    new_password_again = _password(_("New password again"))

    def clean_new_password_again(self) -> str:
        """Twice the same, as nobody sees what is typed."""
        again: str = self.cleaned_data["new_password_again"]
        if "new_password" in self.cleaned_data and again != self.cleaned_data["new_password"]:
            raise forms.ValidationError(_("The two new passwords differ. Type both again."))
        return again
