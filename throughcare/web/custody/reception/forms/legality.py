"""The order on which a person is held, or why there is none; the arrest; what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import HOLDING, OrderKind, StepKind
from throughcare.web.custody.reception.forms.base import StepForm, choice, line, spoken, text
from throughcare.web.custody.reception.forms.told import MODES
from throughcare.web.people.forms.acts import Moment
from throughcare.web.people.forms.base import Group

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_ORDER: Final = ("order_kind", "authority", "number", "issued_on", "valid_from", "valid_to")
_FOUND: Final[Sequence[tuple[str, StrOrPromise]]] = (
    ("valid", gettext_lazy("yes: the order is here, and stands below")),
    ("standing", gettext_lazy("yes: it stands in the file already")),
    ("without", gettext_lazy("no: the person is held without a valid order")),
)
_NEEDED: Final = ("order_kind", "authority", "number", "issued_on", "valid_from")


class LegalityForm(StepForm):
    """Nobody is received without a valid order (Mandela Rule 7)."""

    kind = StepKind.LEGALITY
    may_come = ("valid_from", "valid_to")
    admitted_at = Moment(label=gettext_lazy("Day and hour of the admission"))
    found = choice(
        gettext_lazy("Is there a valid order?"),
        _FOUND,
        hint=gettext_lazy("Who is held without one stands on the director's and the judge's list "
                          "at once, until an order comes or the person goes free."),
    )  # fmt: skip
    without_order = text(
        gettext_lazy("Why the person is held without a valid order"), rows=2,
        hint=gettext_lazy("Only where there is none. In a sentence."),
    )  # fmt: skip
    order_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of order"), required=False,
        choices=[("", "—"), *((kind, OrderKind(kind).label) for kind in HOLDING)],
    )  # fmt: skip
    authority = line(gettext_lazy("Authority"), hint=gettext_lazy("As it is printed."))
    number = line(gettext_lazy("Number of the order"))
    issued_on = forms.DateField(
        label=gettext_lazy("Day of the order"), required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"}),
        input_formats=["%Y-%m-%d"],
    )  # fmt: skip
    valid_from = Moment(label=gettext_lazy("In force from"), required=False)
    valid_to = Moment(
        label=gettext_lazy("In force until"), required=False,
        help_text=gettext_lazy("Empty where the order names no end."),
    )  # fmt: skip
    arrest_at = Moment(label=gettext_lazy("Arrested on"), required=False)
    arrest_place = line(gettext_lazy("Place of the arrest"))
    arrest_by = line(gettext_lazy("Who arrested"))
    told_language = spoken(gettext_lazy("Reasons and charges were told in"), required=False)
    told_mode = forms.ChoiceField(
        label=gettext_lazy("How they were told"), choices=[("", "—"), *MODES], required=False
    )
    somebody_else = text(
        gettext_lazy("Why this is somebody else"), rows=2,
        hint=gettext_lazy("Only where another prison holds somebody with the same number, or the "
                          "same name and birth date: how you know that it is not the same person."),
    )  # fmt: skip

    def prepare(self) -> None:
        """The hour of now; only what this person needs."""
        now = timezone.localtime(self.at)
        for name in ("admitted_at", "valid_from"):
            self.fields[name].initial = now
        self.fields["issued_on"].initial = now.date()
        if not self.walk.covered:
            found = self.fields["found"]
            assert isinstance(found, forms.ChoiceField)
            found.choices = [one for one in _FOUND if one[0] != "standing"]
        if self.walk.stay is not None:
            del self.fields["admitted_at"], self.fields["somebody_else"]
        else:
            del self.fields["happened_at"]

    def held_elsewhere(self, held: bool) -> LegalityForm:
        """Ask for the way out only where there is a reason."""
        if not held:
            self.fields.pop("somebody_else", None)
        return self

    def clean(self) -> dict[str, Any]:
        """An order with all its parts, or the reason why there is none."""
        cleaned = super().clean()
        if cleaned.get("found") == "valid":
            for name in _NEEDED:
                if not cleaned.get(name) and not self.has_error(name):
                    self.add_error(name, _("Copy it from the order."))
        if cleaned.get("found") == "without" and not str(cleaned.get("without_order", "")).strip():
            self.add_error("without_order", _("Say why the person is held without a valid order."))
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_to")
        if begins and ends and ends <= begins:
            self.add_error("valid_to", _("The order would end before it begins. Look at both."))
        if cleaned.get("arrest_at") and not cleaned.get("arrest_place"):
            self.add_error("arrest_place", _("Say where; “not known” is an answer."))
        return cleaned

    def moment(self) -> datetime:
        """When the person came in, or the check was made."""
        name = "admitted_at" if "admitted_at" in self.fields else "happened_at"
        found: datetime = self.cleaned_data[name]
        return found

    def groups(self) -> Iterator[Group]:
        """The question first, then the order, the arrest and what was told."""

        def known(*names: str) -> list[Any]:
            return [self[name] for name in names if name in self.fields]

        for name in ("admitted_at", "happened_at", "somebody_else", "found", "without_order"):
            if name in self.fields:
                yield Group([self[name]])
        yield Group(known(*_ORDER), gettext_lazy("The order"))
        yield Group(
            known("arrest_at", "arrest_place", "arrest_by"), gettext_lazy("The arrest"),
            gettext_lazy("As far as it is known; it can be added later."),
        )  # fmt: skip
        yield Group(known("told_language", "told_mode"), gettext_lazy("Reasons and charges told"))
