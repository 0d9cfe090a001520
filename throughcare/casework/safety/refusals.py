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
from throughcare.casework.safety.measure_errors import OtherHandNeeded


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


@contextmanager
def acts_apart() -> Iterator[None]:
    """Raise OtherHandNeeded where another act about the person lies apart; which, is not said."""
    told = OtherHandNeeded(
        _("what you did about this person with this or another account lies apart from this"),
        remedy=_("let a colleague sign in, decide and write it down"),
    )
    with refusing({"people_acts_lie_apart": told, "people_somebody_else_does_this": told}):
        yield
