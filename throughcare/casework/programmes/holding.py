"""The file of a referral, held for its next step. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Answer, Reason, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.programmes.models import Programme, Referral
from throughcare.casework.programmes.states import need_next
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put

PRG = Compartment.PRG


def hold_person(person_id: UUID, *, by: Viewer, at: datetime, why: str = "") -> Holding:
    """The file, held by staff who write of programmes. Raises NotThere or Refused."""
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=PRG, by=by, at=at, why=why
    )  # fmt: skip
    return need_staff(holding)


def need_staff(holding: Holding) -> Holding:
    """Refuse whoever may write here by right of being the person, or a relative. Raises Refused."""
    if Role(holding.leave.role) in OWN_RIGHT:
        raise Refused(Answer(False, Level.WRITE, Reason.OWN_FILE))
    return holding


def hold_referral(
    referral_id: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> tuple[Holding, Referral]:
    """The file of a referral, and the row of it that stands now.

    `referral_id` may be an earlier one. Raises NotThere for what is hidden, Refused.
    """
    named = Referral.objects.filter(id=referral_id).first()
    if named is None:
        raise NotThere
    holding = hold_person(named.person_id, by=by, at=at, why=why)
    standing = Referral.objects.filter(first=named.first, stood_until=None).first()
    if standing is None:
        raise NotThere
    return holding, standing


def go_to(holding: Holding, row: Referral, state: str, event: str, **changes: object) -> Referral:
    """Write the next state of a referral. Raises WrongState, AlreadyReplaced."""
    need_next(row.kind_of_state, row.state, state)
    return put(
        holding, anew(row, state=state, **changes), event=f"programmes.{event}",
        happened_at=holding.at, replaces=row,
    )  # fmt: skip


def programme_of(row: Referral) -> Programme:
    """The programme as it stands."""
    return Programme.objects.get(first=row.programme_id, stood_until=None)


def consents(referral_id: UUID) -> bool:
    """Whether the person's word on this referral holds, now."""
    return _asked("SELECT programmes_consents(%s)", referral_id)


def has_withdrawn(referral_id: UUID) -> bool:
    """Whether the person has taken the word back."""
    return _asked("SELECT programmes_withdrawn(%s)", referral_id)


def waits_longer(referral_id: UUID) -> bool:
    """Whether somebody else waits longer for the same programme."""
    return _asked("SELECT programmes_waits_longer(%s)", referral_id)


def _asked(words: str, referral_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(words, [referral_id])
        return bool(cursor.fetchone()[0])
