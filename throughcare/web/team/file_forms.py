"""The forms in a file: the person is told, contests, is answered; minutes are corrected."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.team.team_terms import ContestState
from throughcare.web.custody.fields import language, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence


class TellForm(TimedForm):
    """When and how the person was told of the decisions."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))
    how = one_of(_("How the person was told"), ToldHow)


class ContestForm(TimedForm):
    """What the person says, in own words. They are looked through for nothing."""

    past = ("contested_at",)
    words = sentence(_("What the person says, in his or her own words"), rows=6)
    language = language(_("In which language"))
    contested_at = Moment(label=_("When the person said so"))


class AnswerForm(TimedForm):
    """What came of a contest."""

    outcome = one_of(_("What came of it"), ContestState, only={"stays", "again"})
    reasons = sentence(_("Reasons"), hint=_("The person reads them."))


class CorrectForm(TimedForm):
    """How an entry of a closed meeting should read."""

    words = sentence(_("How it should read"), rows=5)
    why = sentence(_("Reasons"), hint=_("In a sentence. It stands in the register."))
