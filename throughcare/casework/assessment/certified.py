"""Only whoever is trained for a tool, and whose certificate still holds, assesses with it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.assess_errors import NotTrained
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.service.training.queries import certified

# What a certificate is for, as `service/training/courses.yaml` calls it.
ASSESSOR: Final = "assessor"


def is_trained(by: Viewer, instrument: Instrument, *, at: datetime) -> bool:
    """Whether the human being behind the account holds a certificate for the tool now."""
    return certified(by.account, ASSESSOR, instrument.training.tool, at=at) is not None


def need_trained(by: Viewer, instrument: Instrument, *, at: datetime) -> None:
    """Refuse whoever has no valid certificate, also in the middle. Raises NotTrained.

    What was rated until the certificate lapsed stays; the next step waits for a booster.
    """
    if is_trained(by, instrument, at=at):
        return
    raise NotTrained(
        _("there is no certificate for this tool that holds today"),
        remedy=_(
            "what you rated so far is kept: go on after the booster course, or let a trained "
            "colleague assess"
        ),
    )
