"""Two people of whom something was feared: one file kept as the rules ask, one carelessly."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Weighed
from throughcare.casework.assessment.assess_terms import (
    Advice,
    Confidence,
    Purpose,
    Reliability,
    SourceKind,
    TookPart,
)
from throughcare.casework.assessment.board_terms import FactorKind, Level, Model, Weighs
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.models import Assessment, Status
from throughcare.casework.assessment.status_terms import StatusKind, ToldHow
from throughcare.casework.assessment.terms import Behaviour, Outcome, SeenHow, Trigger
from throughcare.casework.assessment.tools import scales_of, tool
from throughcare.demo.acted import boards
from throughcare.demo.acted.cast import BEGAN, DAY, Cast

TOOL: Final = "tc-generic"
_ACT: Final = "Told two men of the wing that they would be beaten unless they joined in."
_ELSE: Final = "A quarrel over debts that had gone on since the week before."
_LAW: Final = "Prison Act of Talaria, article 9 (invented)"
_JUDGED: Final[dict[str, Any]] = {
    "formulation": "Debts began it; a new wing set it off; contact with a sister helps.",
    "scenarios": ["Another threat over debts; less likely with mediation."],
    "immediate_safety_concern": "none seen",
    "support_and_supervision_level": "ordinary",
    "confidence": "moderate",
}
_SHARED: Final[dict[str, Any]] = {
    "shared": "Threats began over debts.", "strengths": "Works steadily; a sister visits.",
    "gaps": "Nothing is known of the years before 2020.", "confidence": Confidence.MODERATE,
}  # fmt: skip


def rightly(cast: Cast, person: UUID, where: str) -> None:
    """Referral, screening, two raters, a status with an end, all told, and a board after it."""
    at = cast.on - BEGAN + 3 * DAY
    _screened(cast, person, at)
    _assessed(cast, person, at + 6 * DAY)
    row = _status(cast, person, at + 20 * DAY)
    _told(cast, row, row.since + DAY)
    boards.board(
        cast, person, at=row.since + 4 * DAY, level=Level.MEDIUM, model=Model.INTEGRATION,
        model_why="One threat, no group; the work and the teacher are in the ordinary unit.",
        factors=(
            Weighed(kind=FactorKind.PRESSURE, weighs=Weighs.MORE, words=_ACT),
            Weighed(kind=FactorKind.CONDUCT, weighs=Weighs.LESS, words="No threat since then."),
        ),
    )  # fmt: skip
    _shared(cast, person, row.since + 20 * DAY)


def carelessly(cast: Cast, person: UUID) -> None:
    """A status on a charge alone, told to nobody, that nobody looked at again."""
    at = cast.on - BEGAN + 9 * DAY
    row = actions.propose_status(
        by=cast.viewer("manager", at), at=at, person_id=person, kind=StatusKind.CHARGED,
        legal_basis=_LAW, evidence="The judgment, page 3.",
        reasons="Convicted of having kept explosives for others.", owner_office="Case office",
        since=at, review_at=at + 40 * DAY, expires_at=at + 100 * DAY,
    )  # fmt: skip
    late = at + 9 * DAY
    actions.confirm_status(
        by=cast.viewer("colleague", late), at=late, status_id=row.id, confirm=True,
        why="The judgment was read.",
    )  # fmt: skip


def convicted(cast: Cast, person: UUID) -> None:
    """A status on a judgment that holds, told, of somebody who will be released soon."""
    at = cast.on - 85 * DAY
    row = actions.propose_status(
        by=cast.viewer("manager", at), at=at, person_id=person, kind=StatusKind.CHARGED,
        legal_basis=_LAW, evidence="The judgment, pages 2 to 6.",
        reasons="Convicted of having kept money for those who planned an attack.",
        owner_office="Case office", since=at, review_at=at + 88 * DAY, expires_at=at + 170 * DAY,
    )  # fmt: skip
    actions.confirm_status(
        by=cast.viewer("colleague", at + DAY), at=at + DAY, status_id=row.id, confirm=True,
        why="The judgment was read.",
    )  # fmt: skip
    _told(cast, row, at + 2 * DAY)


def _screened(cast: Cast, person: UUID, at: datetime) -> None:
    seen = actions.refer(
        by=cast.viewer("security", at), at=at, person_id=person, kind=Behaviour.PRESSURE,
        happened_at=at - timedelta(hours=2), seen_how=SeenHow.SELF, act=_ACT, otherwise=_ELSE,
    )  # fmt: skip
    row = actions.screen(
        by=cast.viewer("colleague", at + 2 * DAY), at=at + 2 * DAY, person_id=person,
        trigger=Trigger.REFERRAL, act=_ACT, otherwise=_ELSE, outcome=Outcome.FULL,
        reasons="Two men say the same, each alone.", screened_at=at + 2 * DAY,
        next_step="The psychologist begins within a week.", referrals=[seen.id],
    )  # fmt: skip
    actions.look_at_screening(
        by=cast.viewer("third", at + 3 * DAY), at=at + 3 * DAY, screening_id=row.id, confirm=True,
        why="Both accounts were read.",
    )  # fmt: skip


def _assessed(cast: Cast, person: UUID, at: datetime) -> None:
    me, second = cast.viewer("psychologist", at), cast.viewer("rater", at)
    row = actions.begin_assessment(
        by=me, at=at, person_id=person, purpose=Purpose.PLAN, legal_basis=_LAW, tool_id=TOOL
    )
    _rated(row, me, at)
    actions.write_participation(
        by=me, at=at, assessment_id=row.id, took_part=TookPart.TOOK_PART,
        own_view="I was angry about the money. I would not do it again.",
    )  # fmt: skip
    actions.recommend(
        by=me, at=at, assessment_id=row.id, kind=Advice.HELP, what="Mediation about the debts",
        reason="Debts began it.", owner="case manager", due=(at + 60 * DAY).date(),
    )  # fmt: skip
    row = actions.finish_rating(by=me, at=at, assessment_id=row.id, judged=_JUDGED, **_SHARED)
    if row.needs_second:
        actions.begin_second_rating(by=second, at=at + DAY, assessment_id=row.id)
        _rated(row, second, at + DAY)
        row = actions.finish_second_rating(
            by=second, at=at + DAY, assessment_id=row.id, judged=_JUDGED
        )
    later = at + 3 * DAY
    actions.approve_assessment(
        by=cast.viewer("approver", later), at=later, assessment_id=row.id,
        why="Evidence and judgement fit.",
    )  # fmt: skip
    actions.tell_assessment(
        by=cast.viewer("psychologist", later + DAY), at=later + DAY, assessment_id=row.id,
        told_at=later + DAY, language="en", how=ToldHow.BOTH,
        summary="You threatened two men over money. Mediation would help. You may say what you "
        "think of this.", comment="The men lied about the second time.",
    )  # fmt: skip


def _rated(row: Assessment, by: Any, at: datetime) -> None:
    """Every item answered with the first word of its scale."""
    instrument = tool(TOOL)
    for kind in (SourceKind.INTERVIEW, SourceKind.OBSERVATION):
        actions.add_source(
            by=by, at=at, assessment_id=row.id, kind=kind, what="An hour's talk.",
            dated=at.date(), reliability=Reliability.FIRST_HAND,
        )  # fmt: skip
    for item, scale in scales_of(instrument, domains_of(instrument, row.extent)).items():
        actions.rate(
            by=by, at=at, assessment_id=row.id, item=item, code=scale.levels[0], sources=[],
            evidence="",
        )  # fmt: skip


def _status(cast: Cast, person: UUID, at: datetime) -> Status:
    row = actions.propose_status(
        by=cast.viewer("manager", at), at=at, person_id=person, kind=StatusKind.ASSESSED,
        legal_basis=_LAW, evidence=_ACT, reasons="Two accounts agree, and it was planned.",
        owner_office="Case office", since=at, review_at=at + 85 * DAY, expires_at=at + 170 * DAY,
    )  # fmt: skip
    return actions.confirm_status(
        by=cast.viewer("colleague", at + DAY), at=at + DAY, status_id=row.id, confirm=True,
        why="The two accounts were read again.",
    )  # fmt: skip


def _told(cast: Cast, row: Status, at: datetime) -> None:
    actions.tell_status(
        by=cast.viewer("manager", at), at=at, status_id=row.id, told_at=at, how=ToldHow.BOTH,
        language="en",
    )  # fmt: skip


def _shared(cast: Cast, person: UUID, at: datetime) -> None:
    row = actions.propose_sharing(
        by=cast.viewer("manager", at), at=at, person_id=person, recipient="Probation service",
        requested_at=at - DAY, legal_ground=_LAW, purpose="To prepare the months after release.",
        content="That mediation about debts goes on, and with whom.",
    )  # fmt: skip
    row = actions.approve_sharing(
        by=cast.viewer("colleague", at + DAY), at=at + DAY, sharing_id=row.id, approve=True,
        why="It says no more than is needed.",
    )  # fmt: skip
    row = actions.give_sharing(
        by=cast.viewer("manager", at + 2 * DAY), at=at + 2 * DAY, sharing_id=row.id,
        given_at=at + 2 * DAY, receipt="Received by the duty officer of the service.",
    )  # fmt: skip
    actions.tell_sharing(
        by=cast.viewer("manager", at + 3 * DAY), at=at + 3 * DAY, sharing_id=row.id,
        told_at=at + 3 * DAY, how=ToldHow.ORAL, language="en",
    )  # fmt: skip
