"""What other rooms hold against a hand here, as the database refuses it, in this room's words.

Which act it was is kept from everybody but whose hand it is. Whoever is named by a colleague is
refused in words that fit many reasons: another step in the matter, kinship, a post that ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from throughcare.casework.assessment.board_errors import NotOfTheBoard
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.rows.refusing import refusing


@contextmanager
def apart() -> Iterator[None]:
    """Raise SameHand for one's own hand, NotOfTheBoard for that of somebody who was named."""
    told = {
        "people_acts_lie_apart": SameHand(
            _("what you did about this person with this or another account lies apart from this"),
            remedy=_("let a colleague sign in and do it; what is written waits"),
        ),
        "people_somebody_else_does_this": NotOfTheBoard(
            _("one of those named cannot take part in a decision about this person"),
            remedy=_("ask the members, each of whom knows his or her own reasons; name others"),
        ),
    }
    with refusing(told):
        yield
