"""To keep two people apart for a time and a reason, and to end that. Compartment INC."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadKeepingApart, BadMoment
from throughcare.casework.custody.models import KeepApart
from throughcare.casework.people.files import ask_about, entering, hold, need_reason
from throughcare.casework.people.joined_files import whole_file
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out


@entering
def keep_apart(
    *, by: Viewer, at: datetime, person_id: UUID, other_id: UUID, until: datetime, reason: str,
    decided_by: str = "", why: str = "",
) -> KeepApart:  # fmt: skip
    """From now on these two may not share a place. Who gives places is told so, and never why.

    Both must be within the reach of whoever decides. It ends by itself at `until`.
    Raises BadKeepingApart, BadMoment, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.INC, by=by, at=at, why=why
    )
    other = whole_file(other_id)
    ask_about(by, Act.APPEND, Compartment.INC, other, at=at)
    if other == holding.person.id:
        raise BadKeepingApart(
            _("both files are of one person"), remedy=_("choose the file of the other person")
        )
    if not reason.strip():
        raise BadKeepingApart(
            _("two people are kept apart for a reason, and none was written"),
            remedy=_("write in a sentence why; who gives places does not see it"),
        )
    if until <= at:
        raise BadMoment(_("keeping them apart would be over already"), remedy=_("give a later end"))
    row = KeepApart(
        other_id=other, since=at, until=until, reason=reason.strip(),
        decided_by=decided_by.strip(),
    )  # fmt: skip
    return put(holding, row, event="custody.kept_apart", happened_at=at)


@entering
def end_keep_apart(
    *, by: Viewer, at: datetime, person_id: UUID, keep_apart_id: UUID, why: str
) -> KeepApart:
    """They may share a place from now on. Raises NoReason, AlreadyReplaced, NotThere, Refused."""
    need_reason(why)
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.INC, by=by, at=at, why=why
    )
    stands = _about(person_id, keep_apart_id, at)
    if stands.until <= at:
        raise BadMoment(_("keeping them apart is over already"), remedy=_("nothing is left to do"))
    if stands.since >= at:
        return strike_out(holding, stands)
    ended = KeepApart(
        other_id=stands.other_id, since=stands.since, until=at, reason=stands.reason,
        decided_by=stands.decided_by,
    )  # fmt: skip
    return put(holding, ended, event="custody.apart_ended", happened_at=at, replaces=stands)


def _about(person_id: UUID, keep_apart_id: UUID, at: datetime) -> KeepApart:
    found = rows_of(KeepApart, person_id, known_at=at).filter(id=keep_apart_id).first()
    if found is None:
        raise NotThere
    return found
