"""To write down who was there, and what was said and decided about each person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.writing import put, strike_out
from throughcare.casework.team.actions.calling import not_here
from throughcare.casework.team.checks import (
    Decided,
    Said,
    There,
    need_also,
    need_decisions,
    need_members,
    need_minutes,
    need_quorum,
    need_sayings,
)
from throughcare.casework.team.errors import AlreadySaid
from throughcare.casework.team.holding import hold_case, present_at
from throughcare.casework.team.house import (
    enter,
    held_meeting,
    leave_in,
    need_state,
    put_in_house,
)
from throughcare.casework.team.models import (
    Attendance,
    Case,
    Contribution,
    Decision,
    Meeting,
)
from throughcare.casework.team.next_row import next_row
from throughcare.casework.team.team_terms import CaseState, Heard, MeetingState


@entering
def write_attendance(
    *, by: Viewer, at: datetime, meeting_id: UUID, held_at: datetime, there: Sequence[There]
) -> Meeting:
    """Say that the meeting took place and who was there; while it is open, say it anew.

    `held_at` of the first time stays. Raises NoTeam, NotOfTheTeam, NotSaid, BadMoment, Locked,
    NotThere.
    """
    meeting = held_meeting(meeting_id)
    leave = leave_in(by, meeting.establishment, at=at, write=True)
    need_state(meeting, MeetingState.CALLED, MeetingState.HELD)
    need_past(held_at, at=at)
    since = meeting.held_at or held_at
    need_members(meeting, there, at=since)
    need_quorum(meeting, [one.office for one in there if one.present])
    row = meeting
    if meeting.state == MeetingState.CALLED:
        row = next_row(
            meeting, state=MeetingState.HELD, held_at=held_at, minuted_by=str(by.account)
        )
        put_in_house(
            row, by=by, at=at, leave=leave, event="team.meeting_held", happened_at=held_at,
            ends=meeting,
        )  # fmt: skip
    for old in Attendance.objects.filter(meeting=row.first, stood_until=None):
        old.stood_until = max(at, old.recorded_at)
        old.save(update_fields=["stood_until"])
        enter(old, by=by, at=at, leave=leave, event="team.stood_until_now", happened_at=at)
    for one in there:
        put_in_house(
            Attendance(
                meeting_id=row.first, account=str(one.account), office=one.office,
                present=one.present, absent_why="" if one.present else one.absent_why.strip(),
            ),
            by=by, at=at, leave=leave, event="team.was_there", happened_at=since,
        )  # fmt: skip
    return row


@entering
def write_case(
    *, by: Viewer, at: datetime, case_id: UUID, considered: str, heard: Heard, heard_words: str,
    reasons: str, said: Sequence[Said] = (), decided: Sequence[Decided] = (), besides: str = "",
) -> Case:  # fmt: skip
    """Write the minutes about one person; until the meeting is closed, write them anew.

    Raises NotSaid, BeliefAlone, NotOfTheTeam, NoOwner, NoTeam, NotHere, AlreadySaid, Locked,
    NotThere, Refused.
    """
    holding, meeting, row = hold_case(case_id, by=by, at=at, why=_("written anew"))
    need_state(meeting, MeetingState.HELD)
    if row.state == CaseState.OFF:
        raise AlreadySaid(
            _("this person was taken off the agenda"), remedy=_("bring the person on it again")
        )
    if holding.person.held_at != meeting.establishment:
        raise not_here()
    assert meeting.held_at is not None  # it is held
    there = present_at(meeting)
    need_also(holding, meeting.establishment, list(there.values()))
    need_minutes(
        considered=considered, heard=heard, heard_words=heard_words, reasons=reasons,
        besides=besides,
    )  # fmt: skip
    spoken = [one for one in said if one.words.strip() or one.dissent.strip()]
    need_sayings(spoken, dict(there), besides)
    if len({one.account for one in spoken}) < len(spoken):
        raise NotSaid(_("a member is quoted twice"), remedy=_("write what each said once"))
    need_decisions(decided, meeting.establishment, held_at=meeting.held_at, at=at)
    written = anew(
        row, state=CaseState.MINUTED, considered=considered.strip(), heard=heard,
        heard_words=heard_words.strip(), reasons=reasons.strip(), besides=besides.strip(),
    )  # fmt: skip
    put(
        holding, written, event="team.minutes_written", happened_at=meeting.held_at, replaces=row
    )  # fmt: skip
    _put_parts(holding, written, meeting.held_at, spoken, decided)
    return written


def _put_parts(
    holding: Holding, case: Case, held_at: datetime, said: Sequence[Said],
    decided: Sequence[Decided],
) -> None:  # fmt: skip
    """What members said and what was decided, in place of what was written before."""
    before: list[Record] = [*Contribution.objects.filter(case=case.first, stood_until=None)]
    before += Decision.objects.filter(case=case.first, stood_until=None)
    for old in before:
        strike_out(holding, old)
    for one in said:
        words = Contribution(
            case_id=case.first, account=str(one.account), words=one.words.strip(),
            dissent=one.dissent.strip(),
        )  # fmt: skip
        put(holding, words, event="team.said", happened_at=held_at)
    for each in decided:
        assert each.due_at is not None  # `need_decisions` saw it
        task = Decision(
            case_id=case.first, words=each.words.strip(), owner=str(each.owner),
            due_at=each.due_at,
        )  # fmt: skip
        put(holding, task, event="team.decided", happened_at=held_at)
