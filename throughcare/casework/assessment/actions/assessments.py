"""To begin an assessment, to write down how the prisoner took part, and to stop it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.assess_errors import NoSuchTool, OpenAlready
from throughcare.casework.assessment.assess_terms import AssessmentState, Purpose, TookPart
from throughcare.casework.assessment.certified import need_trained
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.extent import (
    domains_of,
    extent_for,
    need_no_child,
    needs_second,
)
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.hold_assessment import (
    hold_assessment,
    hold_psychology,
    need_assessor,
)
from throughcare.casework.assessment.holding import go_to
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.models import Assessment, Screening
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.terms import ScreeningState
from throughcare.casework.assessment.tools import tool
from throughcare.casework.assessment.words import need_said
from throughcare.casework.people.files import Holding, entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put


@entering
def begin_assessment(
    *, by: Viewer, at: datetime, person_id: UUID, purpose: Purpose, legal_basis: str, tool_id: str
) -> Assessment:  # fmt: skip
    """Begin to assess somebody with a tool that one is certified for. The purpose is one question.

    Whoever is not tried is asked about needs, health and safety alone. Raises NotTrained, NoTool,
    NoSuchTool, SameHand, OpenAlready, NotSaid, NotThere, Refused.
    """
    holding = hold_psychology(person_id, by=by, at=at)
    if purpose not in Purpose.values:
        raise NotSaid(
            _("the purpose is not of the list"), remedy=_("choose which question is asked")
        )
    need_said(legal_basis=legal_basis)
    instrument = tool(tool_id)
    need_no_child(holding.person.id, at=at)
    need_trained(by, instrument, at=at)
    screening = _screening(holding)
    if screening is not None:
        need_other_hand(by, "rate", did="screen", account=screening.proposed_by)
    extent = extent_for(holding.person.id, at=at)
    _need_something_to_ask(instrument, extent)
    row = Assessment(
        state=begins_as(Assessment.kind_of_judgement), purpose=purpose, extent=extent,
        legal_basis=legal_basis.strip(), screening_id=screening.first if screening else None,
        tool=instrument.id, tool_version=instrument.version, tool_language=instrument.language,
        tool_digest=instrument.digest, assessed_by=str(by.account), begun_at=at,
        needs_second=needs_second(holding.person.id, instrument, at=at),
    )  # fmt: skip
    with refusing({"assessment_one_is_open": _open_already()}):
        return put(holding, row, event="assessment.begun", happened_at=at)


@entering
def write_participation(
    *, by: Viewer, at: datetime, assessment_id: UUID, took_part: TookPart, own_view: str = "",
    helped_by: str = "",
) -> Assessment:  # fmt: skip
    """Write down whether the prisoner took part, and what he or she says. Nobody is asked why not.

    `helped_by`: interpreter or support person. Raises NotSaid, NotYours, WrongState, NotThere.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_assessor(row, by)
    if took_part not in TookPart.values or took_part == TookPart.NOT_ASKED:
        raise NotSaid(
            _("whether the person took part is not said"), remedy=_("choose one of the list")
        )
    return go_to(
        holding, row, AssessmentState.PREPARING, "assessment.person_heard", took_part=took_part,
        own_view=own_view.strip(), helped_by=helped_by.strip(),
    )  # fmt: skip


@entering
def stop_assessment(*, by: Viewer, at: datetime, assessment_id: UUID, why: str) -> Assessment:
    """Stop an assessment: the person left, turned out to be a child, or the tool has gone.

    What was written stays readable. Raises NoReason, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at, why=why)
    need_reason(why)
    return go_to(
        holding, row, AssessmentState.STOPPED, "assessment.stopped", stopped_why=why.strip()
    )


def _screening(holding: Holding) -> Screening | None:
    """The latest screening that was confirmed, which is not the assessor's own. None: none was."""
    rows = rows_of(Screening, holding.person.id, known_at=holding.at)
    return rows.filter(state=ScreeningState.CONFIRMED).order_by("-screened_at", "-id").first()


def _need_something_to_ask(instrument: Instrument, extent: str) -> None:
    if not domains_of(instrument, extent):
        raise NoSuchTool(
            _("this tool has nothing that somebody not yet tried may be asked"),
            remedy=_("choose a tool for needs and health"),
        )


def _open_already() -> OpenAlready:
    return OpenAlready(
        _("an assessment of this person is open already"),
        remedy=_("go on with it as the second rater, or let it be stopped with a reason"),
    )
