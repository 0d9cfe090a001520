"""What may be read of the training of staff."""

from throughcare.service.training.queries.certified import Certified, certified
from throughcare.service.training.queries.held import Booster, Held, State
from throughcare.service.training.queries.listing import (
    Member,
    certificates_at,
    establishments_for,
    is_staff,
    may_record_at,
    own_certificates,
)

__all__ = [
    "Booster",
    "Certified",
    "Held",
    "Member",
    "State",
    "certificates_at",
    "certified",
    "establishments_for",
    "is_staff",
    "may_record_at",
    "own_certificates",
]
