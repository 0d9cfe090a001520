"""The forms of movements: leaving, coming back, escape, transfer, arrival, correction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.queries import Order
from throughcare.casework.custody.terms import MovementKind
from throughcare.web.custody.other_person import sure_field
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import LINE, Group, PageForm

_LEAVING: Final = (MovementKind.COURT, MovementKind.HOSPITAL, MovementKind.ABSENCE)
_IN_REGISTER: Final = gettext_lazy("In a sentence. It stands in the register.")
NEW_ORDER: Final = "new"


class TimedForm(PageForm):
    """A form about what has happened: its hours are not after now."""

    past: tuple[str, ...] = ()

    def __init__(self, *words: Any, at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at
        for name in self.past[:1]:
            self.fields[name].initial = self.initial.get(name) or timezone.localtime(at)

    def clean(self) -> dict[str, Any]:
        """Refuse hours that have not come, each at its field."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.past:
            moment = said.get(name)
            if moment is not None and moment > self.at:
                self.add_error(name, _("This time has not come yet."))
        return said


class LeaveForm(TimedForm):
    """Where somebody goes for a time, and until when."""

    past = ("left_at", "arrived_at")
    kind = forms.ChoiceField(
        label=gettext_lazy("Why the person leaves"),
        choices=[("", "—"), *((one.value, one.label) for one in _LEAVING)],
    )
    to_place = forms.CharField(
        label=gettext_lazy("Where to"), max_length=LINE,
        help_text=gettext_lazy("The court, the hospital or the place. Nothing about an illness."),
    )  # fmt: skip
    left_at = Moment(label=gettext_lazy("When the person left"))
    expected_at = Moment(label=gettext_lazy("When the person is expected back"), required=False)
    hearing_at = Moment(
        label=gettext_lazy("When the hearing begins"), required=False,
        help_text=gettext_lazy("For court: it is kept with the legal status."),
    )  # fmt: skip
    arrived_at = Moment(
        label=gettext_lazy("When the person came back"), required=False,
        help_text=gettext_lazy("Only for a journey that is over already."),
    )  # fmt: skip
    reason = sentence(gettext_lazy("Reason or escort"), required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """A hearing belongs to court."""
        said = super().clean()
        if said.get("hearing_at") and said.get("kind") != MovementKind.COURT:
            self.add_error("hearing_at", _("Only for court. Leave it empty, or choose court."))
        return said


class ReturnForm(TimedForm):
    """When somebody came back."""

    past = ("arrived_at",)
    arrived_at = Moment(label=gettext_lazy("When the person came back"))
    why = sentence(gettext_lazy("Remark"), required=False, rows=2)


class EscapeForm(TimedForm):
    """When and how somebody escaped."""

    past = ("left_at",)
    left_at = Moment(label=gettext_lazy("When the person escaped"))
    reason = sentence(gettext_lazy("What happened"), hint=_IN_REGISTER)


class OrderedForm(TimedForm):
    """What happens on an order: one that is registered, or as it is printed."""

    authority = forms.CharField(label=gettext_lazy("Authority"), required=False, max_length=LINE)
    number = forms.CharField(
        label=gettext_lazy("Number of the order"), required=False, max_length=LINE
    )
    issued_on = forms.DateField(
        label=gettext_lazy("Day of the order"), required=False, input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"}),
    )  # fmt: skip
    named = forms.CharField(
        label=gettext_lazy("Name on the order"), required=False, max_length=LINE,
        help_text=gettext_lazy("As printed. It is compared with the names in this file."),
    )  # fmt: skip
    sure = sure_field()

    def __init__(self, *words: Any, orders: Sequence[Order], **named: Any) -> None:
        super().__init__(*words, **named)
        known = [
            (str(one.id), f"{one.number}, {one.authority}, {one.issued_on.isoformat()}")
            for one in orders
        ]
        field = forms.ChoiceField(
            label=gettext_lazy("The order"), choices=[*known, (NEW_ORDER, _("not registered yet"))],
            help_text=gettext_lazy("An order that is not registered yet is registered now: type it "
                                   "below as it is printed."),
        )  # fmt: skip
        field.widget.attrs["class"] = "form-select"
        self.fields = {"order": field, **self.fields}

    def groups(self) -> Iterator[Group]:
        """The order first, then what is asked for by name."""
        yield Group([self["order"]])
        yield from super().groups()

    def clean(self) -> dict[str, Any]:
        """An order that is not registered yet needs its authority, number and day."""
        said = super().clean()
        if said.get("order") == NEW_ORDER:
            for name in ("authority", "number", "issued_on"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Type this as it is printed on the order."))
        return said

    def order_said(self) -> UUID | PrintedOrder:
        """As the actions take it."""
        said = self.cleaned_data
        if said["order"] != NEW_ORDER:
            return UUID(said["order"])
        names = ("authority", "number", "issued_on", "named", "sure")
        return PrintedOrder(**{name: said[name] for name in names})


class DepartForm(OrderedForm):
    """To which prison somebody leaves, on which order, and why."""

    past = ("left_at",)
    to_place = forms.ChoiceField(label=gettext_lazy("To which prison"))
    left_at = Moment(label=gettext_lazy("When the person left"))
    expected_at = Moment(label=gettext_lazy("When the person should arrive"), required=False)
    reason = sentence(gettext_lazy("Why this prison"), hint=_IN_REGISTER, rows=2)

    def __init__(self, *words: Any, places: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["to_place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *places]


class ArriveForm(TimedForm):
    """When somebody arrived, and with whom."""

    past = ("arrived_at",)
    arrived_at = Moment(label=gettext_lazy("When the person arrived"))
    why = sentence(
        gettext_lazy("Who brought the person, and what came along"), hint=_IN_REGISTER, rows=2
    )


class CorrectionForm(TimedForm):
    """A movement as it should read."""

    past = ("left_at", "arrived_at")
    to_place = forms.CharField(label=gettext_lazy("Where to"), required=False, max_length=LINE)
    left_at = Moment(label=gettext_lazy("When the person left"))
    expected_at = Moment(label=gettext_lazy("When the person was expected"), required=False)
    arrived_at = Moment(
        label=gettext_lazy("When the person came back or arrived"), required=False,
        help_text=gettext_lazy("Empty: the person is still away."),
    )  # fmt: skip
    reason = sentence(gettext_lazy("Reason as recorded"), required=False, rows=2)
    why = sentence(gettext_lazy("Why it is corrected"), hint=_IN_REGISTER, rows=2)
