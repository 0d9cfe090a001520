"""The forms of referral and screening: what was done first, what it may mean second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.queries import Referred
from throughcare.casework.assessment.terms import Behaviour, Outcome, SeenHow, Trigger
from throughcare.web.custody.fields import one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.duties.words import moment_words
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group

_ACT = _("What did the person do or say?")
_BESIDES = _("Leaving belief, worship, dress, diet and origin aside: what was done?")
_BESIDES_HINT = _("Only needed where the answer above speaks of one of these.")
_OTHERWISE = _("What else may explain it?")


class OwnForm(TimedForm):
    """A form whose fields depend on the file or on the tool."""

    def groups(self) -> Iterator[Group]:
        """The fields that it has now, in their order."""
        for name in self.fields:
            yield Group([self[name]])


class ReferForm(TimedForm):
    """Something was seen, and the case staff is asked to look."""

    past = ("happened_at",)
    kind = one_of(_("What kind of act"), Behaviour)
    happened_at = Moment(label=_("When it happened"))
    act = sentence(
        _ACT, required=False, rows=4, hint=_("What was seen and heard: who, to whom, where.")
    )
    besides = sentence(_BESIDES, required=False, rows=2, hint=_BESIDES_HINT)
    seen_how = one_of(_("How you know of it"), SeenHow)
    otherwise = sentence(
        _OTHERWISE, required=False, rows=2, hint=_("Debts, fear, illness, a quarrel, a bad day.")
    )
    meaning = sentence(_("What do you think it means?"), required=False, rows=2)
    urgent = tick(_("Somebody may be hurt today"), hint=_("Tell the duty officer as well, now."))


class ScreenForm(OwnForm):
    """Two questions and a reason."""

    past = ("screened_at",)
    trigger = one_of(_("What it answers"), Trigger)
    referrals = forms.MultipleChoiceField(
        label=_("Which referrals it answers"), required=False, choices=(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    act = sentence(_ACT, required=False, rows=3)
    besides = sentence(_BESIDES, required=False, rows=2, hint=_BESIDES_HINT)
    otherwise = sentence(_OTHERWISE, required=False, rows=2)
    outcome = one_of(
        _("What comes next"), Outcome, hint=_("It makes no label and stands on no front page.")
    )
    next_step = sentence(
        _("What will be done, by whom"), required=False, rows=2,
        hint=_("Empty where no further step is needed."),
    )  # fmt: skip
    reasons = sentence(_("Reasons"), required=False)
    screened_at = Moment(label=_("When it was screened"))

    def __init__(self, *words: Any, waiting: Sequence[Referred] = (), **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["referrals"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (str(one.row.id), f"{moment_words(one.row.happened_at)}: {one.row.get_kind_display()}")
            for one in waiting
        ]
        if not waiting:
            del self.fields["referrals"]


class LookForm(TimedForm):
    """A second person's word on a screening."""

    confirm = forms.ChoiceField(
        label=_("What you say"),
        choices=[("", "—"), ("yes", _("I agree")), ("no", _("Look at it again"))],
    )
    why = sentence(_("Reasons"), required=False)


class WhyForm(TimedForm):
    """Only a reason is asked."""

    why = sentence(
        _("Reasons"), required=False, hint=_("In a sentence. It stands in the register.")
    )
