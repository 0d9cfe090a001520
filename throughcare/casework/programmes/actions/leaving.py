"""To withdraw, at any time, by whoever hears of it or by the own account; and to end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.people.files import Holding, entering, hold, may_about
from throughcare.casework.programmes.actions.referring import need_not_withdrawn
from throughcare.casework.programmes.data import reasons
from throughcare.casework.programmes.errors import AlreadyThere, WrongState
from throughcare.casework.programmes.holding import go_to, has_withdrawn, hold_referral
from throughcare.casework.programmes.models import Referral, Withdrawal
from throughcare.casework.programmes.terms import OPEN, SaidHow, State
from throughcare.casework.programmes.words import need_of
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put


@entering
def withdraw_consent(
    *, by: Viewer, at: datetime, person_id: UUID, referral_id: UUID, how: str = SaidHow.TO_STAFF
) -> Withdrawal:
    """The person takes the word back. From this moment nobody of the staff reads what was shared.

    By staff who write or add in the file, also in the middle of a session, and by the person's
    own account. Nobody asks why. Raises AlreadyThere, NotSaid, NotThere, Refused.
    """
    holding = _hold(person_id, by=by, at=at)
    own = Role(holding.leave.role) is Role.PRISONER
    need_of(SaidHow.values, how=how)
    row = Withdrawal(
        referral_id=referral_id, withdrawn_at=at, how=SaidHow.OWN_ACCOUNT if own else how
    )
    told = {
        "programmes_withdrawn_once": AlreadyThere(
            _("it is written already that the person has withdrawn"), remedy=_("nothing is to do")
        )
    }
    if not _is_of(holding, referral_id):
        raise NotThere
    with refusing(told):
        put(holding, row, event="programmes.withdrawn", happened_at=at)
    if may_about(by, Act.WRITE, Compartment.PRG, person_id, at=at):
        _close(holding, referral_id)
    return row


@entering
def close_withdrawn(*, by: Viewer, at: datetime, referral_id: UUID) -> Referral:
    """Close what the person withdrew from. Raises WrongState, NotThere, Refused."""
    holding, row = hold_referral(referral_id, by=by, at=at)
    if not has_withdrawn(row.first):
        raise WrongState(
            _("the person has not withdrawn"), remedy=_("nobody withdraws in somebody's place")
        )
    return _closed(holding, row)


@entering
def complete(*, by: Viewer, at: datetime, referral_id: UUID) -> Referral:
    """The person has gone through to the end. Raises WrongState, NoConsent, NotThere, Refused."""
    holding, row = hold_referral(referral_id, by=by, at=at)
    need_not_withdrawn(row)
    return go_to(holding, row, State.COMPLETED, "completed", over_at=at)


@entering
def end_by_provider(*, by: Viewer, at: datetime, referral_id: UUID, reason: str) -> Referral:
    """The provider ends it, for a coded reason. Raises WrongState, NotSaid, NotThere, Refused."""
    holding, row = hold_referral(referral_id, by=by, at=at)
    need_of(reasons("ended"), reason=reason)
    return go_to(
        holding, row, State.ENDED, "ended_by_provider", over_at=at, reason=reason
    )  # fmt: skip


def _hold(person_id: UUID, *, by: Viewer, at: datetime) -> Holding:
    """By staff who may add; by the person, who may read the own file. Never by a relative."""
    own = by.person is not None and may_about(by, Act.READ, Compartment.PRG, person_id, at=at)
    act = Act.READ if own and by.person == person_id else Act.APPEND
    return hold(person_id=person_id, act=act, compartment=Compartment.PRG, by=by, at=at, why="")


def _close(holding: Holding, referral_id: UUID) -> None:
    row = Referral.objects.filter(first=referral_id, stood_until=None).first()
    if row is not None and row.state in OPEN:
        _closed(holding, row)


def _closed(holding: Holding, row: Referral) -> Referral:
    state = State.LEFT if row.state == State.ENROLLED else State.WITHDRAWN
    event = "left" if state is State.LEFT else "withdrawn_and_closed"
    return go_to(holding, row, state, event, over_at=holding.at)


def _is_of(holding: Holding, referral_id: UUID) -> bool:
    """Whether it is of this person; asked of a door, as who only adds reads no row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT programmes_is_of(%s, %s)", [referral_id, holding.person.id])
        return bool(cursor.fetchone()[0])
