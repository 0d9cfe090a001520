"""Steps beside the walk: the arrest, what the person was told of the charges, a disputed age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.places.choices import split
from throughcare.web.custody.reception.forms.base import StepForm, choice, line, question, spoken
from throughcare.web.custody.reception.forms.told import MODES
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group
from throughcare.web.people.forms.partial_date import DatedForm


class ArrestForm(StepForm):
    """When, where and by whom the person was arrested."""

    kind = StepKind.ARREST
    arrested_at = Moment(label=gettext_lazy("Arrested on"))
    place = line(gettext_lazy("Place of the arrest"), required=True)
    authority = line(gettext_lazy("Who arrested"))

    def value(self) -> dict[str, object]:
        """`at` is the name of the field in the room."""
        kept = super().value()
        return {"at": kept.pop("arrested_at"), **kept}

    @classmethod
    def initial_of(cls, value: Mapping[str, object]) -> dict[str, object]:
        """And here it has another."""
        return super().initial_of({**value, "arrested_at": value.get("at")})


class ChargesToldForm(StepForm):
    """In which language the person was told why, and of what."""

    kind = StepKind.CHARGES_TOLD
    questions = ("interpreter",)
    language = spoken(gettext_lazy("Reasons and charges were told in"))
    mode = choice(gettext_lazy("How they were told"), MODES)
    interpreter = question(gettext_lazy("Was there an interpreter?"))


class _AgeForm(DatedForm, StepForm):
    kind = StepKind.AGE
    dated, dated_label = "born", gettext_lazy("Birth date")

    def date_kept(self) -> str:
        """The date, or unknown."""
        return self.date_text() or "unknown"

    def groups(self) -> Iterator[Group]:
        """The date together."""
        yield self.date_group()
        yield Group([self["why"]])
        yield Group([self["happened_at"]])


class DisputeForm(_AgeForm):
    """The person says another birth date."""

    dated_label = gettext_lazy("Birth date that the person says")
    why = sentence(gettext_lazy("What was said, and by whom"), required=False)


class DecideForm(_AgeForm):
    """Somebody else decides, with the reason."""

    dated_label = gettext_lazy("Birth date that is decided")
    why = sentence(
        gettext_lazy("Reason"),
        hint=gettext_lazy("Which papers, which witness. It stands in the register."),
    )

    def clean(self) -> dict[str, Any]:
        """At least a year."""
        cleaned = super().clean()
        if not self.errors and self.date_text() is None:
            self.add_error("born_year", gettext_lazy("Type the year at least."))
        return cleaned


class PlaceForm(StepForm):
    """The first place of the person."""

    kind = StepKind.PLACE
    place = forms.ChoiceField(
        label=gettext_lazy("Unit, cell or bed"),
        help_text=gettext_lazy("The places that fit this person come first."),
    )
    reasons = line(gettext_lazy("Reason for this place"))

    def value(self) -> dict[str, object]:
        """The bed by itself."""
        path, bed = split(self.cleaned_data["place"])
        return {**super().value(), "place": path, **({"bed": bed} if bed else {})}

    def offer(self, places: list[tuple[str, Any]]) -> PlaceForm:
        """The places in use here."""
        self.fields["place"].choices = [("", "—"), *places]  # type: ignore[attr-defined]
        return self
