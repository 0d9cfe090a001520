"""To name who answers for sharing at a prison, and to end that. Acts of the director."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.queries import Account, holder_of, viewer_of
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.intelligence.errors import NotTheOfficer, Over
from throughcare.casework.intelligence.models import SharingOfficer
from throughcare.casework.people.files import entering, fresh_id
from throughcare.casework.people.rows import content_of, table_of
from throughcare.casework.rows.refusing import refusing
from throughcare.register.actions import record


@entering
def appoint(
    *, by: Viewer, at: datetime, establishment: str, account: int, ends: datetime | None
) -> SharingOfficer:
    """Name an officer of intelligence for a prison, from now on. One at a time.

    Raises NotTheOfficer, Over (somebody is named already), NotThere, Refused.
    """
    leave = need_director(by, establishment, at=at)
    _need_post(by, establishment, account, at=at)
    row = SharingOfficer(
        id=fresh_id(at), establishment=establishment, account=str(account), begins=at, ends=ends,
        appointed_by=str(by.account), recorded_at=at,
    )  # fmt: skip
    already = Over(
        _("somebody is named for this prison already"),
        remedy=_("end that first, and name the other one then"),
    )
    with refusing({"intelligence_one_officer_at_a_time": already}):
        row.save(force_insert=True)
    _enter("intelligence.officer_named", row, by, leave, at=at)
    return row


@entering
def end_appointment(*, by: Viewer, at: datetime, officer_id: UUID) -> SharingOfficer:
    """From now on it is not this officer. Raises Over, NotThere, Refused."""
    row = SharingOfficer.objects.filter(id=officer_id).first()
    if row is None:
        raise NotThere
    leave = need_director(by, row.establishment, at=at)
    if row.ends is not None:
        raise Over(_("this was ended already"), remedy=_("go back to the list"))
    row.ends = at
    row.save(update_fields=["ends"])
    _enter("intelligence.officer_ended", row, by, leave, at=at)
    return row


def need_director(viewer: Viewer, establishment: str, *, at: datetime) -> gate.Leave:
    """Whether the viewer directs this prison. Raises NotThere, Refused."""
    leave = gate.ask(
        viewer, Act.READ_REDACTED, Compartment.INT, Subject(None, establishment), at=at
    )
    if Role(leave.role) is not Role.PRISON_DIRECTOR:
        raise NotThere
    return leave


def _need_post(by: Viewer, establishment: str, account: int, *, at: datetime) -> None:
    try:
        held = viewer_of(account, at=at)
    except Account.DoesNotExist:
        held = None
    fits = held is not None and any(
        post.role is Role.INTELLIGENCE_OFFICER
        and post.establishment == establishment
        and post.period.holds(at)
        for post in held.posts
    )
    if not fits or holder_of(account) == holder_of(by.account):
        raise NotTheOfficer(
            _("only an officer of intelligence of this prison, and nobody else, is named for it"),
            remedy=_("choose one of the list"),
        )


def _enter(event: str, row: SharingOfficer, by: Viewer, leave: gate.Leave, *, at: datetime) -> None:
    record(
        event=event, by=str(by.account), role=leave.role, place=leave.place, happened_at=at, at=at,
        compartment=Compartment.INT, table=table_of(row), row=str(row.id), content=content_of(row),
    )  # fmt: skip
