"""To write down a count of the people in a unit or a prison."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.errors import BadCount, BadMoment
from throughcare.casework.custody.expected import expected_in
from throughcare.casework.custody.models import RollCount
from throughcare.casework.custody.place_entries import keep
from throughcare.casework.people.files import entering, fresh_id

MOST: Final = 100_000


@entering
def count_people(
    *, by: Viewer, at: datetime, place: str, counted_at: datetime, counted: int, said: str = "",
) -> RollCount:  # fmt: skip
    """Write down how many people were counted in a place, beside how many should be there.

    Where the two differ, `said` tells what was done about it. Whoever may read who lies there may
    count. Raises BadCount, BadMoment, NotThere, Refused.
    """
    keeping = keep(path=place, act=Act.READ, by=by, at=at, why="")
    if counted_at > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
    if not 0 <= counted <= MOST:
        raise BadCount(
            _("%(number)s people cannot be counted") % {"number": counted},
            remedy=_("type how many people you saw"),
        )
    expected = expected_in(place, at=counted_at, known_at=at).present
    if counted != expected and not said.strip():
        raise BadCount(
            _("%(counted)s people were counted, and %(expected)s should be there")
            % {"counted": counted, "expected": expected},
            remedy=_("count again, and write what was done about the difference"),
        )
    row = RollCount.objects.create(
        id=fresh_id(at), place=keeping.place, counted_at=counted_at, counted=counted,
        expected=expected, said=said.strip(), recorded_at=at, recorded_by=str(by.account),
    )  # fmt: skip
    keeping.enter("custody.counted", row, happened_at=counted_at)
    return row
