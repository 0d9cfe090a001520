"""One form for each kind of fact: what is typed, and the value that is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.people.kinds import Kind
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.web.people.forms.base import LINE, Group, PageForm
from throughcare.web.people.forms.name import NameForm
from throughcare.web.people.forms.partial_date import DatedForm
from throughcare.web.people.shown.languages import language_choices

_ALONE: Final = {"stateless", "unknown"}
SEXES: Final = (
    ("female", gettext_lazy("female")),
    ("male", gettext_lazy("male")),
    ("other", gettext_lazy("other")),
    ("unknown", gettext_lazy("unknown")),
)
_YES_NO: Final = (
    ("", gettext_lazy("not known")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")),
)  # fmt: skip


def _line(label: Any, *, required: bool = False, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=LINE, help_text=hint)


class CountryField(forms.CharField):
    """Two letters of ISO 3166, or stateless, or unknown; typed in any case."""

    def __init__(self, **named: Any) -> None:
        hint = gettext_lazy("Two letters, such as TN or KZ; or stateless; or unknown.")
        super().__init__(max_length=LINE, help_text=hint, **named)

    def clean(self, value: Any) -> str:
        """The code as it is kept."""
        said = str(super().clean(value)).strip()
        if not said or said.lower() in _ALONE:
            return said.lower()
        if len(said) == 2 and said.isascii() and said.isalpha():
            return said.upper()
        raise forms.ValidationError(_("Write two letters, or stateless, or unknown."))


class PlainForm(PageForm):
    """A kind whose fields are kept as they are; what was left empty is not known."""

    kind: Kind

    def value(self) -> dict[str, object]:
        """The value of a fact of this kind."""
        return {name: self.cleaned_data[name] or None for name in self.base_fields}

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """What stands in the fields for a value that is kept."""
        return {name: value.get(name) for name in self.base_fields}


class BirthDateForm(DatedForm, PlainForm):
    """Year, month and day, as far as they are known."""

    kind = Kind.BIRTH_DATE
    dated, dated_label = "born", gettext_lazy("Birth date")

    def clean(self) -> dict[str, object]:
        """At least the year."""
        cleaned = super().clean()
        if not self.errors and not self.empty_permitted and self.date_text() is None:
            self.add_error(
                "born_year", _("Type the year at least; if it is not known, enter nothing.")
            )
        return cleaned

    def value(self) -> dict[str, object]:
        """The date."""
        return {"date": self.date_text()}

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """The three parts."""
        return self.initial_date(value["date"])

    def groups(self) -> Iterator[Group]:
        """One group."""
        yield self.date_group()


class SexForm(PlainForm):
    """As the papers say; gender has a field of its own."""

    kind = Kind.SEX
    sex = forms.ChoiceField(
        label=gettext_lazy("Sex as recorded"), choices=(("", "—"), *SEXES)
    )  # fmt: skip


class GenderForm(PlainForm):
    """In the person's own words."""

    kind = Kind.GENDER
    words = _line(gettext_lazy("Gender as the person says"), required=True)


class NationalityForm(PlainForm):
    """A country."""

    kind = Kind.NATIONALITY
    country = CountryField(label=gettext_lazy("Nationality"))


class LanguageForm(PlainForm):
    """A language, and what the person can do in it."""

    kind = Kind.LANGUAGE
    code = forms.ChoiceField(label=gettext_lazy("Language"), choices=language_choices)
    speaks = forms.ChoiceField(
        label=gettext_lazy("Speaks, or signs"), choices=_YES_NO, required=False
    )
    understands = forms.ChoiceField(
        label=gettext_lazy("Understands"), choices=_YES_NO, required=False
    )
    reads = forms.ChoiceField(label=gettext_lazy("Reads"), choices=_YES_NO, required=False)

    def value(self) -> dict[str, object]:
        """The code; yes, no or not known."""
        said = {"yes": True, "no": False}
        can = {
            name: said.get(self.cleaned_data[name]) for name in ("speaks", "understands", "reads")
        }
        return {"code": self.cleaned_data["code"], **can}

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """The words for yes, no and not known."""
        words = {True: "yes", False: "no"}
        can = {name: words.get(value.get(name), "")  # type: ignore[call-overload]
               for name in ("speaks", "understands", "reads")}  # fmt: skip
        return {"code": value["code"], **can}

    def groups(self) -> Iterator[Group]:
        """The language, then the three questions together."""
        yield Group([self["code"]])
        can = [self[name] for name in ("speaks", "understands", "reads")]
        yield Group(can, gettext_lazy("What the person can do in it"))


