"""The forms of an observation, of a contact, and of whose personal officer somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.observations.terms import ContactKind, Spot, Tone
from throughcare.casework.observations.values import longest
from throughcare.web.custody.fields import one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.observations.words import Warned, seal_of, warned_of
from throughcare.web.people.forms.acts import Moment, sentence

_IN_REGISTER = gettext_lazy("In a sentence. It stands in the register.")
_SPOKEN = ("behaviour", "meaning")


def _short(label: Any, *, hint: Any = "", rows: int = 2) -> forms.CharField:
    """A short text. No browser cuts it off: what is too long is said, and stays typed."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=False, widget=widget)


def tones() -> list[tuple[str, str]]:
    """The three buttons that save, as values with words."""
    return [(one.value, capfirst(str(one.label))) for one in Tone]


class ObserveForm(TimedForm):
    """Where, and by which button what kind of thing; words if there are any.

    `warnings`: the texts that speak of what somebody is or believes. The form is shown once more
    with them; sent again with the same words it is taken, with a reason or without one.
    """

    past = ()
    tone = forms.ChoiceField(
        choices=Tone.choices, required=True, widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy("Press one of the three buttons below: what was it?")
        },
        label=gettext_lazy("What it was"),
    )  # fmt: skip
    spot = forms.ChoiceField(
        label=gettext_lazy("Where"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose where it was.")},
    )
    behaviour = _short(
        gettext_lazy("What you saw or heard"),
        hint=gettext_lazy("Only what was done or said. The person may read it."),
    )
    meaning = _short(
        gettext_lazy("What it may mean"),
        hint=gettext_lazy("Your thought, apart from what you saw. It may stay empty."),
    )
    seen_at = Moment(
        label=gettext_lazy("When it was, if not now"), required=False,
        help_text=gettext_lazy("What is written hours later is marked as written late."),
    )  # fmt: skip
    kept_why = _short(
        gettext_lazy("Why these words are needed"),
        hint=gettext_lazy("It stands beside the observation."), rows=1,
    )  # fmt: skip
    warned = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)

    def __init__(self, *words: Any, at: Any, **named: Any) -> None:
        super().__init__(*words, at=at, **named)
        spot = self.fields["spot"]
        assert isinstance(spot, forms.ChoiceField)
        spot.choices = [(one.value, capfirst(str(one.label))) for one in Spot]
        self.warnings: list[Warned] = []

    def clean(self) -> dict[str, Any]:
        """Refuse a time ahead; show what warns once."""
        said = super().clean()
        moment = said.get("seen_at")
        if moment is not None and moment > self.at:
            self.add_error("seen_at", _("This time has not come yet."))
        texts = [said.get(name) or "" for name in _SPOKEN]
        most = longest()
        for name in (*_SPOKEN, "kept_why"):
            if len(said.get(name) or "") > most:
                self.add_error(name, _("This is longer than %(most)s signs.") % {"most": most})
        if any(len(text) > most for text in texts):
            return said
        self.warnings = [one for text in texts if (one := warned_of(text)) is not None]
        if self.warnings and said.get("warned") != self.seal:
            self.add_error(None, _("Not saved yet: look at the marked words first."))
        return said

    @property
    def seal(self) -> str:
        """What says that these very words were shown as marked."""
        return seal_of(*(self[name].value() or "" for name in _SPOKEN))


class ContactForm(TimedForm):
    """That one met the person."""

    past = ("met_at",)
    kind = one_of(gettext_lazy("How you met"), ContactKind)
    met_at = Moment(label=gettext_lazy("When you met"))
    words = _short(
        gettext_lazy("What it was about"),
        hint=gettext_lazy(
            "In the person's words. Belief is for the chaplain, health for the nurse."
        ),
    )  # fmt: skip


class OfficerForm(TimedForm):
    """Who becomes the personal officer."""

    officer = forms.ChoiceField(label=gettext_lazy("Who"))
    why = sentence(gettext_lazy("Why"), required=False, rows=2)

    def __init__(self, *words: Any, officers: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["officer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *officers]


class WhyForm(TimedForm):
    """Why something ends or is struck out."""

    why = sentence(gettext_lazy("Reason"), hint=_IN_REGISTER, rows=2)
