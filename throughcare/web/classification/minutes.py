"""The form of a board's minutes: who sat there, what was weighed, what came of it and why.

Words are looked through here already, so that each error stands at its field; the room asks all of
it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.assessment.board_terms import LEAST, Level, Model, Office
from throughcare.casework.assessment.errors import BeliefAlone
from throughcare.casework.assessment.words import need_act
from throughcare.web.classification.factors import (
    asked_fields,
    asked_pairs,
    factor_fields,
    factor_pairs,
)
from throughcare.web.classification.members import Members
from throughcare.web.classification.seats import seat_fields, seat_pairs
from throughcare.web.custody.fields import one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import dress

_DECISION: Final = (
    "level", "reasons", "besides", "lower_why", "departs_from", "departs_why", "place", "model",
    "model_why", "review_at",
)  # fmt: skip
Pair = tuple[BoundField, BoundField]


class MinutesForm(TimedForm):
    """What a board decided, on what it rests, and when it is looked at again."""

    layout = "classification/minutes_fields.html"
    past = ("decided_at",)
    decided_at = Moment(label=gettext_lazy("When the board decided"))
    wish = sentence(
        gettext_lazy("What the person wishes"), rows=2,
        hint=gettext_lazy("As the person says it. That nothing was said is an answer too."),
    )  # fmt: skip
    level = one_of(gettext_lazy("Security level"), Level)
    reasons = sentence(gettext_lazy("Reasons"), rows=4)
    besides = sentence(
        gettext_lazy("Leaving belief, worship, dress, diet and origin aside: what was done?"),
        required=False, rows=2,
        hint=gettext_lazy("Only needed where an answer here speaks of one of these."),
    )  # fmt: skip
    lower_why = sentence(
        gettext_lazy("Why the next lower level is not enough"), required=False,
        hint=gettext_lazy("Left empty for the lowest level."),
    )  # fmt: skip
    departs_from = sentence(
        gettext_lazy("What the board was advised, where it decides otherwise"), required=False,
        rows=2,
    )  # fmt: skip
    departs_why = sentence(gettext_lazy("Why it decides otherwise"), required=False, rows=2)
    place = forms.ChoiceField(label=gettext_lazy("Unit"), required=False, choices=())
    model = one_of(
        gettext_lazy("How the person is placed"), Model, required=False,
        hint=gettext_lazy("Only where a status held on that day. None is right for everybody."),
    )  # fmt: skip
    model_why = sentence(gettext_lazy("Why so"), required=False, rows=2)
    review_at = Moment(
        label=gettext_lazy("Day of the review"),
        help_text=gettext_lazy("The latest that is allowed stands here. The level ends then."),
    )

    def __init__(
        self, *words: Any, members: Members, units: Sequence[tuple[str, str]], marked: bool,
        woman: bool, also: Sequence[Office], **named: Any,
    ) -> None:  # fmt: skip
        super().__init__(*words, **named)
        self.also = [str(one.label) for one in also]
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)
        place.choices = [("", "—"), *units]
        if not marked:
            del self.fields["model"], self.fields["model_why"]
        asked = asked_fields() if woman else ()
        for name, field in (*seat_fields(members), *factor_fields(), *asked):
            self.fields[name] = field
            dress(field.widget)

    def head(self) -> Iterator[BoundField]:
        """When it was, and what the person wishes."""
        return (self[name] for name in ("decided_at", "wish"))

    def seats(self) -> list[Pair]:
        """Who sat there, and what the member held against it."""
        return self._pairs(seat_pairs(self.fields))

    def factors(self) -> list[Pair]:
        """Which way each thing pulls, and the facts."""
        return self._pairs(factor_pairs())

    def asked(self) -> list[Pair]:
        """What is asked of a woman besides, and that it is not known."""
        return self._pairs(asked_pairs(self.fields))

    def decision(self) -> Iterator[BoundField]:
        """What came of it, and why."""
        return (self[name] for name in _DECISION if name in self.fields)

    def clean(self) -> dict[str, Any]:
        """Refuse at its field what was left out, or speaks of what somebody is or believes."""
        said = super().clean()
        for who, dissent in seat_pairs(self.fields):
            self._need_both(who, dissent, also_back=False)
        for one, other in (*factor_pairs(), ("departs_from", "departs_why"), *self._model()):
            self._need_both(one, other)
        if said.get("level", LEAST) != LEAST and not said.get("lower_why"):
            self.add_error("lower_why", _("Write it in a sentence."))
        for name, unknown in asked_pairs(self.fields):
            if not said.get(name) and not said.get(unknown):
                self.add_error(name, _("Write it in a sentence, or say that it is not known."))
        self._need_acts()
        return said

    def _need_both(self, one: str, other: str, *, also_back: bool = True) -> None:
        first, second = self.cleaned_data.get(one), self.cleaned_data.get(other)
        if second and not first:
            self.add_error(one, _("What belongs to it is filled in: fill this in too."))
        if first and not second and also_back:
            self.add_error(other, _("Write it in a sentence."))

    def _need_acts(self) -> None:
        said = self.cleaned_data
        names = ["reasons", *(facts for _weighs, facts in factor_pairs())]
        for name in (*names, *(["lower_why"] if said.get("level") != LEAST else [])):
            try:
                need_act(said.get(name, ""), said.get("besides", ""))
            except BeliefAlone as error:
                self.add_error(name, f"{capfirst(error.what)}. {capfirst(error.remedy)}")

    def _pairs(self, names: Sequence[tuple[str, str]]) -> list[Pair]:
        return [(self[one], self[other]) for one, other in names]

    def _model(self) -> list[tuple[str, str]]:
        return [("model", "model_why")] if "model" in self.fields else []
