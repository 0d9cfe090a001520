"""To end the place of somebody who leaves for good: by transfer, release, death or escape."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.custody.models import Placement
from throughcare.casework.people.files import Holding
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put


def end_placement(holding: Holding, ends: datetime) -> None:
    """End the place that the person is in, if any. Raises BadMoment where one begins later."""
    rows = rows_of(Placement, holding.person.id, known_at=holding.at)
    if rows.filter(since__gt=ends).exists():
        raise BadMoment(
            _("the person was given a place after that time"),
            remedy=_("look at day and hour, or correct the placement first"),
        )
    before = rows.filter(until=None).select_related("place", "bed").first()
    if before is not None:
        row = anew(before, until=ends)
        put(holding, row, event="custody.moved_out", happened_at=ends, replaces=before)
