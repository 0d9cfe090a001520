"""What was done against the rules of a case: written as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.actions import Went
from throughcare.casework.safety.measure_terms import (
    CaseOutcome,
    Interpreter,
    LegalHelp,
    MentalFinding,
)
from throughcare.casework.safety.terms import AuthorityRole
from throughcare.web.custody.fields import (
    as_ordered,
    found_field,
    language,
    line,
    one_of,
    said_by_field,
    tick,
)
from throughcare.web.custody.movements.forms import TimedForm
from throughcare.web.people.forms.acts import Moment, sentence
from throughcare.web.people.forms.base import Group
from throughcare.web.safety.words import sanction_choices

_HEARD: Final = {"": None, "yes": True, "no": False}
_MOMENTS: Final = (
    "happened_at", "reported_at", "notice_at", "time_waived_at", "investigation_closed_at",
    "mind_weighed_at", "heard_at", "decided_at", "review_told_at", "questioned_at",
    "lawyer_offered_at",
)  # fmt: skip


class WentForm(TimedForm):
    """How a case went, as far as it is known. What stays empty is not known, or was not done."""

    happened_at = Moment(label=_("When it happened"), required=False)
    rule_broken = line(_("Which rule of the house it breaks"))
    reported_at = Moment(label=_("When it was reported"), required=False)
    reporter = line(_("Who reports it"))
    notice_at = Moment(label=_("When the person was told"), required=False)
    notice_language = language(_("In which language"), required=False)
    time_waived_at = Moment(label=_("When the time was waived in writing"), required=False)
    investigation_closed_at = Moment(label=_("When the inquiry was closed"), required=False)
    mind_weighed_at = Moment(label=_("When it was weighed"), required=False)
    mind_weighed_by = line(_("Who weighed it"))
    mind_finding = one_of(
        _("Part of illness or disability in the act"), MentalFinding, required=False
    )
    heard_at = Moment(label=_("When the person was heard"), required=False)
    person_heard = forms.ChoiceField(
        label=_("Did the person speak?"), required=False,
        choices=[("", "—"), ("yes", _("yes")), ("no", _("no"))],
    )  # fmt: skip
    legal_help = one_of(_("With whose help"), LegalHelp, required=False)
    interpreter = one_of(_("Interpreter"), Interpreter, required=False)
    decided_at = Moment(label=_("When it was decided"), required=False)
    decider = line(_("Who decides"))
    decider_role = one_of(_("In which office"), AuthorityRole, required=False)
    outcome = one_of(_("Decision"), CaseOutcome, required=False)
    reasons = sentence(_("Reasons"), required=False)
    review_told_at = Moment(label=_("When the person was told how to appeal"), required=False)
    questioned_at = Moment(label=_("When the person was questioned"), required=False)
    lawyer_offered_at = Moment(label=_("When a lawyer was offered"), required=False)
    found = found_field()
    said_by = said_by_field()

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.past = _MOMENTS

    def groups(self) -> Iterator[Group]:
        """In the order of the case."""
        return as_ordered(self)


class FoundCaseForm(WentForm):
    """A case that nobody could have led so."""

    act = sentence(_("What happened"), required=False)
    field_order = ("act", *(name for name in WentForm.base_fields))


class FoundSanctionForm(TimedForm):
    """A sanction that nobody could have imposed."""

    past = ("imposed_at", "since")
    kind = forms.ChoiceField(label=_("Sanction"), choices=sanction_choices)
    imposed_at = Moment(label=_("When it was imposed"))
    offence = line(_("For which act"))
    reasons = sentence(_("Reasons"), required=False, rows=2)
    since = Moment(label=_("Since when"), required=False)
    until = Moment(label=_("Until when"), required=False)
    decider = line(_("Who decides"))
    decider_role = one_of(_("In which office"), AuthorityRole, required=False)
    collective = tick(_("The whole group is sanctioned for it"))
    found = found_field()
    said_by = said_by_field()


def went(said: dict[str, Any]) -> Went:
    """What was typed, as the actions take it."""
    names = [name for name in WentForm.base_fields if name not in ("found", "said_by")]
    return Went(**{**{name: said[name] for name in names},
                   "person_heard": _HEARD[said["person_heard"]]})  # fmt: skip
