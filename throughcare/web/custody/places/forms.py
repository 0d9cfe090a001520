"""What is typed on the pages of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from throughcare.web.custody.places.shown import Person
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import LINE, Group, PageForm

_MOST: Final = 100_000
_SHORT: Final = 40  # signs of a code


def _capacity() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Certified for how many people"), min_value=0, max_value=_MOST, required=False,
        help_text=_("Leave it empty if it is not known."),
    )  # fmt: skip


def _area() -> forms.DecimalField:
    return forms.DecimalField(
        label=_("Floor area in square metres"), min_value=0, max_digits=9, decimal_places=2,
        required=False, help_text=_("The floor on which people live."),
    )  # fmt: skip


def _why() -> forms.CharField:
    return sentence(_("Reason"), hint=_("In a sentence. It stands in the register."))


def _despite() -> forms.CharField:
    return sentence(
        _("Why there, although rules keep these people apart"), required=False,
        hint=_("Only where this page says that a rule is in the way and a reason is enough."),
    )  # fmt: skip


class OpenForm(PageForm):
    """A new place."""

    code = forms.CharField(
        label=_("Code"), max_length=_SHORT,
        help_text=_("Small letters, digits and hyphens, such as 204 or east-2. It stays."),
    )  # fmt: skip
    name = forms.CharField(label=_("Name"), max_length=LINE, required=False)
    capacity = _capacity()
    area = _area()


class ChangeForm(PageForm):
    """What a place is certified for from now on."""

    capacity = _capacity()
    area = _area()
    why = _why()


class BedForm(PageForm):
    """A new bed."""

    code = forms.CharField(
        label=_("What is painted on the bed"), max_length=_SHORT,
        help_text=_("A number or a letter, such as 1 or a."),
    )  # fmt: skip


class BedGoesForm(PageForm):
    """Which bed goes."""

    bed = forms.ChoiceField(label=_("Bed"))
    why = _why()

    def __init__(self, *words: Any, codes: Sequence[str], **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["bed"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *((code, code) for code in codes)]


class CountForm(PageForm):
    """How many people were seen, and when."""

    counted = forms.IntegerField(label=_("How many people you saw"), min_value=0, max_value=_MOST)
    counted_at = Moment(label=_("When they were counted"))
    said = sentence(
        _("What was done about a difference"), required=False,
        hint=_("Needed where more or fewer people were seen than should be there."),
    )  # fmt: skip

    def __init__(self, *words: Any, at: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["counted_at"].initial = timezone.localtime(at)


class MoveForm(PageForm):
    """Where a person goes, since when, why."""

    place = forms.ChoiceField(label=_("New place"))
    since = Moment(label=_("Since when"))
    reason = sentence(_("Why the person moves"), rows=2)
    despite = _despite()

    def __init__(self, *words: Any, at: Any, choices: Sequence[Any], **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["since"].initial = timezone.localtime(at)
        _choose(self.fields["place"], [("", "—"), *choices])


class CorrectForm(MoveForm):
    """Where and when somebody really lay."""

    until = Moment(
        label=_("Until when"), required=False,
        help_text=_("Empty: the person lies there now."),
    )  # fmt: skip
    why = _why()

    field_order = ("place", "since", "until", "reason", "despite", "why")

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["place"].label = _("Where the person really lay")
        self.fields["reason"].required = False

    def groups(self) -> Iterator[Group]:
        """In the order in which somebody tells it."""
        for name in self.field_order:
            yield Group([self[name]])


class SeveralForm(PageForm):
    """A new place for each of several people; who stays is left empty."""

    since = Moment(label=_("Since when"))
    reason = sentence(_("Why they move"), rows=2)
    despite = _despite()

    def __init__(
        self, *words: Any, at: Any, people: Sequence[Person], choices: Sequence[Any], **named: Any
    ) -> None:
        super().__init__(*words, **named)
        self.fields["since"].initial = timezone.localtime(at)
        self.people = people
        for person in people:
            field = forms.ChoiceField(
                required=False, label=person.called.own,
                widget=forms.Select(attrs={"class": "form-select"}),
            )  # fmt: skip
            _choose(field, [("", _("stays")), *choices])
            self.fields[f"to_{person.id}"] = field

    def rows(self) -> Iterator[tuple[Person, Any]]:
        """Each person with the field of the new place."""
        for person in self.people:
            yield person, self[f"to_{person.id}"]

    def chosen(self) -> list[tuple[UUID, str]]:
        """Who moves, and where to."""
        said = self.cleaned_data
        return [(one.id, said[f"to_{one.id}"]) for one in self.people if said.get(f"to_{one.id}")]


class ApartForm(PageForm):
    """Why two people are kept apart, who decided it, until when."""

    other = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Choose the file of the other person.")},
    )
    reason = sentence(
        _("Why they are kept apart"),
        hint=_("Whoever gives places is told that they may not share, and never why."),
    )
    until = Moment(
        label=_("Until when"), help_text=_("It ends by itself and can be decided again.")
    )
    decided_by = forms.CharField(
        label=_("Who decided it"), max_length=LINE, required=False,
        help_text=_("If it was not you."),
    )  # fmt: skip


def _choose(field: Any, choices: Sequence[Any]) -> None:
    field.choices = choices
