"""A form of this room: its look, what the service refused put beside it, and its status."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughcare.errors import BadInput
from throughcare.web.request import Request

LONGEST: Final = 2000  # signs of a reason: about a page
_FORM: Final = "%Y-%m-%dT%H:%M"
# Beyond these a moment does not survive the change of time zones.
_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class DeskForm(forms.Form):
    """What is typed stays; what was refused stands in a summary and at its field."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for field in self.fields.values():
            choosing = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if choosing else "form-control"

    def refuse(self, refusal: BadInput) -> None:
        """Put the words of a room that refused on top of the form."""
        self.add_error(
            None, f"{refusal.what}. {refusal.remedy}" if refusal.remedy else refusal.what
        )


def sentence(label: Any, *, hint: Any = "", rows: int = 3) -> forms.CharField:
    """A field for a sentence or two."""
    look = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, max_length=LONGEST, widget=look)


class Moment(forms.DateTimeField):
    """A day and an hour as the clock on the wall shows them, between 1900 and 2200."""

    def __init__(self, **named: Any) -> None:
        look = forms.DateTimeInput(format=_FORM, attrs={"type": "datetime-local", "dir": "ltr"})
        super().__init__(widget=look, input_formats=[_FORM, f"{_FORM}:%S"], **named)

    def clean(self, value: Any) -> datetime | None:
        """The moment, if it is one that a prison may mean."""
        moment: datetime | None = super().clean(value)
        if moment is not None and not _FIRST <= moment < _LAST:
            raise forms.ValidationError(_("This day is too far away. Look at the year."))
        return moment


def show(request: Request, template: str, form: forms.Form, **more: Any) -> HttpResponse:
    """The page of a form: 422 with what was typed once it has been refused."""
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)
