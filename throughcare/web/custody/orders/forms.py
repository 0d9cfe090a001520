"""The forms of orders, charges and legal status."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.queries import Order
from throughcare.casework.custody.terms import OrderKind, Status
from throughcare.web.custody.other_person import sure_field
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import LINE, PageForm

_YES_NO: Final = (
    ("", gettext_lazy("not known")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")),
)  # fmt: skip
_REASON: Final = gettext_lazy("In a sentence. It stands in the register.")


def why(label: Any) -> forms.CharField:
    """The reason of a correction."""
    return sentence(label, hint=_REASON)


def line(label: Any, *, hint: Any = "", required: bool = True) -> forms.CharField:
    """A field for one line."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=LINE)


class Day(forms.DateField):
    """A day of the calendar, between 1900 and 2200."""

    def __init__(self, **named: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **named)

    def clean(self, value: Any) -> date | None:
        """Within the calendar that people mean."""
        day: date | None = super().clean(value)
        if day is not None and not date(1900, 1, 1) <= day < date(2200, 1, 1):
            raise forms.ValidationError(_("This day is too far away. Look at the year."))
        return day


class OrderForm(PageForm):
    """An order, as it is printed."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of order"), choices=[("", "—"), *OrderKind.choices]
    )
    authority = line(gettext_lazy("Authority"), hint=gettext_lazy("As printed on the order."))
    number = line(gettext_lazy("Number"), hint=gettext_lazy("As printed on the order."))
    named = line(
        gettext_lazy("Name on the order"), required=False,
        hint=gettext_lazy("As printed. It is compared with the names in this file."),
    )  # fmt: skip
    issued_on = Day(label=gettext_lazy("Given on"))
    valid_from = Moment(label=gettext_lazy("In force from"))
    valid_to = Moment(
        label=gettext_lazy("In force until"), required=False,
        help_text=gettext_lazy("Day and hour at which it ends. Leave empty if it names no end."),
    )  # fmt: skip
    reason = sentence(
        gettext_lazy("Reason in the order"), required=False,
        hint=gettext_lazy("In the words of the authority."), rows=2,
    )  # fmt: skip
    sure = sure_field()

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at

    def clean_issued_on(self) -> date:
        """Not after today."""
        day: date = self.cleaned_data["issued_on"]
        if day > timezone.localtime(self.at).date():
            raise forms.ValidationError(_("This day has not come yet. Look at the order."))
        return day

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning."""
        said = super().clean() or self.cleaned_data
        begins, ends = said.get("valid_from"), said.get("valid_to")
        if begins is not None and ends is not None and ends <= begins:
            self.add_error("valid_to", _("The order would end before it begins. Look at both."))
        return said

    def said(self) -> dict[str, Any]:
        """What the action is given."""
        names = ("authority", "number", "named", "issued_on", "valid_from", "valid_to",
                 "reason", "sure")  # fmt: skip
        given = {name: self.cleaned_data[name] for name in names}
        return {**given, "kind": OrderKind(self.cleaned_data["kind"])}


class OrderCorrection(OrderForm):
    """The order as it should read, and why."""

    why = why(gettext_lazy("Why it is corrected"))


def order_as_typed(order: Order) -> dict[str, Any]:
    """What fills the form of a correction."""
    return {
        "kind": order.kind, "authority": order.authority, "number": order.number,
        "named": order.named, "issued_on": order.issued_on,
        "valid_from": timezone.localtime(order.valid_from),
        "valid_to": timezone.localtime(order.valid_to) if order.valid_to else None,
        "reason": order.reason,
    }  # fmt: skip


class ChargeForm(PageForm):
    """A charge, in the words of the authority."""

    words = sentence(
        gettext_lazy("Charge"), hint=gettext_lazy("In the words of the authority."), rows=3
    )
    iccs = line(
        gettext_lazy("Code of the offence (ICCS)"), required=False,
        hint=gettext_lazy("Two to six digits that begin with 01 to 11. Empty is not known."),
    )  # fmt: skip
    terrorism_related = forms.ChoiceField(
        label=gettext_lazy("Called terrorism-related by the authority"), required=False,
        choices=_YES_NO, widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "As the authority states it. It says nothing about the person and is no risk evidence."
        ),
    )  # fmt: skip
    order = forms.ChoiceField(label=gettext_lazy("Order in which it stands"), required=False)

    def __init__(self, *words: Any, orders: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["order"].choices = [  # type: ignore[attr-defined]
            ("", gettext_lazy("none, or not known")), *orders,
        ]  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the action is given."""
        known = {"yes": True, "no": False}
        return {
            "words": self.cleaned_data["words"], "iccs": self.cleaned_data["iccs"],
            "terrorism_related": known.get(self.cleaned_data["terrorism_related"]),
            "order_id": self.cleaned_data["order"] or None,
        }  # fmt: skip


class ChargeCorrection(ChargeForm):
    """The charge as it should read, and why."""

    why = why(gettext_lazy("Why it is corrected"))


class StatusForm(PageForm):
    """The legal status from a moment on."""

    value = forms.ChoiceField(
        label=gettext_lazy("Legal status"), choices=[("", "—"), *Status.choices]
    )
    since = Moment(
        label=gettext_lazy("Since"),
        help_text=gettext_lazy("The status before it ends at this moment."),
    )

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at

    def clean_since(self) -> datetime:
        """Not after now."""
        moment: datetime = self.cleaned_data["since"]
        if moment > self.at:
            raise forms.ValidationError(_("This time has not come yet."))
        return moment


class StatusCorrection(StatusForm):
    """The status as it should read, and why."""

    why = why(gettext_lazy("Why it is corrected"))
