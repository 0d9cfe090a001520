"""Fields that many of these forms ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.web.people.forms.acts import sentence
from throughcare.web.people.forms.base import LINE, Group, PageForm
from throughcare.web.people.shown.languages import language_choices


def line(label: Any, *, hint: Any = "", required: bool = False) -> forms.CharField:
    """One line. What a rule needs is refused by the room, in the words of the rule."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=LINE)


def one_of(
    label: Any, terms: type[models.TextChoices], *, hint: Any = "", required: bool = True,
    only: Iterable[str] = (),
) -> forms.ChoiceField:  # fmt: skip
    """One of a closed list, with nothing chosen first. Its words are told when they are shown."""
    wanted = set(only) or set(terms.values)

    def choices() -> list[tuple[str, str]]:
        told = [(one.value, capfirst(str(one.label))) for one in terms if one.value in wanted]
        return [("", "—"), *told]

    return forms.ChoiceField(label=label, help_text=hint, required=required, choices=choices)


def language(label: Any, *, required: bool = True) -> forms.ChoiceField:
    """A language, by its own name and by ours."""
    return forms.ChoiceField(label=label, required=required, choices=language_choices)


def tick(label: Any, *, hint: Any = "") -> forms.BooleanField:
    """A box that is ticked or left empty."""
    widget = forms.CheckboxInput(attrs={"class": "form-check-input"})
    return forms.BooleanField(label=label, help_text=hint, required=False, widget=widget)


def found_field() -> forms.CharField:
    """How it is known, where somebody writes down what nobody could have ordered."""
    return sentence(
        _("How it became known"), required=False, rows=2,
        hint=_("Who found it, and why it is written afterwards. It stands in the register."),
    )  # fmt: skip


def said_by_field() -> forms.CharField:
    """Who says so."""
    return line(_("Who says so"))


def as_ordered(form: PageForm) -> Iterator[Group]:
    """Each field by itself, in the order that the form names."""
    for name in form.fields:
        yield Group([form[name]])
