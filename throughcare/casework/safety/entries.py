"""The kinds of entries of the room by name, where each is kept, and how each may be struck out.

Each topic adds its own lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment
from throughcare.casework.rows.entry_kind import EntryKind
from throughcare.casework.safety.models import (
    Contact,
    DirectorAnswer,
    DisciplinaryCase,
    HealthOpinion,
    HealthRecommendation,
    HealthRequest,
    HealthState,
    HealthVisit,
    MentalCondition,
    MitigationPlan,
    OutOfCell,
    Restraint,
    RestraintCheck,
    Restriction,
    RestrictionReview,
    Sanction,
    Separation,
    SeparationOrder,
    SeparationReview,
)

SEPARATION: Final[Mapping[str, EntryKind]] = {
    "separation": EntryKind(Separation, _("separation"), Compartment.DIS),
    "separation-order": EntryKind(SeparationOrder, _("order of separation"), Compartment.DIS),
    "separation-review": EntryKind(SeparationReview, _("review"), Compartment.DIS),
    "mitigation-plan": EntryKind(MitigationPlan, _("plan of relief"), Compartment.DIS),
    "health-state": EntryKind(HealthState, _("state of health"), Compartment.HLT),
    "health-opinion": EntryKind(HealthOpinion, _("opinion of health staff"), Compartment.HLT),
    "health-advice": EntryKind(HealthRecommendation, _("advice of health staff"), Compartment.DIS),
    "director-answer": EntryKind(DirectorAnswer, _("answer of the director"), Compartment.DIS),
    "out-of-cell": EntryKind(OutOfCell, _("time out of the cell"), Compartment.DIS),
    "contact": EntryKind(Contact, _("human contact"), Compartment.DIS),
    "health-request": EntryKind(HealthRequest, _("request for health staff"), Compartment.DIS),
    "health-visit": EntryKind(HealthVisit, _("visit of health staff"), Compartment.DIS),
}

MEASURES: Final[Mapping[str, EntryKind]] = {
    "restriction": EntryKind(Restriction, _("restriction"), Compartment.DIS),
    "restriction-review": EntryKind(RestrictionReview, _("review"), Compartment.DIS),
    "restraint": EntryKind(Restraint, _("use of restraints"), Compartment.DIS),
    "restraint-check": EntryKind(RestraintCheck, _("check of restraints"), Compartment.DIS),
    "case": EntryKind(DisciplinaryCase, _("disciplinary case"), Compartment.DIS),
    "sanction": EntryKind(Sanction, _("sanction"), Compartment.DIS),
    "mental-condition": EntryKind(MentalCondition, _("illness of the mind"), Compartment.HLT),
}

ENTRIES: Final[Mapping[str, EntryKind]] = {**SEPARATION, **MEASURES}
