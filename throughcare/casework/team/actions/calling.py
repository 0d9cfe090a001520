"""To call a meeting together, to cancel it, and to bring somebody on its agenda or off it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.holding import hold_plan
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.team.checks import sits_here
from throughcare.casework.team.errors import AlreadySaid, NotHere, NotOfTheTeam
from throughcare.casework.team.holding import hold_case
from throughcare.casework.team.house import held_meeting, leave_in, need_state, put_in_house
from throughcare.casework.team.models import Case, Invited, Meeting
from throughcare.casework.team.next_row import next_row
from throughcare.casework.team.rules import chairs, sitting_roles
from throughcare.casework.team.team_terms import Because, CaseState, MeetingKind, MeetingState


@entering
def call_meeting(
    *, by: Viewer, at: datetime, establishment: str, kind: MeetingKind, meets_at: datetime,
    chair: int, roles: Sequence[Role] = (), agencies: Sequence[str] = (),
) -> Meeting:  # fmt: skip
    """Call the team of a prison together. Raises NotSaid, NotOfTheTeam, NotThere."""
    leave = leave_in(by, establishment, at=at, write=True)
    if kind not in MeetingKind.values:
        raise NotSaid(_("this is no kind of meeting"), remedy=_("choose one of the list"))
    if not sits_here(chair, chairs(), establishment, at=at):
        raise NotOfTheTeam(
            _("the chair holds no post here that may chair the team"),
            remedy=_("choose a case manager of this prison"),
        )
    if any(role not in sitting_roles() for role in roles):
        raise NotSaid(
            _("one of those invited sits in no team"), remedy=_("choose among those of the list")
        )
    row = Meeting(
        state=MeetingState.CALLED, establishment=establishment, kind=kind, meets_at=meets_at,
        chair=str(chair), called_by=str(by.account),
    )  # fmt: skip
    put_in_house(row, by=by, at=at, leave=leave, event="team.meeting_called", happened_at=at)
    invited = [Invited(meeting_id=row.first, role=role) for role in dict.fromkeys(roles)]
    named = dict.fromkeys(one.strip() for one in agencies if one.strip())
    for one in (*invited, *(Invited(meeting_id=row.first, agency=name) for name in named)):
        put_in_house(one, by=by, at=at, leave=leave, event="team.invited", happened_at=at)
    return row


@entering
def cancel_meeting(*, by: Viewer, at: datetime, meeting_id: UUID, why: str) -> Meeting:
    """Say that a meeting that was called does not take place. Raises Locked, NoReason, NotThere."""
    meeting = held_meeting(meeting_id)
    leave = leave_in(by, meeting.establishment, at=at, write=True)
    need_reason(why)
    need_state(meeting, MeetingState.CALLED)
    row = next_row(meeting, state=MeetingState.CANCELLED, cancelled_why=why.strip())
    put_in_house(
        row, by=by, at=at, leave=leave, event="team.meeting_cancelled", happened_at=at, why=why,
        ends=meeting,
    )  # fmt: skip
    return row


@entering
def bring(*, by: Viewer, at: datetime, meeting_id: UUID, person_id: UUID, because: Because) -> Case:
    """Bring somebody who is held there on the agenda. Raises Locked, NotHere, AlreadySaid, NotSaid,
    NotThere, Refused.
    """
    meeting = held_meeting(meeting_id)
    leave_in(by, meeting.establishment, at=at, write=True)
    holding = hold_plan(person_id, by=by, at=at)
    need_state(meeting, MeetingState.CALLED, MeetingState.HELD)
    if because not in Because.values:
        raise NotSaid(_("why is not of the list"), remedy=_("choose one of the list"))
    if holding.person.held_at != meeting.establishment:
        raise not_here()
    row = Case(state=CaseState.AGENDA, meeting_id=meeting.first, because=because)
    once = AlreadySaid(
        _("this person is on the agenda of the meeting already"), remedy=_("look at the agenda")
    )
    with refusing({"team_case_is_on_it_once": once}):
        return put(holding, row, event="team.brought_on_agenda", happened_at=at)


@entering
def take_off(*, by: Viewer, at: datetime, case_id: UUID, why: str) -> Case:
    """Take somebody off the agenda, for a reason. Raises Locked, NoReason, NotThere, Refused."""
    holding, meeting, row = hold_case(case_id, by=by, at=at, why=why)
    need_reason(why)
    need_state(meeting, MeetingState.CALLED, MeetingState.HELD)
    if row.state != CaseState.AGENDA:
        raise AlreadySaid(
            _("this person was spoken about, or is off the agenda already"),
            remedy=_("look at the meeting as it stands now"),
        )
    off = anew(row, state=CaseState.OFF, off_why=why.strip())
    return put(holding, off, event="team.taken_off_agenda", happened_at=at, replaces=row)


def not_here() -> NotHere:
    """The person was released or moved, or was never held there."""
    return NotHere(
        _("this person is not held in the prison of this meeting"),
        remedy=_("whoever was released or moved is spoken about by the team that has the person "
                 "now; the meeting goes on without"),
    )  # fmt: skip
