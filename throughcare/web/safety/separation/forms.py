"""The other forms of separation: end, review, relief, told, advice, answer, health, conflict."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.terms import (
    Advice,
    Decision,
    Fitness,
    HealthStateKind,
    ReviewOutcome,
    SeparationKind,
    Settlement,
    ToldHow,
)
from throughcare.web.custody.fields import language, line, one_of
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence


class EndForm(TimedForm):
    """When somebody was let out to the others again."""

    past = ("until",)
    until = Moment(label=_("When the person was let out to the others"))
    reason = sentence(_("Why it ended"), required=False, rows=2)


class ReviewForm(TimedForm):
    """What somebody who looked at it came to."""

    past = ("reviewed_at",)
    reviewed_at = Moment(label=_("When it was reviewed"))
    reviewer = line(_("Who reviewed it"), hint=_("Never who ordered it."))
    reviewer_role = line(_("In which office"))
    independent = forms.ChoiceField(
        label=_("Does the reviewer stand outside the chain of who ordered it?"),
        choices=[("", "—"), ("yes", _("yes")), ("no", _("no"))],
    )  # fmt: skip
    outcome = one_of(_("What the review comes to"), ReviewOutcome)
    reasons = sentence(_("Reasons"), required=False, rows=3)
    next_review_at = Moment(label=_("Day of the next review"), required=False)


class ReliefForm(TimedForm):
    """What is done so that it harms less."""

    past = ("planned_at",)
    planned_at = Moment(label=_("When it was planned"))
    measures = sentence(
        _("What is done so that it harms less"), required=False,
        hint=_("Time outside, visits, work, things in the cell."),
    )  # fmt: skip


class ToldForm(TimedForm):
    """When and how somebody was told of an order."""

    past = ("told_at",)
    told_at = Moment(label=_("When the person was told"))
    told_language = language(_("In which language"))
    told_how = one_of(_("How the person was told"), ToldHow)
    how_to_challenge = sentence(
        _("How the person can challenge it"), required=False, rows=2,
        hint=_("Where, until when, and with whose help."),
    )  # fmt: skip


class AdviceForm(TimedForm):
    """What health staff tell the director."""

    past = ("said_at",)
    said_at = Moment(label=_("When the advice was given"))
    advice = one_of(_("Advice"), Advice)
    measures = sentence(
        _("What must change"), required=False,
        hint=_("No diagnosis: the director reads this, and nothing of the health file."),
    )  # fmt: skip
    said_by = line(_("Who advises"))


class AnswerForm(TimedForm):
    """What the director decides, with reasons in writing."""

    past = ("decided_at",)
    decided_at = Moment(label=_("When it was decided"))
    decision = one_of(_("Decision"), Decision)
    reasons = sentence(_("Reasons"), required=False)


class OpinionForm(TimedForm):
    """What health staff say before a separation or at its start."""

    past = ("said_at",)
    said_at = Moment(label=_("When the person was seen"))
    fitness = one_of(_("Opinion"), Fitness)
    words = sentence(_("Remark"), required=False)
    said_by = line(_("Who says it"))


class StateForm(TimedForm):
    """A state of health to which a rule gives protection."""

    past = ("since", "until")
    kind = one_of(_("State of health"), HealthStateKind)
    since = Moment(label=_("Since when"))
    until = Moment(label=_("Until when"), required=False)


class StateEndForm(TimedForm):
    """When a state of health ended."""

    past = ("until",)
    until = Moment(label=_("Until when"))


class SettleForm(TimedForm):
    """Which of two entries is right."""

    outcome = one_of(_("What stands"), Settlement)
    why = sentence(_("Reason"), required=False, rows=2)


class CorrectForm(TimedForm):
    """How and when somebody really was kept apart."""

    past = ("since", "until")
    since = Moment(label=_("Since when"))
    until = Moment(label=_("Until when"), required=False,
                   help_text=_("Empty: the person is still kept apart."))  # fmt: skip
    kind = one_of(_("How the person is kept apart"), SeparationKind)
    why = sentence(_("Why it is corrected"), required=False, rows=2)


class StrikeForm(TimedForm):
    """Why an entry was never so."""

    why = sentence(_("Why it was never so"), rows=2)
