"""To close a meeting: another member signs its minutes, and nothing of it changes any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.duties import incompatible
from throughcare.access.question import Viewer
from throughcare.casework.assessment.apart import apart
from throughcare.casework.assessment.errors import SameHand
from throughcare.casework.people.files import entering
from throughcare.casework.people.items_wait import CONSTRAINT as ITEMS_WAIT
from throughcare.casework.people.items_wait import ItemsWait, items_waiting_for
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.seen import need_seen
from throughcare.casework.team.checks import need_quorum
from throughcare.casework.team.errors import (
    Locked,
    NotComplete,
    NotOfTheTeam,
    NotYourCases,
)
from throughcare.casework.team.holding import present_at
from throughcare.casework.team.house import (
    held_meeting,
    leave_in,
    need_state,
    put_in_house,
    reaches_all,
    was_there,
    wrote,
)
from throughcare.casework.team.models import Case, Contribution, Meeting
from throughcare.casework.team.next_row import next_row
from throughcare.casework.team.rules import may_be_silent
from throughcare.casework.team.team_terms import CaseState, MeetingState
from throughcare.casework.team.words import last_written, words_of


@entering
def close_meeting(*, by: Viewer, at: datetime, meeting_id: UUID, seen: str) -> Meeting:
    """Sign the minutes as a member who wrote none of them; from then on all of it is locked.

    `seen`: the digest of the words that the signer was shown (`Met.words`). Raises OtherWords where
    others stand, Locked, SameHand, NotOfTheTeam, NotYourCases, NoTeam, NotComplete, ItemsWait,
    NotThere.
    """
    meeting = held_meeting(meeting_id)
    leave = leave_in(by, meeting.establishment, at=at, write=True)
    need_state(meeting, MeetingState.HELD)
    if incompatible("minute_meeting", "sign_meeting") and wrote(meeting, by.account):
        raise SameHand(
            _("you have written these minutes or a part of them, by this account or another"),
            remedy=_("let another member sign in and look at them; what is written waits"),
        )
    if not was_there(meeting, by.account):
        raise NotOfTheTeam(
            _("the minutes are signed by somebody who was there"),
            remedy=_("let another member of the team sign in and look at them"),
        )
    if not reaches_all(meeting):
        raise NotYourCases(
            _("not everybody spoken about is your case"),
            remedy=_("let a member sign who writes in each of these files, or be given the cases"),
        )
    need_seen(seen, stands=words_of(meeting.first), last=last_written(meeting.first))
    there = present_at(meeting)
    need_quorum(meeting, list(there.values()))
    _need_complete(meeting, there)
    row = next_row(
        meeting, state=MeetingState.CLOSED, signed_by=str(by.account), signed_at=at,
        signed_seen=seen,
    )  # fmt: skip
    try:
        with apart(), refusing({"team_locked": _closed(), ITEMS_WAIT: ItemsWait(0)}):
            put_in_house(
                row, by=by, at=at, leave=leave, event="team.meeting_closed", happened_at=at,
                ends=meeting,
            )  # fmt: skip
    except ItemsWait as error:
        raise ItemsWait(_waiting(meeting, by=by, at=at)) from error
    return row


def _waiting(meeting: Meeting, *, by: Viewer, at: datetime) -> int:
    """How much waits, of those alone of whom the signer may know."""
    people = Case.objects.filter(meeting=meeting.first, state=CaseState.MINUTED, stood_until=None)
    return sum(
        items_waiting_for(by, person, meeting.establishment, at=at)
        for person in people.values_list("person", flat=True)
    )


def _need_complete(meeting: Meeting, there: Mapping[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT item, state, here FROM team_agenda(%s)", [meeting.first])
        items = cursor.fetchall()
    minuted = [item for item, state, _here in items if state == CaseState.MINUTED]
    left = [item for item, state, here in items if state == CaseState.AGENDA and here]
    if not minuted or left:
        raise NotComplete(
            _("somebody on the agenda has no minutes yet, or nobody was spoken about"),
            remedy=_("write them, or take the person off the agenda and say why"),
        )
    spoke = set(
        Contribution.objects.filter(case__in=minuted, stood_until=None).values_list(
            "account", flat=True
        )
    )
    silent = {
        who for who, office in there.items() if who not in spoke and office not in may_be_silent()
    }
    if silent:
        raise NotComplete(
            _("of %(count)s who were there nothing is written that they said")
            % {"count": len(silent)},
            remedy=_("write it in their words; only the chaplain may be silent"),
        )


def _closed() -> Locked:
    return Locked(_("this meeting was closed meanwhile"), remedy=_("look at it as it stands now"))
