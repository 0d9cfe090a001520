"""An order that may be of somebody else: said at the field in which one may insist."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django import forms
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.errors import OtherPerson
from throughcare.web.people.forms.acts import sentence
from throughcare.web.people.trouble import trouble_of

INSIST: Final = "sure"


def sure_field() -> forms.CharField:
    """Why the order belongs here although it seems to be of somebody else."""
    return sentence(
        gettext_lazy("Why it belongs in this file"), required=False, rows=2,
        hint=gettext_lazy(
            "Only if the name on it differs, or if it names several persons. Say how you know."
        ),
    )  # fmt: skip


@contextmanager
def insisting(form: forms.Form) -> Iterator[None]:
    """An order that may be of another person marks the field that asks why it is right here."""
    try:
        yield
    except OtherPerson as error:
        form.add_error(INSIST, trouble_of(error).what)
        raise
