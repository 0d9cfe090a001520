"""How much of a tool may be asked of somebody, and whether a second person must rate."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.assessment.assess_terms import AssessmentState, Extent
from throughcare.casework.assessment.errors import NoTool
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.models import Assessment
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.footing import legal_status_of
from throughcare.casework.custody.terms import Status
from throughcare.casework.rows.standing import rows_of

_HUNDRED = 100
# Who is sentenced has been found guilty; of everybody else the offence is not spoken of (Rule 111).
_TRIED = frozenset({Status.SENTENCED, Status.APPEALING})


def extent_for(person_id: UUID, *, at: datetime) -> Extent:
    """All domains for whoever was tried; for everybody else needs, health and safety only."""
    status = legal_status_of(person_id, at=at)
    return Extent.FULL if status in _TRIED else Extent.NEEDS


def need_no_child(person_id: UUID, *, at: datetime) -> None:
    """Refuse a tool for whoever is, or may be, under 18. Raises NoTool."""
    if counts_as_child(person_id, at=at):
        raise NoTool(
            _("no tool for violent extremism is used on a child, or while the age is open"),
            remedy=_("let a juvenile specialist look at needs, with guardian and lawyer"),
        )


def domains_of(instrument: Instrument, extent: str) -> frozenset[str]:
    """The ids of the domains that may be asked about."""
    if extent == Extent.NEEDS:
        return frozenset(instrument.for_untried)
    return frozenset(domain.id for domain in instrument.domains)


def needs_second(person_id: UUID, instrument: Instrument, *, at: datetime) -> bool:
    """Whether another must rate blind: the first time, and by lot as often as the tool says.

    One that comes to recommend a limit needs another too, which is known only at its end.
    """
    earlier = rows_of(Assessment, person_id, known_at=at).filter(state=AssessmentState.APPROVED)
    drawn = secrets.randbelow(_HUNDRED) < instrument.second_rater.random_percent
    return drawn or not earlier.exists()
