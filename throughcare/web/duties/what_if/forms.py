"""What is planned: a place, a regime or a closure, and from when for how long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.instants import from_datetime
from throughcare.duties.what_if.plans import Closure, Plan, Regime
from throughcare.web.people.forms.base import PageForm

REGIME, CLOSURE = "regime", "closure"
MOST_DAYS: Final = 365
_A_YEAR: Final = timedelta(days=366)
_UNIT: Final = 2  # how deep a place is in which people lie


class PlanForm(PageForm):
    """Read from the address, as nothing is written. `known`: the places, each with its label."""

    what = forms.ChoiceField(
        label=gettext_lazy("What is planned"), widget=forms.RadioSelect, initial=REGIME,
        choices=[
            (REGIME, gettext_lazy("people stay in their cells for most of the day")),
            (CLOSURE, gettext_lazy("a place is closed and its people move")),
        ],
    )  # fmt: skip
    place = forms.ChoiceField(label=gettext_lazy("Place"))
    to = forms.ChoiceField(
        label=gettext_lazy("Where its people move"), required=False,
        help_text=gettext_lazy("Only if the place is closed."),
    )  # fmt: skip
    begins = forms.DateField(
        label=gettext_lazy("From"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    days = forms.IntegerField(
        label=gettext_lazy("For how many days"), min_value=1, max_value=MOST_DAYS
    )
    hours = forms.FloatField(
        label=gettext_lazy("Hours in the cell each day"), min_value=0, max_value=24, required=False
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes of meaningful contact each day"), min_value=0,
        max_value=24 * 60, required=False,
    )  # fmt: skip

    def __init__(self, *words: Any, known: Mapping[str, str], at: datetime, **named: Any) -> None:
        super().__init__(*words, **named)
        self.at = at
        units = [(path, label) for path, label in known.items() if path.count("/") >= _UNIT]
        self._choices("place", list(known.items()))
        self._choices("to", [("", "—"), *units])

    def clean_begins(self) -> date:
        """From today on, within a year."""
        begins: date = self.cleaned_data["begins"]
        today = timezone.localtime(self.at).date()
        if not today <= begins <= today + _A_YEAR:
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return begins

    def clean(self) -> dict[str, Any]:
        """What one of the two plans needs, and the other does not."""
        told = super().clean() or {}
        if told.get("what") == CLOSURE:
            self._need_another_place(told)
        elif told.get("what") == REGIME:
            for name in ("hours", "minutes"):
                if told.get(name) is None and name not in self.errors:
                    self.add_error(name, _("Say how much each day; write 0 for none."))
        return told

    def plan(self) -> Plan:
        """The plan that was typed. Of today it begins now, of another day with the day."""
        told = self.cleaned_data
        begins = timezone.make_aware(datetime.combine(told["begins"], time()))
        moment = from_datetime(max(begins, self.at))
        if told["what"] == CLOSURE:
            return Closure(place=told["place"], to=told["to"], begins=moment, days=told["days"])
        return Regime(
            begins=moment, days=told["days"], hours=told["hours"], minutes=told["minutes"]
        )

    def places(self) -> list[str]:
        """Whose people it is about: those of the place, and of the one that takes them in."""
        told = self.cleaned_data
        return [told["place"], *([told["to"]] if told["what"] == CLOSURE else [])]

    def _need_another_place(self, told: Mapping[str, Any]) -> None:
        place, to = told.get("place", ""), told.get("to", "")
        if not to:
            if "to" not in self.errors:
                self.add_error("to", _("Say where its people move."))
        elif to.startswith(f"{place}/") or place.startswith(f"{to}/") or to == place:
            self.add_error("to", _("Choose a place outside the one that is closed."))
        elif place.partition("/")[0] != to.partition("/")[0]:
            self.add_error("to", _("Choose a place in the same prison."))

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
