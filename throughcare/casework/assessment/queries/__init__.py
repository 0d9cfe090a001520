"""What may be read of judgements, each question behind the wall."""

from throughcare.casework.assessment.models import AssessmentContest as Contest
from throughcare.casework.assessment.models import Factor, Rating, Source
from throughcare.casework.assessment.queries.agreement import (
    ToolFigures,
    agreement_of_raters,
    reads_agreement,
)
from throughcare.casework.assessment.queries.assessments import (
    Assessed,
    Assessments,
    assessments_of,
)
from throughcare.casework.assessment.queries.classifications import (
    Classifications,
    SeenClassification,
    classifications_of,
)
from throughcare.casework.assessment.queries.contests import contests_of
from throughcare.casework.assessment.queries.in_force import in_force_at
from throughcare.casework.assessment.queries.judgements import Judgements, Referred, judgements_of
from throughcare.casework.assessment.queries.minutes_asked import MinutesAsked, minutes_asked
from throughcare.casework.assessment.queries.reports import (
    KeptBack,
    Report,
    Telling,
    report_to_print,
    reports_of,
)
from throughcare.casework.assessment.queries.reviews import ReviewDue, reviews_due
from throughcare.casework.assessment.queries.shared import Advised, Shared, shared_of
from throughcare.casework.assessment.queries.shares import Share, shares_at
from throughcare.casework.assessment.queries.sharings import SeenSharing, sharings_of
from throughcare.casework.assessment.queries.status import (
    FOR_THE_PERSON,
    SeenStatus,
    Statuses,
    statuses_of,
)
from throughcare.casework.assessment.queries.waiting import Wait, Waiting, has_desk, waiting_for

__all__ = [
    "FOR_THE_PERSON",
    "Advised",
    "Assessed",
    "Assessments",
    "Classifications",
    "Contest",
    "Factor",
    "Judgements",
    "KeptBack",
    "MinutesAsked",
    "Rating",
    "Referred",
    "Report",
    "ReviewDue",
    "SeenClassification",
    "SeenSharing",
    "SeenStatus",
    "Share",
    "Shared",
    "Source",
    "Statuses",
    "Telling",
    "ToolFigures",
    "Wait",
    "Waiting",
    "agreement_of_raters",
    "assessments_of",
    "classifications_of",
    "contests_of",
    "has_desk",
    "in_force_at",
    "judgements_of",
    "minutes_asked",
    "reads_agreement",
    "report_to_print",
    "reports_of",
    "reviews_due",
    "shared_of",
    "shares_at",
    "sharings_of",
    "statuses_of",
    "waiting_for",
]
