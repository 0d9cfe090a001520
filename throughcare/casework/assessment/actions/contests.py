"""The person contests a status in own words, written by staff or with an own account."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.holding import hold_for_own_words
from throughcare.casework.assessment.lasting import is_over
from throughcare.casework.assessment.models import Status, StatusContest
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.status_errors import AlreadyContested, StatusOver
from throughcare.casework.assessment.status_terms import StatusState
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def contest_status(
    *, by: Viewer, at: datetime, status_id: UUID, words: str, language: str, contested_at: datetime
) -> StatusContest:
    """Write down why the person says that a status is wrong, in the person's own words.

    Case staff write it for the person; the prisoner with an own account may. Own words are looked
    through for nothing. Raises StatusOver or AlreadyContested, which keep what was typed, NotSaid,
    BadMoment, NotThere, Refused.
    """
    named = Status.objects.filter(id=status_id).first()
    if named is None:
        raise NotThere
    holding = hold_for_own_words(named.person_id, by=by, at=at)
    row = Status.objects.filter(first=named.first, stood_until=None).first()
    own_hand = Role(holding.leave.role) is Role.PRISONER
    if row is None or (own_hand and row.looked_at is None):  # a proposal is not shown to the person
        raise NotThere
    need_said(words=words, language=language)
    need_past(contested_at, at=at)
    if row.state != StatusState.IN_FORCE or is_over(row, at):
        raise _over(row, words)
    contest = StatusContest(
        state=begins_as(StatusContest.kind_of_judgement), status_id=row.first, words=words.strip(),
        language=language.strip(), own_hand=own_hand,
        contested_at=contested_at,
    )  # fmt: skip
    with refusing({"assessment_one_contest_waits": _waits(words)}):
        return put(holding, contest, event="assessment.status_contested", happened_at=contested_at)


def _over(row: Status, words: str) -> StatusOver:
    if row.state in (StatusState.PROPOSED, StatusState.REFUSED):
        what = _("this status does not hold: nobody has confirmed it")
    else:
        what = _("this status is over: it holds no more, and nothing follows from it")
    return StatusOver(
        what,
        remedy=_("what you wrote is kept here; it can be handed in as a complaint or to a lawyer"),
        typed=words,
    )


def _waits(words: str) -> AlreadyContested:
    return AlreadyContested(
        _("this status is contested already, and the answer is still to come"),
        remedy=_("what you wrote is kept here; let whoever decides read it too"),
        typed=words,
    )
