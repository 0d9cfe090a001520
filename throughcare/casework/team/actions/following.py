"""After a closed meeting: the person is told, contests and is answered; entries are corrected."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.duties import incompatible
from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.errors import NotSaid, SameHand, WrongState
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.team.errors import AlreadySaid
from throughcare.casework.team.holding import hold_case
from throughcare.casework.team.house import wrote
from throughcare.casework.team.models import Case, Contest, Correction, Meeting, Telling
from throughcare.casework.team.team_terms import CaseState, ContestState, MeetingState


@entering
def tell_decisions(
    *, by: Viewer, at: datetime, case_id: UUID, told_at: datetime, how: ToldHow, language: str
) -> Telling:
    """Write that the person was told what was decided, why, and how to contest it.

    Raises NotSaid, BadMoment, WrongState, NotThere, Refused.
    """
    holding, meeting, row = hold_case(case_id, by=by, at=at)
    _need_closed(meeting, row)
    need_said(language=language)
    if how not in ToldHow.values:
        raise NotSaid(
            _("how the person was told is not of the list"),
            remedy=_("choose aloud, in writing, both, or in signs"),
        )
    assert meeting.held_at is not None
    need_past(told_at, at=at)
    need_order(
        minute_of(meeting.held_at), told_at, what=_("nobody is told before the team has met")
    )
    told = Telling(case_id=row.first, told_at=told_at, how=how, language=language.strip())
    return put(holding, told, event="team.told", happened_at=told_at)


@entering
def contest_decisions(
    *, by: Viewer, at: datetime, case_id: UUID, words: str, language: str, contested_at: datetime
) -> Contest:
    """Write down why the person says that a decision is wrong, in the person's own words.

    Case staff write it for the person; the prisoner with an own account may. Raises AlreadySaid,
    which keeps what was typed, NotSaid, BadMoment, NotThere, Refused.
    """
    holding, meeting, row = hold_case(case_id, by=by, at=at, own_words=True)
    if meeting.state != MeetingState.CLOSED or row.state != CaseState.MINUTED:
        raise NotThere  # what nobody signed is shown to no person
    need_said(words=words, language=language)
    need_past(contested_at, at=at)
    said = Contest(
        state=ContestState.WAITING, case_id=row.first, words=words.strip(),
        language=language.strip(), own_hand=Role(holding.leave.role) is Role.PRISONER,
        contested_at=contested_at,
    )  # fmt: skip
    waits = AlreadySaid(
        _("this is contested already, and the answer is still to come"),
        remedy=_("what you wrote is kept here; let whoever answers read it too"), typed=words,
    )  # fmt: skip
    with refusing({"team_one_contest_waits": waits}):
        return put(holding, said, event="team.contested", happened_at=contested_at)


@entering
def answer_contest(
    *, by: Viewer, at: datetime, contest_id: UUID, outcome: ContestState, reasons: str
) -> Contest:
    """Answer with reasons; never who chaired the meeting, wrote its minutes or signed them.

    Raises SameHand, NotSaid, WrongState, NoReason, NotThere, Refused.
    """
    named = Contest.objects.filter(id=contest_id).first()
    if named is None:
        raise NotThere
    holding, meeting, _case = hold_case(named.case_id, by=by, at=at, why=reasons)
    need_reason(reasons)
    if outcome not in ContestState.values or outcome == ContestState.WAITING:
        raise NotSaid(_("what came of it is not of the list"), remedy=_("choose one of the list"))
    row = Contest.objects.filter(first=named.first, stood_until=None).first()
    if row is None or row.state != ContestState.WAITING:
        raise WrongState(
            _("this was answered meanwhile"), remedy=_("look at it again as it stands now")
        )
    _need_another(by, meeting)
    answered = anew(
        row, state=outcome, decided_by=str(by.account), decided_at=at, reasons=reasons.strip()
    )
    return put(holding, answered, event=f"team.contest_{outcome}", happened_at=at, replaces=row)


@entering
def correct_minutes(*, by: Viewer, at: datetime, case_id: UUID, words: str, why: str) -> Correction:
    """Write how an entry of a closed meeting should read. It points to it and changes nothing.

    Raises NotSaid, NoReason, WrongState, NotThere, Refused.
    """
    holding, meeting, row = hold_case(case_id, by=by, at=at, why=why)
    _need_closed(meeting, row)
    need_reason(why)
    need_said(how_it_should_read=words)
    entry = Correction(case_id=row.first, words=words.strip(), why=why.strip())
    return put(holding, entry, event="team.corrected", happened_at=at)


def _need_another(by: Viewer, meeting: Meeting) -> None:
    act = "decide_team_contest"
    need_other_hand(by, act, did="chair_meeting", account=meeting.chair)
    need_other_hand(by, act, did="sign_meeting", account=meeting.signed_by)
    if incompatible(act, "minute_meeting") and wrote(meeting, by.account):
        raise SameHand(
            _("you have done the other step of this yourself, or it was your other account"),
            remedy=_("let a colleague sign in and do it; what is written waits"),
        )


def _need_closed(meeting: Meeting, row: Case) -> None:
    if meeting.state != MeetingState.CLOSED or row.state != CaseState.MINUTED:
        raise WrongState(
            _("the minutes of this are not signed yet"),
            remedy=_("do it once another member has signed them"),
        )
