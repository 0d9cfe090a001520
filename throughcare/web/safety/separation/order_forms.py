"""What an order of separation says: asked for when it is given, found, continued or corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.actions import OrderWords
from throughcare.casework.safety.queries import lawful_exceptions
from throughcare.casework.safety.terms import AuthorityRole, Ground, SeparationKind, ToldHow
from throughcare.web.custody.fields import found_field, language, line, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group

_WHY = ("ground", "reasons", "alternatives_tried", "legal_ground", "only_sentence_or_offence")
_WHO = ("authority", "authority_role", "made_at")
_UNTIL = ("valid_from", "end_at", "review_at", "lawful_exception")
_TOLD = ("told_at", "told_language", "told_how", "how_to_challenge")
_WORDS = (*_WHY, *_WHO, *_UNTIL, *_TOLD)


class OrderForm(TimedForm):
    """The words of an order. What is missing is refused by the room, in the words of the rule."""

    past: tuple[str, ...] = ("made_at", "told_at")
    ground = one_of(_("Ground"), Ground)
    reasons = sentence(_("Reasons"), required=False, rows=2,
                       hint=_("What the person did or needs now. Not the sentence."))  # fmt: skip
    alternatives_tried = sentence(_("What was tried before"), required=False, rows=2)
    legal_ground = line(_("Article of the law"))
    only_sentence_or_offence = tick(
        _("The only ground is the sentence, or the crime the person is held for")
    )
    authority = line(_("Who orders it"), hint=_("Name."))
    authority_role = one_of(_("In which office"), AuthorityRole)
    made_at = Moment(label=_("When it was ordered"))
    valid_from = Moment(label=_("From when the order holds"))
    end_at = Moment(label=_("End of the order"), required=False)
    review_at = Moment(label=_("Day of the review"), required=False)
    lawful_exception = forms.ChoiceField(
        label=_("Exception of the country's law"), required=False,
        help_text=_("It stays a breach of the rule, and the inspector sees it."),
    )  # fmt: skip
    told_at = Moment(label=_("When the person was told"), required=False)
    told_language = language(_("In which language"), required=False)
    told_how = one_of(_("How the person was told"), ToldHow, required=False)
    how_to_challenge = sentence(
        _("How the person can challenge it"), required=False, rows=2,
        hint=_("Where, until when, and with whose help."),
    )  # fmt: skip
    hidden_here: tuple[str, ...] = ()

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name in self.hidden_here:
            del self.fields[name]
        exceptions = lawful_exceptions()
        if exceptions:
            field = self.fields["lawful_exception"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "—"), *((one.name, one.says) for one in exceptions.values())]
        else:
            del self.fields["lawful_exception"]

    def first(self) -> Sequence[str]:
        """The fields that stand before all others."""
        return ()

    def last(self) -> Sequence[str]:
        """The fields that stand after all others."""
        return ()

    def groups(self) -> Iterator[Group]:
        """In the order in which somebody tells it; how the person was told may come later."""
        yield from (Group([self[name]]) for name in self.first() if name in self.fields)
        for legend, names, hint in (
            (_("Why"), _WHY, ""), (_("By whom"), _WHO, ""), (_("Until when"), _UNTIL, ""),
            (_("How the person was told"), _TOLD, _("May stay empty until the person was told.")),
        ):  # fmt: skip
            yield Group([self[name] for name in names if name in self.fields], legend, hint)
        yield from (Group([self[name]]) for name in self.last() if name in self.fields)


class FirstOrderForm(OrderForm):
    """A separation that begins, and the cell it is in for who may give cells."""

    past = ("since", "made_at", "told_at")
    hidden_here = ("valid_from", "made_at")
    since = Moment(label=_("Since when"))
    kind = one_of(_("How the person is kept apart"), SeparationKind)
    place = forms.ChoiceField(
        label=_("Move to another cell"), required=False,
        help_text=_("In the same step. Leave it empty if the person stays or lies there already."),
    )  # fmt: skip
    despite = sentence(
        _("Why there, although rules keep these people apart"), required=False, rows=2
    )

    def __init__(self, *words: Any, choices: Sequence[Any] | None = None, **named: Any) -> None:
        super().__init__(*words, **named)
        if choices is None:
            del self.fields["place"]
            del self.fields["despite"]
            return
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("stays where the person lies")), *choices]
        if not self.data.get("place"):
            del self.fields["despite"]

    def first(self) -> Sequence[str]:
        """When, how, and where."""
        return ("since", "kind", "place", "despite")


class NextOrderForm(OrderForm):
    """Another order for a separation that goes on."""

    past = ("made_at", "told_at")
    hidden_here = ("valid_from",)


class FoundForm(OrderForm):
    """A separation that was found; the order is written only as far as there was one."""

    past = ("since", "until", "told_at")
    hidden_here = ("valid_from",)
    since = Moment(label=_("Since when"))
    until = Moment(label=_("Until when"), required=False,
                   help_text=_("Empty: the person is still kept apart."))  # fmt: skip
    kind = one_of(_("How the person is kept apart"), SeparationKind)
    found = found_field()
    ordered = tick(_("There was an order; it is written below as far as it is known"))

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name in ("ground", "authority_role", "made_at"):
            self.fields[name].required = False

    def first(self) -> Sequence[str]:
        """What was found, then whether there was an order."""
        return ("since", "until", "kind", "found", "ordered")

    def clean(self) -> dict[str, Any]:
        """An order that there was had a ground, and somebody gave it."""
        said = super().clean()
        if said.get("ordered"):
            for name in ("ground", "authority_role"):
                if not said.get(name):
                    self.add_error(name, _("Choose what comes nearest."))
        return said


class FoundOrderForm(OrderForm):
    """An order that was given, though it could not have been."""

    past = ("made_at", "told_at")
    found = found_field()

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["valid_from"].required = False

    def first(self) -> Sequence[str]:
        """How it became known."""
        return ("found",)


class CorrectOrderForm(OrderForm):
    """An order as it should read."""

    why = sentence(_("Why it is corrected"), required=False, rows=2)

    def last(self) -> Sequence[str]:
        """The reason, which stands in the register."""
        return ("why",)


def words_of_form(said: dict[str, Any], **more: Any) -> OrderWords:
    """What was typed, as the actions take it."""
    typed = {name: said[name] for name in _WORDS if name in said}
    return OrderWords(**{**typed, **more})


def kind_words(kind: str) -> str:
    """A kind of separation in words."""
    known = {one.value: one.label for one in SeparationKind}
    return capfirst(str(known.get(kind, kind)))
