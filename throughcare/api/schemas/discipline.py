"""What comes in of disciplinary cases, step by step, and of those that did not go by the rules."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Form, Line, Moment, Word
from throughcare.api.schemas.measures import HowFound, SaidBy
from throughcare.casework.safety.actions import Part, Went
from throughcare.casework.safety.measure_terms import (
    AppealOutcome,
    CaseOutcome,
    Interpreter,
    LegalHelp,
    MentalFinding,
)
from throughcare.casework.safety.terms import AuthorityRole

Incident = Annotated[
    UUID | None, Field(description="The act, as it stands in the case of another who had a part")
]


class ReportForm(Form):
    """An act of which a person is accused."""

    act: Line
    rule_broken: Line
    happened_at: Moment
    reported_at: Moment
    reporter: Line
    incident: Incident = None
    why: Line = ""


class NoticeForm(Form):
    """That the person was told of the accusation, in a language understood."""

    given_at: Moment
    language: Line


class StepForm(Form):
    """That a step was taken, and when."""

    at: Moment


class MindForm(Form):
    """Whether illness or disability had a part in the act, without a diagnosis."""

    weighed_at: Moment
    weighed_by: Line
    finding: MentalFinding


class HearingForm(Form):
    """Whether the person spoke, with whose help, and whether somebody translated."""

    heard_at: Moment
    person_heard: bool
    legal_help: LegalHelp
    interpreter: Interpreter


class QuestioningForm(Form):
    """The act is prosecuted: when the person was questioned, and offered a lawyer before."""

    questioned_at: Moment
    lawyer_offered_at: Moment


class SanctionPartForm(Form):
    """One part of a decision. `separation`: the separation that it is."""

    kind: Annotated[Word, Field(description="A code of the catalogue of sanctions")]
    since: Moment
    until: Moment | None = None
    no_end_why: Line = ""
    separation: UUID | None = None

    def as_part(self) -> Part:
        """The part as the room takes it."""
        said = self.model_dump(exclude={"separation"})
        return Part(**said, separation_id=self.separation)


Parts = Annotated[list[SanctionPartForm], Field(max_length=20, default_factory=list)]
# The room refuses `prisoner` and health staff with the words of the rule, so the word is open here.
DeciderRole = Annotated[Word, Field(description="director, deputy, disciplinary_body ...")]


class DecisionForm(Form):
    """What a case comes to, and what is imposed. Never by who reported the act."""

    decided_at: Moment
    decider: Line
    decider_role: DeciderRole
    outcome: CaseOutcome
    reasons: Line
    parts: Parts
    collective: Annotated[bool, Field(description="For a group. Nobody may")] = False


class AppealDecisionForm(Form):
    """What an appeal comes to. Never by who decided."""

    decided_at: Moment
    decider: Line
    decider_role: DeciderRole
    outcome: AppealOutcome
    reasons: Line
    parts: Parts


class WentForm(Form):
    """How a case went. What is left out is not known, or was not done."""

    rule_broken: Line = ""
    happened_at: Moment | None = None
    reported_at: Moment | None = None
    reporter: Line = ""
    notice_at: Moment | None = None
    notice_language: Line = ""
    time_waived_at: Moment | None = None
    investigation_closed_at: Moment | None = None
    mind_weighed_at: Moment | None = None
    mind_weighed_by: Line = ""
    mind_finding: MentalFinding | None = None
    heard_at: Moment | None = None
    person_heard: bool | None = None
    legal_help: LegalHelp | None = None
    interpreter: Interpreter | None = None
    decided_at: Moment | None = None
    decider: Line = ""
    decider_role: AuthorityRole | None = None
    outcome: CaseOutcome | None = None
    reasons: Line = ""
    review_told_at: Moment | None = None
    questioned_at: Moment | None = None
    lawyer_offered_at: Moment | None = None

    def as_went(self) -> Went:
        """The case as the room takes it: an unknown word is an empty one there."""
        said: dict[str, Any] = self.model_dump()
        words = ("mind_finding", "legal_help", "interpreter", "decider_role", "outcome")
        return Went(**{**said, **{name: said[name] or "" for name in words}})


class FoundCaseForm(Form):
    """A case that nobody could have led so."""

    act: Line
    went: WentForm
    found: HowFound
    said_by: SaidBy
    incident: Incident = None


class FoundInCaseForm(Form):
    """What was done in a case that stands, against the rules."""

    went: WentForm
    found: HowFound
    said_by: SaidBy


class FoundSanctionForm(Form):
    """A sanction that nobody could have imposed: a blow, a group punished, a second one."""

    kind: Word
    imposed_at: Moment
    case: UUID | None = None
    incident: Incident = None
    offence: Line = ""
    reasons: Line = ""
    since: Moment | None = None
    until: Moment | None = None
    no_end_why: Line = ""
    decider: Line = ""
    decider_role: AuthorityRole | None = None
    collective: bool = False
    found: HowFound
    said_by: SaidBy
