"""What takes two people: one proposes, another decides (access: separation of duties).

A stay is corrected or struck out by the second person's decision itself. To a release by the
officer who received the person, the second person agrees; then that officer releases.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.custody.actions.corrections import held_row, put_corrected
from throughcare.casework.custody.actions.judges import tell_judges
from throughcare.casework.custody.entries import ENTRIES
from throughcare.casework.custody.errors import (
    AlreadyDecided,
    BadCorrection,
    BadMoment,
    NeedsAnother,
)
from throughcare.casework.custody.models import Proposal, Stay
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.custody.terms import LeftHow, ProposedAct
from throughcare.casework.people.files import (
    Holding,
    ask_about,
    entering,
    fresh_id,
    hold,
    need_reason,
    parts_of,
)
from throughcare.casework.rows import writing
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.errors import AlreadyReplaced

FIELDS: Final = frozenset({"admitted_at", "left_at", "left_how"})


@entering
def propose(
    *, by: Viewer, at: datetime, person_id: UUID, act: ProposedAct, stay_id: UUID, why: str,
    changes: Mapping[str, str | None] | None = None,
) -> Proposal:  # fmt: skip
    """Propose what takes a second person, about a stay as it stands. The reason is needed.

    `changes`: for a correction the columns of FIELDS as they should read, moments in ISO 8601;
    None empties one. Raises AlreadyDecided where one waits, BadCorrection, BadMoment,
    AlreadyReplaced, NoReason, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    need_reason(why)
    stay = _stay(holding, stay_id)
    if Proposal.objects.filter(row=stay.id, act=act, decided_at=None).exists():
        raise AlreadyDecided(
            _("the same is proposed already, and waits for a second person"),
            remedy=_("ask a colleague to decide on it"),
        )
    said = dict(changes or {})
    if act == ProposedAct.CORRECT:
        _corrected(stay, said, at=at)
    row = Proposal.objects.create(
        id=fresh_id(at), person_id=stay.person_id, act=act, row=stay.id, changes=said,
        reason=why.strip(), proposed_by=str(by.account), proposed_at=at,
    )  # fmt: skip
    holding.enter("custody.proposed", row)
    return row


@entering
def decide(
    *, by: Viewer, at: datetime, person_id: UUID, proposal_id: UUID, agree: bool, why: str
) -> Proposal:  # fmt: skip
    """Decide as a second person, in words why. Agreed, a correction or striking out is done.

    By another human being who may write in this file; to a release also the director there agrees.
    Raises NeedsAnother, AlreadyDecided, AlreadyReplaced, BadCorrection, NoReason, NotThere,
    Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.READ, compartment=Compartment.ID, by=by, at=at, why=why
    )
    need_reason(why)
    row = Proposal.objects.filter(id=proposal_id, person__in=parts_of(holding.person.id)).first()
    if row is None:
        raise NotThere
    if not (row.act == ProposedAct.RELEASE and holding.leave.role == Role.PRISON_DIRECTOR):
        ask_about(by, Act.WRITE, Compartment.ID, person_id, at=at)
    _need_waiting(row, by)
    row.decided_by, row.decided_at = str(by.account), at
    row.agreed, row.decided_why = agree, why.strip()
    row.save(update_fields=["decided_by", "decided_at", "agreed", "decided_why"])
    holding.enter("custody.proposal_decided", row)
    if agree and row.act != ProposedAct.RELEASE:
        _carry_out(holding, row)
    return row


def _need_waiting(row: Proposal, by: Viewer) -> None:
    if row.decided_at is not None:
        raise AlreadyDecided(
            _("somebody has decided on this already"), remedy=_("read what was decided")
        )
    if holder_of(row.proposed_by) == holder_of(by.account):
        raise NeedsAnother(_("you have proposed this yourself"), remedy=_("let a colleague decide"))


def _carry_out(holding: Holding, row: Proposal) -> None:
    stay = _stay(holding, row.row)
    if row.act == ProposedAct.STRIKE_OUT:
        writing.strike_out(holding, stay)
        tell_judges(holding)
        return
    corrected = _corrected(stay, row.changes, at=holding.at)
    put_corrected(
        holding, corrected, event="custody.stay_corrected", happened_at=corrected.admitted_at,
        replaces=stay,
    )  # fmt: skip
    tell_judges(holding)


def _stay(holding: Holding, stay_id: UUID) -> Stay:
    """The stay as it stands. Raises NotThere, AlreadyReplaced."""
    stay = held_row(ENTRIES["stay"], holding.person.id, stay_id)
    assert isinstance(stay, Stay)
    if stay.stood_until is not None:
        raise AlreadyReplaced(
            _("this entry was corrected or continued meanwhile"),
            remedy=_("look at the entry that stands now, and change that one"),
        )
    return stay


def _corrected(stay: Stay, said: Mapping[str, str | None], *, at: datetime) -> Stay:
    """The stay with the changes, if it makes sense. Raises BadCorrection, BadMoment."""
    strange = set(said) - FIELDS
    how = said.get("left_how", stay.left_how)
    if strange or not said or not (how is None or how in LeftHow.values):
        raise BadCorrection(
            _("a correction of a stay says its admission, or when and how it ended"),
            remedy=_("give at least one of them"),
        )
    admitted, left = (
        _moment(said, name, getattr(stay, name)) for name in ("admitted_at", "left_at")
    )
    if admitted is None or (left is None) != (how is None):
        raise BadCorrection(
            _("a stay has an admission; and when it has ended, it says when and how"),
            remedy=_("fill in both, or leave both empty"),
        )
    need_past(admitted, left, at=at)
    need_order(admitted, left, what=_("the release would be before the admission"))
    return anew(stay, admitted_at=admitted, left_at=left, left_how=how)


def _moment(
    said: Mapping[str, str | None], name: str, otherwise: datetime | None
) -> datetime | None:  # fmt: skip
    if name not in said:
        return otherwise
    words = said[name]
    try:
        moment = datetime.fromisoformat(words) if words else None
    except ValueError as error:
        raise BadMoment(_("this is no day and hour"), remedy=_("look at it")) from error
    if moment is not None and moment.tzinfo is None:
        raise BadMoment(_("this hour says no time zone"), remedy=_("add it"))
    return moment
