"""To write down sources, ratings with their evidence, and what should be done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.assess_errors import BadRating
from throughcare.casework.assessment.assess_terms import Advice, Reliability, SourceKind
from throughcare.casework.assessment.certified import need_trained
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.hold_assessment import (
    hold_assessment,
    need_in_custody,
    need_rater,
)
from throughcare.casework.assessment.instruments.scale import Rating as Level
from throughcare.casework.assessment.instruments.scale import Scale
from throughcare.casework.assessment.models import Assessment, Rating, Recommendation, Source
from throughcare.casework.assessment.tools import scales_of, tool_of
from throughcare.casework.assessment.words import need_act, need_said
from throughcare.casework.people.files import entering
from throughcare.casework.rows.writing import put

# A level above the first cites so many sources, or says that it has one alone. Domain file, 5.
_SOURCES: Final = 2


@entering
def add_source(
    *, by: Viewer, at: datetime, assessment_id: UUID, kind: SourceKind, what: str, dated: date,
    reliability: Reliability,
) -> Source:  # fmt: skip
    """Write down what was consulted. Raises NotSaid, NotYours, WrongState, NotThere, Refused."""
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    need_rater(row, by)
    need_said(what=what)
    if kind not in SourceKind.values or reliability not in Reliability.values:
        raise NotSaid(
            _("the kind of source, or how reliable it is, is not of the list"),
            remedy=_("choose one of each"),
        )
    if dated > at.date():
        raise NotSaid(_("the source has a day in the future"), remedy=_("look at the day"))
    source = Source(
        assessment_id=row.first, kind=kind, what=what.strip(), dated=dated, reliability=reliability
    )
    return put(holding, source, event="assessment.source_added", happened_at=at)


@entering
def rate(
    *, by: Viewer, at: datetime, assessment_id: UUID, item: str, code: str, evidence: str = "",
    besides: str = "", sources: Collection[UUID] = (), single_source: bool = False,
) -> Rating:  # fmt: skip
    """Answer one item, or answer it anew. "Not enough information" is an answer like any other.

    A level above the first stands on two sources, or says that it has one alone; a sanitised
    statement is never all that it stands on. Raises BadRating, NotTrained, BeliefAlone, NotYours,
    WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    need_rater(row, by)
    instrument = tool_of(row)
    need_trained(by, instrument, at=at)
    level = _level(scales_of(instrument, domains_of(instrument, row.extent)).get(item), code)
    need_act(evidence, besides)
    if level is not None:
        need_said(evidence=evidence)
        _need_sources(row, sources, single_source)
    me = str(by.account)
    before = Rating.objects.filter(
        assessment_id=row.first, rater=me, item=item, stood_until=None
    ).first()
    rating = Rating(
        assessment_id=row.first, rater=me, item=item, code=code, evidence=evidence.strip(),
        sources=sorted(set(sources)), single_source=single_source,
    )  # fmt: skip
    return put(holding, rating, event="assessment.rated", happened_at=at, replaces=before)


@entering
def recommend(
    *, by: Viewer, at: datetime, assessment_id: UUID, kind: Advice, what: str, reason: str,
    owner: str, due: date, lesser: str = "",
) -> Recommendation:  # fmt: skip
    """Say what should be done. A limit also says what less was considered.

    Raises NotSaid, NotYours, WrongState, NotThere, Refused.
    """
    holding, row = hold_assessment(assessment_id, by=by, at=at)
    need_in_custody(holding)
    need_rater(row, by)
    need_said(what=what, reason=reason, owner=owner)
    if kind not in Advice.values:
        raise NotSaid(_("it is neither help nor a limit"), remedy=_("choose one of the two"))
    if kind == Advice.LIMIT:
        need_said(lesser=lesser)
    if due < at.date():
        raise NotSaid(_("the day is past"), remedy=_("give the day until which it is to be done"))
    advice = Recommendation(
        assessment_id=row.first, kind=kind, what=what.strip(), reason=reason.strip(),
        owner=owner.strip(), due=due, lesser=lesser.strip(),
    )  # fmt: skip
    return put(holding, advice, event="assessment.recommended", happened_at=at)


def _level(scale: Scale | None, code: str) -> Level | None:
    """The level of a code above the first; None for the first and for no answer about it."""
    if scale is None:
        raise BadRating(
            _("this item is not asked here: the tool has it not, or the person is not tried"),
            remedy=_("rate the items of the list"),
        )
    if code not in scale.codes:
        raise BadRating(_("the scale has no such answer"), remedy=_("choose one of the scale"))
    if code not in scale.levels[1:]:
        return None
    return next(one for one in scale.ratings if one.code == code)


def _need_sources(row: Assessment, sources: Collection[UUID], single: bool) -> None:
    cited = list(
        Source.objects.filter(assessment_id=row.first, id__in=list(sources), stood_until=None)
    )
    if len(cited) < len(set(sources)) or not cited:
        raise BadRating(
            _("this answer needs evidence: a source of this assessment"),
            remedy=_("write the source down first, then mark it"),
        )
    if all(one.kind == SourceKind.STATEMENT for one in cited):
        raise BadRating(
            _("a sanitised statement is never all that an answer stands on"),
            remedy=_("find another source, or choose: not enough information"),
        )
    if len(cited) < _SOURCES and not single:
        raise BadRating(
            _("one source alone says so"),
            remedy=_("mark a second source, or say that it stands on one alone"),
        )
