"""The forms of a disciplinary case, one for each step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.actions import Part
from throughcare.casework.safety.measure_terms import (
    AppealOutcome,
    CaseOutcome,
    Interpreter,
    LegalHelp,
    MentalFinding,
)
from throughcare.casework.safety.terms import AuthorityRole
from throughcare.web.custody.fields import as_ordered, language, line, one_of, tick
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group
from throughcare.web.safety.words import sanction_choices

_YES_NO = [("", "—"), ("yes", _("yes")), ("no", _("no"))]


class ReportForm(TimedForm):
    """An act of which somebody is accused."""

    past = ("happened_at", "reported_at")
    act = sentence(_("What happened"), required=False)
    rule_broken = line(_("Which rule of the house it breaks"))
    happened_at = Moment(label=_("When it happened"))
    reported_at = Moment(label=_("When it was reported"))
    reporter = line(_("Who reports it"))


class NoticeForm(TimedForm):
    """The person was told of what he or she is accused."""

    past = ("given_at",)
    given_at = Moment(label=_("When the person was told"))
    language = language(_("In which language"))


class MomentForm(TimedForm):
    """A step of which only the moment is written."""

    past = ("done_at",)
    done_at = Moment(label=_("When it was done"))


class MindForm(TimedForm):
    """Whether illness had a part in it, in one word and without a diagnosis."""

    past = ("weighed_at",)
    weighed_at = Moment(label=_("When it was weighed"))
    weighed_by = line(_("Who weighed it"))
    finding = one_of(_("Part of illness or disability in the act"), MentalFinding)


class HearingForm(TimedForm):
    """The hearing."""

    past = ("heard_at",)
    heard_at = Moment(label=_("When the person was heard"))
    person_heard = forms.ChoiceField(label=_("Did the person speak?"), choices=_YES_NO)
    legal_help = one_of(_("With whose help"), LegalHelp)
    interpreter = one_of(_("Interpreter"), Interpreter)


class _Parts(TimedForm):
    """Up to two sanctions of one decision; an empty one is none."""

    sanction = forms.ChoiceField(label=_("Sanction"), required=False, choices=sanction_choices)
    sanction_since = Moment(label=_("Sanction: since when"), required=False)
    sanction_until = Moment(label=_("Sanction: until when"), required=False)
    no_end_why = line(_("Why it has no end"), hint=_("Of a warning: that it is one."))
    separation = forms.ChoiceField(
        label=_("The separation that it is"), required=False,
        help_text=_("Order it first, on disciplinary ground, and choose it here."),
    )  # fmt: skip

    def __init__(self, *words: Any, spells: Any = (), **named: Any) -> None:
        super().__init__(*words, **named)
        field = self.fields["separation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *spells]

    def groups(self) -> Iterator[Group]:
        """In the order in which somebody tells it."""
        return as_ordered(self)


class DecisionForm(_Parts):
    """What a case comes to."""

    past = ("decided_at",)
    decided_at = Moment(label=_("When it was decided"))
    decider = line(_("Who decides"), hint=_("Never who reported it."))
    decider_role = one_of(_("In which office"), AuthorityRole)
    outcome = one_of(_("Decision"), CaseOutcome)
    reasons = sentence(_("Reasons"), required=False)
    collective = tick(_("The whole group is sanctioned for it"))
    field_order = (
        "decided_at", "decider", "decider_role", "outcome", "reasons", "sanction",
        "sanction_since", "sanction_until", "no_end_why", "separation", "collective",
    )  # fmt: skip


class AppealForm(_Parts):
    """What an appeal comes to."""

    past = ("decided_at",)
    decided_at = Moment(label=_("When it was decided"))
    decider = line(_("Who decides"), hint=_("Never who decided before."))
    decider_role = one_of(_("In which office"), AuthorityRole)
    outcome = one_of(_("Decision"), AppealOutcome)
    reasons = sentence(_("Reasons"), required=False)
    field_order = (
        "decided_at", "decider", "decider_role", "outcome", "reasons", "sanction",
        "sanction_since", "sanction_until", "no_end_why", "separation",
    )  # fmt: skip


class QuestionForm(TimedForm):
    """The act is prosecuted, and the person was questioned."""

    past = ("questioned_at", "lawyer_offered_at")
    questioned_at = Moment(label=_("When the person was questioned"))
    lawyer_offered_at = Moment(label=_("When a lawyer was offered"))


class MindKnownForm(TimedForm):
    """Since when an illness of the mind is known, and no more."""

    past = ("since",)
    since = Moment(label=_("Since when"))


def parts_of(said: dict[str, Any]) -> list[Part]:
    """The sanction that was typed; none where nothing was chosen."""
    if not said.get("sanction"):
        return []
    return [
        Part(
            kind=said["sanction"], since=said["sanction_since"] or said["decided_at"],
            until=said["sanction_until"], no_end_why=said["no_end_why"],
            separation_id=said["separation"] or None,
        )
    ]  # fmt: skip
