"""To finish a rating, to rate blind as the second, and to agree on a difference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.assess_errors import NotComplete, NotYours
from throughcare.casework.assessment.assess_terms import (
    OPEN,
    Advice,
    AssessmentState,
    Confidence,
    TookPart,
)
from throughcare.casework.assessment.certified import need_trained
from throughcare.casework.assessment.complete import differ, need_all_rated, sound_judgements
from throughcare.casework.assessment.errors import WrongState
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.hold_assessment import (
    hold_assessment,
    need_assessor,
    need_in_custody,
)
from throughcare.casework.assessment.holding import go_to
from throughcare.casework.assessment.models import Assessment, Recommendation, Screening, Source
from throughcare.casework.assessment.tools import tool_of
from throughcare.casework.assessment.words import need_said
from throughcare.casework.people.files import entering
from throughcare.casework.rows.anew import anew


@entering
def finish_rating(
    *, by: Viewer, at: datetime, assessment_id: UUID, judged: Mapping[str, Any], shared: str,
    strengths: str, gaps: str, confidence: Confidence,
) -> Assessment:  # fmt: skip
    """Give the final judgement of the assessor, and what colleagues read of it once approved.

    Every item has an answer, strengths among them; the person was invited; something is to be
    done. A limit among the advice asks for a second rater. Raises NotComplete, NotTrained, NotSaid,
    NotYours, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    need_assessor(row, by)
    instrument = tool_of(row)
    need_trained(by, instrument, at=at)
    need_all_rated(row, instrument, row.assessed_by)
    _need_heard(row)
    _need_sources(row)
    need_said(shared=shared, strengths=strengths, gaps=gaps)
    if confidence not in Confidence.values:
        raise NotComplete(_("how sure you are is not said"), remedy=_("choose one of the list"))
    advice = Recommendation.objects.filter(assessment_id=row.first, stood_until=None)
    kinds = set(advice.values_list("kind", flat=True))
    if not kinds:
        raise NotComplete(
            _("nothing is recommended"), remedy=_("say what would help, before any limit")
        )
    kept = sound_judgements(instrument, judged)
    return go_to(
        holding, row, AssessmentState.RATED, "assessment.rated_whole", judged=kept,
        shared=shared.strip(), strengths=strengths.strip(), gaps=gaps.strip(),
        confidence=confidence, rated_at=at,
        needs_second=row.needs_second or Advice.LIMIT in kinds,
    )  # fmt: skip


@entering
def begin_second_rating(*, by: Viewer, at: datetime, assessment_id: UUID) -> Assessment:
    """Rate as the second, without seeing what the first rated. Never the assessor or the screener.

    Raises SameHand, NotTrained, NotYours, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    need_trained(by, tool_of(row), at=at)
    if row.second_by:
        raise NotYours(_("a second rater has begun already"), remedy=_("let that colleague finish"))
    need_other_hand(by, "second_rate", did="rate", account=row.assessed_by)
    need_not_screener(row, by, "second_rate")
    if row.state not in OPEN:
        raise WrongState(
            _("this is over: no such step is left"), remedy=_("look at it as it stands now")
        )
    return go_to(holding, row, row.state, "assessment.second_began", second_by=str(by.account))


@entering
def finish_second_rating(
    *, by: Viewer, at: datetime, assessment_id: UUID, judged: Mapping[str, Any]
) -> Assessment:
    """Give the second final judgement. From here on both raters see both.

    Raises NotComplete, NotTrained, NotYours, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    if row.second_by != str(by.account):
        raise NotYours(
            _("you are not the second rater"), remedy=_("begin as the second rater first")
        )
    instrument = tool_of(row)
    need_trained(by, instrument, at=at)
    need_all_rated(row, instrument, row.second_by)
    kept = sound_judgements(instrument, judged)
    # Compared on a fresh row: the one that ends here goes into the register as it stood.
    differs = differ(anew(row, second_judged=kept), instrument)
    return go_to(
        holding, row, AssessmentState.COMPARED, "assessment.rated_twice",
        second_judged=kept, second_at=at, differs=differs,
    )  # fmt: skip


@entering
def write_consensus(*, by: Viewer, at: datetime, assessment_id: UUID, text: str) -> Assessment:
    """Say what the two raters make of their difference. Both ratings are kept beside it.

    Raises NotSaid, NotYours, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    if str(by.account) not in (row.assessed_by, row.second_by):
        raise NotYours(
            _("the consensus is the word of the two raters"), remedy=_("let one of them write it")
        )
    need_said(text=text)
    if row.state != AssessmentState.COMPARED:
        raise WrongState(
            _("both have not rated yet"), remedy=_("write it when both ratings are finished")
        )
    return go_to(
        holding, row, AssessmentState.COMPARED, "assessment.consensus", consensus=text.strip()
    )


def _need_heard(row: Assessment) -> None:
    if row.took_part == TookPart.NOT_ASKED:
        raise NotComplete(
            _("the prisoner was not invited yet"),
            remedy=_("invite the person, and write down whether he or she took part"),
        )


def _need_sources(row: Assessment) -> None:
    if not Source.objects.filter(assessment_id=row.first, stood_until=None).exists():
        raise NotComplete(
            _("no source is written down: nobody can see what this stands on"),
            remedy=_("write down whom you asked and what you read, each with its day"),
        )


def need_not_screener(row: Assessment, by: Viewer, act: str) -> None:
    """Refuse who screened the person for this assessment. Raises SameHand."""
    if row.screening_id is not None:
        screened = Screening.objects.filter(id=row.screening_id).first()
        if screened is not None:
            need_other_hand(by, act, did="screen", account=screened.proposed_by)
