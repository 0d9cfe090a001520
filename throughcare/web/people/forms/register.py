"""Everything that opens a file, on one page: the name is needed, all else may stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.values import Value
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.forms.base import PageForm
from throughcare.web.people.forms.name import NameForm
from throughcare.web.people.forms.values import (
    BirthDateForm,
    GenderForm,
    IdentifierForm,
    LanguageForm,
    NationalityForm,
    PlainForm,
    SexForm,
)

_OTHERS: Final[tuple[tuple[str, type[PlainForm]], ...]] = (
    ("born", BirthDateForm),
    ("sex", SexForm),
    ("gender", GenderForm),
    ("nationality", NationalityForm),
    ("language", LanguageForm),
    ("language2", LanguageForm),
    ("number", IdentifierForm),
    ("number2", IdentifierForm),
)


class PlaceForm(PageForm):
    """Which establishment answers for the file."""

    establishment = forms.ChoiceField(label=_("Held at"))

    def __init__(self, *words: object, places: Mapping[str, str], **named: object) -> None:
        super().__init__(*words, **named)
        self.fields["establishment"].choices = list(places.items())  # type: ignore[attr-defined]


class RegisterForms:
    """The forms of the page, as one."""

    def __init__(self, sending: Sending, *, places: Mapping[str, str], at: datetime) -> None:
        typed = sending.typed
        self.at = at
        self.place = PlaceForm(typed, prefix="place", places=places)
        self.name = NameForm(typed, prefix="name")
        self.others = {
            prefix: form(typed, prefix=prefix, empty_permitted=True, use_required_attribute=False)
            for prefix, form in _OTHERS
        }
        self.others["language2"].fields["code"].label = _("Another language")
        if not sending.judged and typed is not None:
            for form in self:
                form.quiet()

    def __iter__(self) -> Iterator[PageForm]:
        yield self.place
        yield self.name
        yield from self.others.values()

    def __getitem__(self, prefix: str) -> PlainForm:
        return self.others[prefix]

    def are_valid(self) -> bool:
        """Every form, so that every error is shown at once."""
        judged = [form.is_valid() for form in self]
        born = self.others["born"]
        if isinstance(born, BirthDateForm) and born.is_valid() and born.has_changed():
            born.refuse_future(self.at)
        return all(judged) and born.is_valid()

    def facts(self) -> list[tuple[Kind, Value]]:
        """What was typed; a form that stayed empty is nothing known."""
        typed = [form for form in self.others.values() if form.has_changed()]
        return [(Kind.NAME, self.name.value()), *((form.kind, form.value()) for form in typed)]

    def establishment(self) -> str:
        """Where the file will lie."""
        return str(self.place.cleaned_data["establishment"])

    def looked_for(self) -> list[str]:
        """The texts under which the person may be in a file already."""
        numbers = [
            str(form.cleaned_data["number"]) for form in self.others.values()
            if isinstance(form, IdentifierForm) and form.has_changed()
        ]  # fmt: skip
        return [*self.name.name().spelled(), *numbers]
