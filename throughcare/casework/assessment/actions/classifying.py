"""To write down what a board decided, and to sign the minutes as another of its members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.casework.assessment.apart import apart
from throughcare.casework.assessment.board_checks import (
    Sitting,
    Weighed,
    need_answers,
    need_minutes,
    need_model,
    need_place,
    need_quorum,
    need_review,
)
from throughcare.casework.assessment.board_errors import BoardMeets, NotOfTheBoard
from throughcare.casework.assessment.board_terms import (
    BoardState,
    ClassificationState,
    Level,
    Model,
)
from throughcare.casework.assessment.hands import need_other_hand
from throughcare.casework.assessment.holding import go_to, hold_standing
from throughcare.casework.assessment.minutes_words import words_of
from throughcare.casework.assessment.models import Board, Classification, Factor, Seat
from throughcare.casework.assessment.states import begins_as, need_next
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, need_reason
from throughcare.casework.people.items_wait import nothing_waits
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.seen import need_seen
from throughcare.casework.rows.writing import put


@entering
def write_minutes(
    *, by: Viewer, at: datetime, board_id: UUID, decided_at: datetime, seats: Sequence[Sitting],
    factors: Sequence[Weighed], level: Level, reasons: str, wish: str, review_at: datetime,
    lower_why: str = "", besides: str = "", departs_from: str = "", departs_why: str = "",
    place: str = "", model: Model | str = "", model_why: str = "", care: str = "",
    violence: str = "", mind: str = "", dependency: str = "",
) -> Classification:  # fmt: skip
    """Write down what a board decided. It holds once another of its members has signed it.

    Raises NoQuorum, NotOfTheBoard, SameHand, TooMuch, BeliefAlone, BadReview, BadModel, NotSaid,
    BadMoment, WrongState, BoardMeets (minutes of it wait already), NotThere, Refused.
    """
    holding, board = hold_standing(Board, board_id, by=by, at=at)
    need_next(board.kind_of_judgement, board.state, BoardState.DECIDED)
    need_past(decided_at, at=at)
    need_quorum(holding, seats, at=decided_at)
    need_minutes(
        level=level, reasons=reasons, besides=besides, lower_why=lower_why, wish=wish,
        departs_from=departs_from, departs_why=departs_why, factors=factors,
    )  # fmt: skip
    answers = {"violence": violence, "care": care, "mind": mind, "dependency": dependency}
    need_answers(holding, answers)
    need_review(holding, decided_at=decided_at, review_at=review_at)
    need_model(holding, model, model_why, at=decided_at)
    need_place(holding, place, at=decided_at)
    row = Classification(
        state=begins_as(Classification.kind_of_judgement), board_id=board.first, level=level,
        place=place, reasons=reasons.strip(), besides=besides.strip(),
        lower_why=lower_why.strip() if level != Level.OPEN else "",
        departs_from=departs_from.strip(), departs_why=departs_why.strip(), model=model,
        model_why=model_why.strip() if model else "", wish=wish.strip(), decided_at=decided_at,
        review_at=review_at, minuted_by=str(by.account),
        **{name: said.strip() for name, said in answers.items()},
    )  # fmt: skip
    with apart(), refusing({"assessment_one_minutes_wait": _waits()}):
        put(holding, row, event="assessment.minutes_written", happened_at=decided_at)
    with apart():
        _seat(holding, row, board, seats)
    _weigh(holding, row, factors)
    return row


@entering
def sign_minutes(
    *, by: Viewer, at: datetime, classification_id: UUID, right: bool, why: str, seen: str
) -> Classification:
    """Say as another member whether it was decided so. From then on it holds; or it goes back.

    `seen`: the digest of the words that the member was shown (`SeenClassification.words`). Raises
    OtherWords where others stand, SameHand, NotOfTheBoard, ItemsWait, WrongState, NoReason,
    NotThere, Refused.
    """
    holding, row = hold_standing(Classification, classification_id, by=by, at=at, why=why)
    need_reason(why)
    state = ClassificationState.IN_FORCE if right else ClassificationState.SENT_BACK
    if row.looked_by:  # signed or sent back, so that there is nobody's hand to compare
        need_next(row.kind_of_judgement, row.state, ClassificationState.SENT_BACK)
    need_other_hand(by, "sign_minutes", did="minute_board", account=row.minuted_by)
    _need_seat(by, row)
    need_seen(seen, stands=words_of(row.id))
    with apart(), nothing_waits(holding):
        signed = go_to(
            holding, row, state, f"assessment.minutes_{state}", looked_by=str(by.account),
            looked_at=at, looked_why=why.strip(), looked_seen=seen,
        )  # fmt: skip
    if right:
        board = Board.objects.get(first=row.board_id, stood_until=None)
        go_to(holding, board, BoardState.DECIDED, "assessment.board_decided")
    return signed


def _seat(holding: Holding, row: Classification, board: Board, seats: Sequence[Sitting]) -> None:
    for seat in seats:
        put(
            holding,
            Seat(
                board_id=board.first, minutes=row.first, account=str(seat.account),
                office=seat.office, dissent=seat.dissent.strip(),
            ),
            event="assessment.sat_on_board", happened_at=row.decided_at,
        )  # fmt: skip


def _weigh(holding: Holding, row: Classification, factors: Sequence[Weighed]) -> None:
    for one in factors:
        put(
            holding,
            Factor(
                classification_id=row.first, kind=one.kind, weighs=one.weighs,
                words=one.words.strip(),
            ),
            event="assessment.factor_weighed", happened_at=row.decided_at,
        )  # fmt: skip


def _need_seat(by: Viewer, row: Classification) -> None:
    me = holder_of(by.account)
    sat = Seat.objects.filter(minutes=row.first, stood_until=None).values_list("account", flat=True)
    if me is None or me not in {holder_of(one) for one in sat}:
        raise NotOfTheBoard(
            _("the minutes are signed by somebody who sat on the board"),
            remedy=_("let another member of it sign in and look at them"),
        )


def _waits() -> BoardMeets:
    return BoardMeets(
        _("minutes of this board wait for a signature already"),
        remedy=_("sign them or send them back first"),
    )
