"""The forms of a status: it has a ground, an end, and two people who answer for it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.assessment.assess_terms import AssessmentContestState
from throughcare.casework.assessment.status_terms import ContestState, StatusKind, ToldHow
from throughcare.web.custody.fields import language, line, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence

BESIDES = _("Leaving belief, worship, dress, diet and origin aside: what was done?")
ONLY_NEEDED = _("Only needed where the answer above speaks of one of these.")


class ProposeForm(TimedForm):
    """A status is proposed. A second person confirms it; it ends by itself."""

    kind = one_of(_("Which of the three"), StatusKind, hint=_("They are never merged."))
    legal_basis = line(_("Legal basis"))
    evidence = sentence(_("Evidence"), required=False, hint=_("What was done, seen by whom."))
    besides = sentence(BESIDES, required=False, rows=2, hint=ONLY_NEEDED)
    reasons = sentence(_("Reasons"), required=False)
    owner_office = line(_("Which office answers for it"))
    since = Moment(label=_("Since when"))
    review_at = Moment(label=_("Day of the review"))
    expires_at = Moment(
        label=_("Until when"), help_text=_("It ends by itself then, at most six months on.")
    )


class RenewForm(TimedForm):
    """A status goes on, for new evidence and by two other people."""

    new_evidence = sentence(
        _("New evidence"), required=False, hint=_("What was not known when it began.")
    )
    besides = sentence(BESIDES, required=False, rows=2, hint=ONLY_NEEDED)
    reasons = sentence(_("Reasons"), required=False)
    owner_office = line(_("Which office answers for it"))
    review_at = Moment(label=_("Day of the review"))
    expires_at = Moment(label=_("Until when"), help_text=_("It ends by itself then."))


class TellForm(TimedForm):
    """When and how the person was told of a status."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))
    how = one_of(_("How the person was told"), ToldHow)
    withheld_why = sentence(_("Why something is kept back"), required=False, rows=2)
    withheld_until = Moment(label=_("When that is looked at again"), required=False)


class ContestForm(TimedForm):
    """What the person says, in own words. They are looked through for nothing."""

    past = ("contested_at",)
    words = sentence(_("What the person says, in his or her own words"), required=False, rows=6)
    language = language(_("In which language"))
    contested_at = Moment(label=_("When the person said so"))


class DecideForm(TimedForm):
    """What came of a contest of a status."""

    outcome = one_of(
        _("What came of it"), ContestState, only=set(ContestState.values) - {"waiting"}
    )
    until = Moment(label=_("The earlier end"), required=False)
    reasons = sentence(_("Reasons"), required=False)


class LookAgainForm(TimedForm):
    """What came of a contest of an assessment."""

    outcome = one_of(
        _("What came of it"), AssessmentContestState,
        only=set(AssessmentContestState.values) - {"waiting"},
    )  # fmt: skip
    reasons = sentence(_("Reasons"), required=False)


class ToldForm(TimedForm):
    """What the person was told of an assessment, and what is kept back."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))
    how = one_of(_("How the person was told"), ToldHow)
    summary = sentence(_("What the person was told, in plain words"), required=False, rows=6)
    comment = sentence(_("What the person says to it"), required=False, rows=3)
    withheld = sentence(
        _("What is kept back"), required=False, rows=2,
        hint=_("The person reads that a part is kept back, and not these words."),
    )  # fmt: skip
    withheld_why = sentence(
        _("Why it is kept back"), required=False, rows=2,
        hint=_("The person reads this reason: it must not tell what is kept back."),
    )  # fmt: skip
    withheld_by = line(_("Who decided that"))
    withheld_review = forms.DateField(
        label=_("When that is looked at again"), required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "dir": "ltr"}),
    )  # fmt: skip
