"""The forms of a sharing: what another agency asks for, a second person's word, and the receipt."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.web.assessment.status_forms import BESIDES, ONLY_NEEDED
from throughcare.web.custody.fields import language, line, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence

_KEPT_BACK_WHY = _("Why the person does not learn of it yet")
_KEPT_BACK_HINT = _("The person reads this reason: it must not tell what is kept back.")
_KEPT_BACK_UNTIL = _("Until when the person does not learn of it")


class ShareForm(TimedForm):
    """An agency asks for something about the person."""

    past = ("requested_at",)
    recipient = line(_("Which agency asks for it"))
    requested_at = Moment(label=_("When it was asked for"))
    legal_ground = line(_("Legal basis"))
    purpose = sentence(_("What it is for"), required=False, rows=2)
    content = sentence(
        _("What exactly is handed over"), required=False, rows=4,
        hint=_("Each paper and each sentence. Nothing else goes."),
    )  # fmt: skip
    besides = sentence(BESIDES, required=False, rows=2, hint=ONLY_NEEDED)


class ApproveForm(TimedForm):
    """A second person's word on it."""

    approve = forms.ChoiceField(
        label=_("What you say"),
        choices=[("", "—"), ("yes", _("It may be handed over")), ("no", _("I refuse it"))],
    )
    why = sentence(_("Reasons"), required=False)


class GiveForm(TimedForm):
    """When it was handed over, and who took it."""

    past = ("given_at",)
    given_at = Moment(label=_("When it was handed over"))
    receipt = sentence(
        _("Who took it, and how that is shown"), required=False, rows=2,
        hint=_("Name and office, and the paper that was signed."),
    )  # fmt: skip
    not_told_why = sentence(_KEPT_BACK_WHY, required=False, rows=2, hint=_KEPT_BACK_HINT)
    not_told_until = Moment(label=_KEPT_BACK_UNTIL, required=False)


class TellForm(TimedForm):
    """The person was told of it; or why that waits, and until when."""

    told_at = Moment(label=_("When the person was told"), required=False)
    language = language(_("In which language"), required=False)
    how = one_of(_("How the person was told"), ToldHow, required=False)
    not_told_why = sentence(_KEPT_BACK_WHY, required=False, rows=2, hint=_KEPT_BACK_HINT)
    not_told_until = Moment(label=_KEPT_BACK_UNTIL, required=False)
