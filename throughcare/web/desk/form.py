"""A form of this room: its look, what the service refused put beside it, and its status."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from throughcare.errors import BadInput
from throughcare.web.request import Request


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


def moment_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateTimeField:
    """A day and an hour, in UTC as the whole service has it."""
    look = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, required=required, help_text=hint, widget=look)


def show(request: Request, template: str, form: forms.Form, **more: Any) -> HttpResponse:
    """The page of a form: 422 with what was typed once it has been refused."""
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)
