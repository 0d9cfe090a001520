"""What may be read of the training and the posts of staff."""

from throughcare.service.training.queries.certified import Certified, certified
from throughcare.service.training.queries.gate import (
    enter,
    establishments_for,
    is_staff,
    may_record_at,
    reading_at,
)
from throughcare.service.training.queries.held import Booster, Held, State
from throughcare.service.training.queries.humans import Human, first_account_of
from throughcare.service.training.queries.listing import (
    Member,
    certificates_at,
    own_certificates,
)
from throughcare.service.training.queries.posted import (
    Met,
    Post,
    Posted,
    own_postings,
    postings_at,
)

__all__ = [
    "Booster",
    "Certified",
    "Held",
    "Human",
    "Member",
    "Met",
    "Post",
    "Posted",
    "State",
    "certificates_at",
    "certified",
    "enter",
    "establishments_for",
    "first_account_of",
    "is_staff",
    "may_record_at",
    "own_certificates",
    "own_postings",
    "postings_at",
    "reading_at",
]
