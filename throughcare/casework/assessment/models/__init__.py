"""The tables of the room, one idea a file."""

from typing import Final

from throughcare.casework.assessment.models.agreement import KeptAgreement
from throughcare.casework.assessment.models.appeal import Appeal
from throughcare.casework.assessment.models.assessment import Assessment
from throughcare.casework.assessment.models.board import Board, Seat
from throughcare.casework.assessment.models.classification import Classification, Factor
from throughcare.casework.assessment.models.disclosure import AssessmentContest, Disclosure
from throughcare.casework.assessment.models.rating import Rating, Recommendation, Source
from throughcare.casework.assessment.models.referral import Referral
from throughcare.casework.assessment.models.screening import Screening
from throughcare.casework.assessment.models.sharing import Sharing
from throughcare.casework.assessment.models.staged import Staged
from throughcare.casework.assessment.models.status import Status
from throughcare.casework.assessment.models.status_contest import StatusContest
from throughcare.casework.rows.record import Record

__all__ = [
    "EVERY",
    "Appeal",
    "Assessment",
    "AssessmentContest",
    "Board",
    "Classification",
    "Disclosure",
    "Factor",
    "KeptAgreement",
    "Rating",
    "Recommendation",
    "Referral",
    "Screening",
    "Seat",
    "Sharing",
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
    *(Board, Seat, Classification, Factor, Appeal),
    Sharing,
)
