"""What the database refuses, in the room's words: of two who write at once, the later learns it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from throughcare.casework.rows.refusing import refusing
from throughcare.casework.safety.errors import (
    AlreadySeparated,
    MustNotBeSeparated,
    SamePersonReviews,
)


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raise the room's error where the database finds what the action could not see."""
    told = {
        "safety_one_separation_at_a_time": AlreadySeparated(
            _("the person is separated at that time already"),
            remedy=_("continue that separation by another order, or end it first"),
        ),
        "safety_nobody_barred_is_separated": MustNotBeSeparated(
            _("must not be separated, on grounds kept in the health file"),
            remedy=_("ask the health service"),
        ),
        "safety_reviewer_did_not_order": SamePersonReviews(
            _("whoever ordered a separation does not review it (Rule 45)"),
            remedy=_("let somebody else look at it, and write it down"),
        ),
    }
    with refusing(told):
        yield
