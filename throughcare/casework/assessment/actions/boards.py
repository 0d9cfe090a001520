"""To call a board together, and to say that it did not decide."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.board_checks import house_of
from throughcare.casework.assessment.board_errors import BoardMeets
from throughcare.casework.assessment.board_terms import BoardState, BoardTrigger
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.holding import go_to, hold_plan, hold_standing
from throughcare.casework.assessment.models import Board
from throughcare.casework.assessment.states import begins_as
from throughcare.casework.assessment.words import need_said
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def call_board(
    *, by: Viewer, at: datetime, person_id: UUID, trigger: BoardTrigger, why: str,
    meets_at: datetime,
) -> Board:  # fmt: skip
    """Call a board of classification together about a person. One is open at a time.

    Raises BoardMeets, NotSaid, NotInCustody, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at, why=why)
    house_of(holding)
    if trigger not in BoardTrigger.values:
        raise NotSaid(
            _("what calls for the board is not of the list"), remedy=_("choose one of the list")
        )
    need_said(why=why)
    row = Board(
        state=begins_as(Board.kind_of_judgement), trigger=trigger, why=why.strip(),
        called_by=str(by.account), meets_at=meets_at,
    )  # fmt: skip
    with refusing({"assessment_one_board_meets": _meets()}):
        return put(holding, row, event="assessment.board_called", happened_at=at)


@entering
def dissolve_board(*, by: Viewer, at: datetime, board_id: UUID, why: str) -> Board:
    """Say that a board will not decide. Raises WrongState, NoReason, NotThere, Refused."""
    holding, row = hold_standing(Board, board_id, by=by, at=at, why=why)
    need_reason(why)
    return go_to(
        holding, row, BoardState.DISSOLVED, "assessment.board_dissolved", ended_why=why.strip()
    )


def _meets() -> BoardMeets:
    return BoardMeets(
        _("a board about this person is called together already"),
        remedy=_("go on with that one, or say first that it does not decide"),
    )
