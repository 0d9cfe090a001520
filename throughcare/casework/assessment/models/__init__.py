"""The tables of the room, one idea a file."""

from typing import Final

from throughcare.casework.assessment.models.assessment import Assessment
from throughcare.casework.assessment.models.disclosure import AssessmentContest, Disclosure
from throughcare.casework.assessment.models.rating import Rating, Recommendation, Source
from throughcare.casework.assessment.models.referral import Referral
from throughcare.casework.assessment.models.screening import Screening
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.models.status import Status
from throughcare.casework.assessment.models.status_contest import StatusContest
from throughcare.casework.rows.record import Record

__all__ = [
    "EVERY",
    "Assessment",
    "AssessmentContest",
    "Disclosure",
    "Rating",
    "Recommendation",
    "Referral",
    "Screening",
    "Source",
    "Staged",
    "Status",
    "StatusContest",
]

# What the register compares.
EVERY: Final[tuple[type[Record], ...]] = (
    *(Referral, Screening, Status, StatusContest),
    *(Assessment, Source, Rating, Recommendation),
    *(Disclosure, AssessmentContest),
)
