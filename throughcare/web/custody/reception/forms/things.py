"""The property of the person: things, money, medicines, and who signed (Mandela Rule 67)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.reception.forms.base import StepForm, choice, line, text, things

_PURSES: Final = ("first", "second")


class PropertyForm(StepForm):
    """An inventory that is read to the person and signed."""

    kind = StepKind.PROPERTY
    items = text(
        gettext_lazy("Things"), rows=6,
        hint=gettext_lazy("One on each line, with its marks: “watch, steel, glass broken”. "
                          "“2 x shirt” is two. Leave it empty where there is nothing."),
    )  # fmt: skip
    first_amount = forms.DecimalField(
        label=gettext_lazy("Money"), required=False, min_value=0, max_digits=14, decimal_places=3,
        localize=False,
    )  # fmt: skip
    first_currency = line(gettext_lazy("Currency"), hint=gettext_lazy("Such as TND, UGX, KZT."))
    second_amount = forms.DecimalField(
        label=gettext_lazy("Other money"), required=False, min_value=0, max_digits=14,
        decimal_places=3, localize=False,
    )  # fmt: skip
    second_currency = line(gettext_lazy("Its currency"))
    medicines = text(
        gettext_lazy("Medicines brought"), rows=2,
        hint=gettext_lazy("One on each line. Health decides what becomes of them."),
    )  # fmt: skip
    signature = choice(
        gettext_lazy("The person"),
        (
            ("signed", gettext_lazy("has signed the list")),
            ("mark", gettext_lazy("has put a mark or a thumb under it")),
            ("refused", gettext_lazy("does not want to sign")),
        ),
    )
    witness = line(
        gettext_lazy("Witness"),
        hint=gettext_lazy("Needed for a mark, and where the person does not want to sign."),
    )

    @classmethod
    def initial_of(cls, value: Mapping[str, object]) -> dict[str, object]:
        """The money in its fields."""
        kept, money = super().initial_of(value), value.get("money")
        for purse, one in zip(_PURSES, money if isinstance(money, list) else (), strict=False):
            if isinstance(one, Mapping):
                kept[f"{purse}_amount"] = one.get("amount")
                kept[f"{purse}_currency"] = one.get("currency")
        return {**kept, "signature": value.get("signed_how")}

    def clean(self) -> dict[str, Any]:
        """A currency to each amount; a witness where the person did not sign."""
        cleaned = super().clean()
        for purse in _PURSES:
            if cleaned.get(f"{purse}_amount") is not None and not cleaned[f"{purse}_currency"]:
                self.add_error(f"{purse}_currency", _("Say in which currency."))
        if cleaned.get("signature") in ("mark", "refused") and not cleaned.get("witness"):
            self.add_error("witness", _("Name somebody who saw it."))
        return cleaned

    def value(self) -> dict[str, object]:
        """The things one by one; no money is an empty list."""
        said = self.cleaned_data
        money = [
            {"amount": str(said[f"{purse}_amount"]),
             "currency": str(said[f"{purse}_currency"]).upper()}
            for purse in _PURSES if said.get(f"{purse}_amount") is not None
        ]  # fmt: skip
        return {
            "items": things(said["items"]), "money": money, "medicines": things(said["medicines"]),
            "signed_by_person": said["signature"] != "refused", "signed_how": said["signature"],
            "refused_to_sign": said["signature"] == "refused", "witness": said["witness"],
        }  # fmt: skip
