"""The file of somebody spoken about, held for a change, with the meeting held before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.casework.assessment.holding import hold_for_own_words, hold_plan
from throughcare.casework.people.files import Holding
from throughcare.casework.team.house import held_meeting
from throughcare.casework.team.models import Attendance, Case, Meeting


def hold_case(
    case_id: UUID, *, by: Viewer, at: datetime, why: str = "", own_words: bool = False
) -> tuple[Holding, Meeting, Case]:
    """The file, the meeting and the row of the case that stands now. Raises NotThere, Refused.

    With `own_words` the person may too.
    """
    named = Case.objects.filter(id=case_id).first()
    if named is None:
        raise NotThere
    meeting = held_meeting(named.meeting_id)
    if own_words:
        holding = hold_for_own_words(named.person_id, by=by, at=at)
    else:
        holding = hold_plan(named.person_id, by=by, at=at, why=why)
    row = Case.objects.filter(first=named.first, stood_until=None).first()
    if row is None:
        raise NotThere
    return holding, meeting, row


def present_at(meeting: Meeting) -> Mapping[str, str]:
    """The office of each account that was there."""
    rows = Attendance.objects.filter(meeting=meeting.first, present=True, stood_until=None)
    return dict(rows.values_list("account", "office"))
