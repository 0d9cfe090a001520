"""The person is told of a classification, appeals against it, and somebody else decides."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment.apart import apart
from throughcare.casework.assessment.board_errors import AlreadyAppealed, ClassificationOver
from throughcare.casework.assessment.board_terms import AppealState, ClassificationState
from throughcare.casework.assessment.classified import holds_at
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_for_own_words, hold_standing
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.models import Appeal, Classification, Seat
from throughcare.casework.assessment.states import begins_as, need_next
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def tell_classification(
    *, by: Viewer, at: datetime, classification_id: UUID, told_at: datetime, how: ToldHow,
    language: str,
) -> Classification:  # fmt: skip
    """Write that the person was told of the level, of its reasons, and how to appeal.

    Raises NotSaid, BadMoment, WrongState, NotThere, Refused.
    """
    holding, row = hold_standing(Classification, classification_id, by=by, at=at)
    need_next(row.kind_of_judgement, row.state, ClassificationState.IN_FORCE)
    need_said(language=language)
    if how not in ToldHow.values:
        raise NotSaid(
            _("how the person was told is not of the list"),
            remedy=_("choose aloud, in writing, both, or in signs"),
        )
    if row.looked_at is None:
        raise WrongState(
            _("nobody has signed these minutes yet"),
            remedy=_("tell the person once another member has signed them"),
        )
    need_past(told_at, at=at)
    need_order(
        minute_of(row.decided_at), told_at, what=_("nobody is told before the board decided")
    )
    return go_to(
        holding, row, ClassificationState.IN_FORCE, "assessment.classification_told",
        told_at=max(told_at, row.decided_at), told_by=str(by.account), told_how=how,
        told_language=language.strip(),
    )  # fmt: skip


@entering
def appeal(
    *, by: Viewer, at: datetime, classification_id: UUID, words: str, language: str,
    appealed_at: datetime,
) -> Appeal:  # fmt: skip
    """Write down why the person says that a classification is wrong, in the person's own words.

    Case staff write it for the person; the prisoner with an own account may. Raises
    ClassificationOver or AlreadyAppealed, which keep what was typed, NotSaid, BadMoment, NotThere,
    Refused.
    """
    named = Classification.objects.filter(id=classification_id).first()
    if named is None:
        raise NotThere
    holding = hold_for_own_words(named.person_id, by=by, at=at)
    row = Classification.objects.filter(first=named.first, stood_until=None).first()
    if row is None or row.looked_at is None:  # what nobody signed is shown to no person
        raise NotThere
    need_said(words=words, language=language)
    need_past(appealed_at, at=at)
    if not holds_at(row, at):
        raise ClassificationOver(
            _("this classification is over: it holds no more, and nothing follows from it"),
            remedy=_("what you wrote is kept here; it can be said to the next board"),
            typed=words,
        )
    own_hand = Role(holding.leave.role) is Role.PRISONER
    appealed = Appeal(
        state=begins_as(Appeal.kind_of_judgement), classification_id=row.first,
        words=words.strip(), language=language.strip(), own_hand=own_hand,
        appealed_at=appealed_at,
    )  # fmt: skip
    with refusing({"assessment_one_appeal_waits": _waits(words)}):
        return put(holding, appealed, event="assessment.appealed", happened_at=appealed_at)


@entering
def decide_appeal(
    *, by: Viewer, at: datetime, appeal_id: UUID, outcome: AppealState, reasons: str
) -> Appeal:
    """Decide an appeal with reasons; never who sat on the board, wrote its minutes or signed them.

    Granted, the classification holds no more from that moment, and a board is called for. Raises
    SameHand, NotSaid, ClassificationOver, WrongState, NoReason, NotThere, Refused.
    """
    holding, row = hold_standing(Appeal, appeal_id, by=by, at=at, why=reasons)
    need_reason(reasons)
    if outcome not in AppealState.values or outcome == AppealState.WAITING:
        raise NotSaid(
            _("what came of the appeal is not of the list"), remedy=_("choose one of the list")
        )
    need_next(row.kind_of_judgement, row.state, outcome)
    classified = Classification.objects.get(first=row.classification_id, stood_until=None)
    for act, account in _hands(classified):
        need_other_hand(by, "decide_appeal", did=act, account=account)
    _need_as_it_stands(classified, outcome, reasons, at)
    with apart():
        decided = go_to(
            holding, row, outcome, f"assessment.appeal_{outcome}", decided_by=str(by.account),
            decided_at=at, reasons=reasons.strip(),
        )  # fmt: skip
    if outcome == AppealState.GRANTED:
        go_to(
            holding, classified, ClassificationState.SET_ASIDE,
            "assessment.classification_set_aside", ended_at=at,
        )  # fmt: skip
    return decided


def _hands(row: Classification) -> list[tuple[str, str]]:
    """Who did what, that whoever decides may not have done."""
    sat = Seat.objects.filter(minutes=row.first, stood_until=None).values_list("account", flat=True)
    return [
        ("minute_board", row.minuted_by),
        ("sign_minutes", row.looked_by),
        *(("sit_on_board", one) for one in sat),
    ]


def _need_as_it_stands(row: Classification, outcome: str, reasons: str, at: datetime) -> None:
    if holds_at(row, at) == (outcome != AppealState.OVER):
        return
    if outcome == AppealState.OVER:
        raise NotSaid(
            _("the classification still holds: the appeal needs a decision"),
            remedy=_("choose that it stays, or that it is set aside"),
        )
    raise ClassificationOver(
        _("the classification ended before this was decided: there is nothing left to set aside"),
        remedy=_("choose that it is over, and tell the person in the reasons what you found"),
        typed=reasons,
    )


def _waits(words: str) -> AlreadyAppealed:
    return AlreadyAppealed(
        _("this classification is appealed against already, and the answer is still to come"),
        remedy=_("what you wrote is kept here; let whoever decides read it too"),
        typed=words,
    )
