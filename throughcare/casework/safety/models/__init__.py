"""The tables of the room, one idea a file."""

from typing import Final

from throughcare.casework.rows.record import Record
from throughcare.casework.safety.models.daily import (
    Contact,
    DayConflict,
    DayEntry,
    HealthRequest,
    HealthVisit,
    OutOfCell,
)
from throughcare.casework.safety.models.discipline import (
    DisciplinaryCase,
    MentalCondition,
    Sanction,
)
from throughcare.casework.safety.models.health import (
    DirectorAnswer,
    HealthOpinion,
    HealthRecommendation,
    HealthState,
)
from throughcare.casework.safety.models.restraint import Restraint, RestraintCheck
from throughcare.casework.safety.models.restriction import Restriction, RestrictionReview
from throughcare.casework.safety.models.separation import (
    MitigationPlan,
    Separation,
    SeparationOrder,
    SeparationReview,
)

__all__ = [
    "EVERY",
    "Contact",
    "DayConflict",
    "DayEntry",
    "DirectorAnswer",
    "DisciplinaryCase",
    "HealthOpinion",
    "HealthRecommendation",
    "HealthRequest",
    "HealthState",
    "HealthVisit",
    "MentalCondition",
    "MitigationPlan",
    "OutOfCell",
    "Restraint",
    "RestraintCheck",
    "Restriction",
    "RestrictionReview",
    "Sanction",
    "Separation",
    "SeparationOrder",
    "SeparationReview",
]

# What the register compares, a line for each topic.
EVERY: Final[tuple[type[Record], ...]] = (
    *(Separation, SeparationOrder, SeparationReview, MitigationPlan),
    *(HealthState, HealthOpinion, HealthRecommendation, DirectorAnswer),
    *(OutOfCell, Contact, HealthRequest, HealthVisit, DayConflict),
    *(Restriction, RestrictionReview, Restraint, RestraintCheck),
    *(DisciplinaryCase, Sanction, MentalCondition),
)