class DocumentForm(DatedForm, PlainForm):
    """A paper that says who somebody is."""

    kind = Kind.DOCUMENT
    dated, dated_label = "valid_to", gettext_lazy("Valid to")
    type = _line(gettext_lazy("Kind of document"), required=True,
                 hint=gettext_lazy("Such as passport, identity card, permit."))  # fmt: skip
    number = _line(gettext_lazy("Number on the document"))
    country = CountryField(label=gettext_lazy("Country that gave it"), required=False)

    def value(self) -> dict[str, object]:
        """What was typed."""
        said = self.cleaned_data
        plain = {name: said[name] or None for name in ("type", "number", "country")}
        return {**plain, "valid_to": self.date_text()}

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """The fields and the three parts."""
        plain = {name: value.get(name) for name in ("type", "number", "country")}
        return {**plain, **self.initial_date(value.get("valid_to"))}

    def groups(self) -> Iterator[Group]:
        """The date together."""
        yield from (Group([self[name]]) for name in ("type", "number", "country"))
        yield self.date_group()


class IdentifierForm(PlainForm):
    """A number, and whose number it is."""

    kind = Kind.IDENTIFIER
    system = _line(gettext_lazy("Whose number it is"), required=True,
                   hint=gettext_lazy("Such as prison, court, national register."))  # fmt: skip
    number = _line(gettext_lazy("Number"), required=True,
                   hint=gettext_lazy("As it stands on the paper, in any digits."))  # fmt: skip

    def clean_number(self) -> str:
        """Something that can be looked for as a number."""
        number = str(self.cleaned_data["number"])
        try:
            read_number(number)
        except BadNumber as error:
            raise forms.ValidationError(f"{error.what}. {error.remedy}.") from error
        return number


class AdjustmentForm(PlainForm):
    """What somebody needs in order to live here like others."""

    kind = Kind.ADJUSTMENT
    need = _line(gettext_lazy("What the person needs"), required=True)
    adjustment = _line(gettext_lazy("What is done about it"))


class DependantForm(DatedForm, PlainForm):
    """A child or another who depends on the person."""

    kind = Kind.DEPENDANT
    dated, dated_label = "born", gettext_lazy("Born")
    name = _line(gettext_lazy("Name"), required=True)
    cared_for_by = _line(gettext_lazy("Cared for now by"))

    def value(self) -> dict[str, object]:
        """What was typed."""
        said = self.cleaned_data
        return {"name": said["name"], "born": self.date_text(),
                "cared_for_by": said["cared_for_by"] or None}  # fmt: skip

    def initial_of(self, value: Mapping[str, object]) -> dict[str, object]:
        """The fields and the three parts."""
        plain = {name: value.get(name) for name in ("name", "cared_for_by")}
        return {**plain, **self.initial_date(value.get("born"))}

    def groups(self) -> Iterator[Group]:
        """The date together."""
        yield Group([self["name"]])
        yield self.date_group()
        yield Group([self["cared_for_by"]])


class EmergencyContactForm(PlainForm):
    """Whom to tell when something happens."""

    kind = Kind.EMERGENCY_CONTACT
    name = _line(gettext_lazy("Name"), required=True)
    relation = _line(gettext_lazy("Who this is to the person"))
    reached_by = _line(gettext_lazy("How to reach them"), required=True,
                       hint=gettext_lazy("A telephone number, an address."))  # fmt: skip


ValueForm = PlainForm | NameForm
FORMS: Final[Mapping[str, type[ValueForm]]] = {
    form.kind: form
    for form in (
        NameForm, BirthDateForm, SexForm, GenderForm, NationalityForm, LanguageForm, DocumentForm,
        IdentifierForm, AdjustmentForm, DependantForm, EmergencyContactForm,
    )
}  # fmt: skip
