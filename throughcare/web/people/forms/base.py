"""What all forms of these pages share: their look, and a bound form that is not judged yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

LINE: Final = 200  # signs of one line that is typed
TEXT: Final = 20_000  # signs of a text


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are shown together; without a legend each stands for itself."""

    fields: list[BoundField]
    legend: object = ""
    hint: object = ""
    errors: object = ()


class PageForm(forms.Form):
    """A form whose fields fit the style sheet, and let each text choose its own direction."""

    layout = "people/forms/plain.html"
    reasoned = False

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **{"label_suffix": "", **named})
        for field in self.fields.values():
            dress(field.widget)

    def quiet(self) -> None:
        """Show what was typed without judging it: of a draft, or when a row is added."""
        self._errors = ErrorDict()

    def ask_why(self) -> None:
        """Ask for the reason of a change too, after all else."""
        self.fields["why"] = forms.CharField(
            label=_("Reason"), max_length=TEXT,
            help_text=_("In a sentence. It stands in the register."),
            widget=forms.Textarea(attrs={"rows": 3}),
        )  # fmt: skip
        dress(self.fields["why"].widget)
        self.reasoned = True

    def groups(self) -> Iterator[Group]:
        """The fields in the order in which they are asked for."""
        for name, field in self.base_fields.items():
            if not field.widget.is_hidden:
                yield Group([self[name]])


def dress(widget: forms.Widget) -> None:
    """Give a widget the look of the style sheet."""
    attrs = widget.attrs
    if isinstance(widget, forms.RadioSelect):
        return  # what is said here would also stand on the box around the buttons
    if isinstance(widget, forms.Select):
        attrs.setdefault("class", "form-select")
    elif not isinstance(widget, forms.HiddenInput):
        attrs.setdefault("class", "form-control")
        attrs.setdefault("autocomplete", "off")
    if isinstance(widget, (forms.TextInput, forms.Textarea)):
        attrs.setdefault("dir", "auto")
