"""That somebody was hurt at work, and that a claim was opened. Nothing of the injury itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put
from throughcare.casework.work.errors import BadWork
from throughcare.casework.work.holding import hold_first, hold_work, told
from throughcare.casework.work.models import Injury


@entering
def write_injury(*, by: Viewer, at: datetime, person_id: UUID, injured_at: datetime) -> Injury:
    """Write down that the person was hurt or fell ill at work. Raises NotInCustody, BadMoment."""
    holding = hold_work(person_id, by=by, at=at)
    need_past(injured_at, at=at)
    with told():
        return put(holding, Injury(at=injured_at), event="work.injured", happened_at=injured_at)


@entering
def open_claim(
    *, by: Viewer, at: datetime, injury_id: UUID, opened_at: datetime, claim: str
) -> Injury:
    """Write down that a claim for compensation was opened. Raises BadWork, BadMoment, NotThere."""
    holding, row = hold_first(Injury, injury_id, by=by, at=at)
    need_past(opened_at, at=at)
    if row.claim_opened_at is not None or opened_at < row.at or not claim.strip():
        raise BadWork(
            _("a claim has a number, follows the injury, and is opened once"),
            remedy=_("look at the number, the day and the hour"),
        )
    opened = anew(row, claim_opened_at=opened_at, claim=claim.strip())
    return put(holding, opened, event="work.claim_opened", happened_at=opened_at, replaces=row)
