"""A date as far as it is known: three fields, of which any may stay empty."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.kernel.errors import BadDate
from throughcare.kernel.partial_dates import PartialDate, parse
from throughcare.web.people.forms.base import Group, PageForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HINT = gettext_lazy("What is not known stays empty: the year alone is fine.")


class DatedForm(PageForm):
    """A form with one date in parts, under the name `dated`."""

    dated = ""
    dated_label: StrOrPromise = ""

    def __init__(self, *words: object, **named: object) -> None:
        super().__init__(*words, **named)
        labels = {
            "year": gettext_lazy("Year"), "month": gettext_lazy("Month"), "day": gettext_lazy("Day")
        }  # fmt: skip
        for part, label in labels.items():
            widget = forms.TextInput(
                attrs={"inputmode": "numeric", "class": f"form-control {part}", "dir": "ltr",
                       "autocomplete": "off"}
            )  # fmt: skip
            last = {"year": 9999, "month": 12, "day": 31}[part]
            self.fields[f"{self.dated}_{part}"] = forms.IntegerField(
                label=label, required=False, min_value=1, max_value=last, widget=widget,
            )  # fmt: skip

    def clean(self) -> dict[str, object]:
        """See that the parts make a date."""
        cleaned = super().clean() or {}
        if not any(self.has_error(name) for name in self.names_of_parts()):
            try:
                self.date()
            except BadDate as error:
                self.add_error(f"{self.dated}_{self._at_fault()}", f"{error.what}. {error.remedy}.")
        return cleaned

    def date(self) -> PartialDate:
        """What was typed. Raises BadDate."""
        return PartialDate(*(self.cleaned_data.get(name) for name in self.names_of_parts()))

    def date_text(self) -> str | None:
        """The date as it is kept; None when nothing was typed."""
        date = self.date()
        return None if date == PartialDate() else str(date)

    def refuse_future(self, at: datetime) -> None:
        """An error at the year when the date has not come for anybody."""
        first = self.date().earliest if not self.errors else None
        if first and first > timezone.localdate(at):
            self.add_error(f"{self.dated}_year", _("This day has not come yet. Look at the year."))

    def names_of_parts(self) -> list[str]:
        """The three fields."""
        return [f"{self.dated}_{part}" for part in ("year", "month", "day")]

    def date_group(self) -> Group:
        """The three fields together."""
        return Group([self[name] for name in self.names_of_parts()], self.dated_label, HINT)

    def initial_date(self, text: object) -> dict[str, object]:
        """What stands in the three fields for a date that is kept."""
        date = parse(str(text)) if text else PartialDate()
        return dict(zip(self.names_of_parts(), (date.year, date.month, date.day), strict=True))

    def _at_fault(self) -> str:
        year, month, day = (self.cleaned_data.get(name) for name in self.names_of_parts())
        if day is not None and month is not None and year is not None:
            return "day"
        return "month" if day is not None and month is None else "year"
