"""To tell the person of a status: when, how, in which language, and what was withheld and why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.holding import go_to, hold_standing
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.states import need_next
from throughcare.casework.assessment.status_terms import StatusState, ToldHow
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering


@entering
def tell_status(
    *, by: Viewer, at: datetime, status_id: UUID, told_at: datetime, how: ToldHow, language: str,
    withheld_why: str = "", withheld_until: datetime | None = None,
) -> Status:  # fmt: skip
    """Write that the person was told. Told again, the later one stands and the first is readable.

    What is withheld, the evidence, is so by a decision with a day on which it is looked at again.
    Raises NotSaid, BadMoment, WrongState, NotThere, Refused.
    """
    holding, row = hold_standing(Status, status_id, by=by, at=at, why=withheld_why)
    need_next(row.kind_of_judgement, row.state, StatusState.IN_FORCE)
    need_said(language=language)
    if how not in ToldHow.values:
        raise NotSaid(
            _("how the person was told is not of the list"),
            remedy=_("choose aloud, in writing, both, or in signs"),
        )
    if row.looked_at is None:
        raise WrongState(
            _("nobody has confirmed this status yet"),
            remedy=_("tell the person once a second person has confirmed it"),
        )
    need_past(told_at, at=at)
    confirmed = row.looked_at
    need_order(
        minute_of(confirmed), told_at, what=_("nobody is told before the status was confirmed")
    )
    decided = bool(withheld_why.strip())
    later = withheld_until is not None and withheld_until > told_at
    if decided != later or decided != (withheld_until is not None):
        raise NotSaid(
            _("what is withheld needs a decision, and a later day to look at it again"),
            remedy=_("give both, or withhold nothing"),
        )
    return go_to(
        holding, row, StatusState.IN_FORCE, "assessment.status_told",
        told_at=max(told_at, confirmed), told_by=str(by.account), told_how=how,
        told_language=language.strip(),
        withheld_why=withheld_why.strip(), withheld_until=withheld_until,
    )  # fmt: skip
