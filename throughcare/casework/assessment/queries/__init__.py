"""What may be read of judgements, each question behind the wall."""

from throughcare.casework.assessment.models import Rating, Source
from throughcare.casework.assessment.queries.assessments import (
    Assessed,
    Assessments,
    assessments_of,
)
from throughcare.casework.assessment.queries.contests import contests_of
from throughcare.casework.assessment.queries.in_force import in_force_at
from throughcare.casework.assessment.queries.judgements import Judgements, Referred, judgements_of
from throughcare.casework.assessment.queries.shared import Advised, Shared, shared_of
from throughcare.casework.assessment.queries.shares import Share, shares_at
from throughcare.casework.assessment.queries.status import SeenStatus, Statuses, statuses_of
from throughcare.casework.assessment.queries.waiting import Wait, Waiting, has_desk, waiting_for

__all__ = [
    "Advised",
    "Assessed",
    "Assessments",
    "Judgements",
    "Rating",
    "Referred",
    "SeenStatus",
    "Share",
    "Shared",
    "Source",
    "Statuses",
    "Wait",
    "Waiting",
    "assessments_of",
    "contests_of",
    "has_desk",
    "in_force_at",
    "judgements_of",
    "shared_of",
    "shares_at",
    "statuses_of",
    "waiting_for",
]
