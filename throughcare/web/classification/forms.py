"""The short forms of a board: it is called, it does not decide, its minutes are signed and told."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.board_terms import AppealState, BoardTrigger
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.web.custody.fields import language, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence


class CallForm(TimedForm):
    """A board is called together about a person."""

    trigger = one_of(_("What calls for the board"), BoardTrigger)
    why = sentence(_("Why"), hint=_("In a sentence. It stands in the register."))
    meets_at = Moment(label=_("When the board meets"))


class DissolveForm(TimedForm):
    """A board will not decide."""

    why = sentence(_("Why it does not decide"), hint=_("In a sentence. It stands in the register."))


class SignForm(TimedForm):
    """Another member's word on the minutes."""

    right = forms.ChoiceField(
        label=_("What you say"),
        choices=[
            ("", "—"), ("yes", _("So it was decided: I sign")),
            ("no", _("It was not decided so: I send it back")),
        ],
    )  # fmt: skip
    why = sentence(_("Reasons"), hint=_("In a sentence. It stands in the register."))


class TellForm(TimedForm):
    """When and how the person was told of the level, the reasons and the way to appeal."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))
    how = one_of(_("How the person was told"), ToldHow)


class AppealForm(TimedForm):
    """What the person says, in own words. They are looked through for nothing."""

    past = ("appealed_at",)
    words = sentence(_("What the person says, in his or her own words"), rows=6)
    language = language(_("In which language"))
    appealed_at = Moment(label=_("When the person said so"))


class DecideForm(TimedForm):
    """What came of an appeal."""

    outcome = one_of(_("What came of it"), AppealState, only=set(AppealState.values) - {"waiting"})
    reasons = sentence(_("Reasons"), hint=_("The person reads them."))
