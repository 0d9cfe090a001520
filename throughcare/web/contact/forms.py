"""The forms of contact on a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.contact.terms import (
    Agreed,
    Kind,
    Outcome,
    RefusalGround,
    VisitorSearch,
    Whom,
)
from throughcare.web.custody.fields import as_ordered, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group

_OF_A_WOMAN = ("agreed", "agreed_at")


class ContactForm(TimedForm):
    """One contact: what, with whom, when, and what became of it. Nothing of what was said."""

    past = ("happened_at", "agreed_at", "searched_at", "consent_at")
    kind = one_of(_("Kind of contact"), Kind, hint=_("Nothing of lawyers, doctors or consuls."))
    whom = one_of(_("With whom"), Whom)
    approved = forms.ChoiceField(
        label=_("Which contact of the file"), required=False,
        help_text=_("Only where it was one of these."),
    )  # fmt: skip
    happened_at = Moment(label=_("When"), help_text=_("When it took place, or was to take place."))
    outcome = one_of(_("What became of it"), Outcome)
    agreed = one_of(
        _("Did she say that this visitor may come?"), Agreed, required=False,
        hint=_("Asked of a woman before each visit (Bangkok Rule 44)."),
    )  # fmt: skip
    agreed_at = Moment(label=_("When she agreed"), required=False)
    ground = one_of(
        _("Ground of the refusal"), RefusalGround, required=False,
        hint=_("Only where the prison refused."),
    )  # fmt: skip
    refused_why = sentence(
        _("Why the prison refused"), required=False, rows=2, hint=_("In a sentence.")
    )
    refused_until = Moment(
        label=_("Until when it is refused"), required=False,
        help_text=_("No refusal is without an end."),
    )  # fmt: skip
    search = one_of(
        _("How the visitor was searched"), VisitorSearch, required=False,
        hint=_("Empty where nobody was searched."),
    )  # fmt: skip
    searched_at = Moment(label=_("When the visitor was searched"), required=False)
    consent_at = Moment(
        label=_("When the visitor consented to the search"), required=False,
        help_text=_("Empty where nobody asked. Whoever withdraws consent may be refused entry."),
    )  # fmt: skip
    child_visitor = tick(_("A child was searched"))

    def __init__(
        self, *words: Any, woman: bool, approved: Sequence[tuple[str, str]], **named: Any
    ) -> None:
        super().__init__(*words, **named)
        field = self.fields["approved"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *approved]
        gone = [*(() if woman else _OF_A_WOMAN), *(() if approved else ("approved",))]
        for name in gone:
            del self.fields[name]

    def groups(self) -> Iterator[Group]:
        """Each field by itself: only those that are asked of this person."""
        return as_ordered(self)


class StrikeForm(TimedForm):
    """What was written was never so."""

    why = sentence(_("Why it was never so"), hint=_("In a sentence. It stands in the register."))
