"""Whoever writes about somebody does not decide about that person, by any account (ADR 0046)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.duties import incompatible
from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.intelligence.errors import ConfidentialSource
from throughcare.casework.intelligence.grades import no_informants

_ACTS = (
    "decide_discipline", "sit_on_board", "minute_board", "sign_minutes", "decide_appeal",
    "close_meeting",
)  # fmt: skip
LIE_APART = "people_acts_lie_apart"


def need_no_decision(by: Viewer, person: UUID) -> None:
    """Refuse a report by whoever sits, minutes, signs or decides about the person. SameHand."""
    if not any(incompatible("write_intelligence", act) for act in _ACTS):
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_decides_about(%s, %s)", [person, str(by.account)])
        if cursor.fetchone()[0]:
            raise same_hand()


def same_hand() -> SameHand:
    """The answer to whoever decides about the person, or did so by another account."""
    return SameHand(
        _("you take part in decisions about this person, or did so with another account"),
        remedy=_("tell it to a colleague of the intelligence office, who writes it down"),
    )


def need_no_informant(by: Viewer, at: datetime) -> None:
    """Refuse whoever holds a post of trust. Raises ConfidentialSource."""
    held = {post.role for post in by.posts if post.period.holds(at)}
    if held & no_informants():
        raise ConfidentialSource(
            _("staff of health, psychology, faith and rehabilitation are not made informants"),
            remedy=_(
                "an imminent danger to life is told to the director in person; here nothing is "
                "written by you"
            ),
        )
