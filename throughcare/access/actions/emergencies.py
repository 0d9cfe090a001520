"""Emergency access: taken by somebody on duty, for hours, and told at once to those who answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import (
    Acting,
    acting,
    in_office,
    in_office_over,
    refused,
)
from throughcare.access.belonging import SERVICE
from throughcare.access.errors import Already, NoReason, NotThere, WrongGround
from throughcare.access.matrix import EmergencyRow, matrix
from throughcare.access.models import BreakGlass, Notice
from throughcare.access.owners import Office, data_protection, owner_of
from throughcare.access.question import Reason, Subject, Viewer
from throughcare.access.terms import Compartment, Role


@transaction.atomic
def break_glass(
    *, by: Viewer, at: datetime, subject: Subject, compartment: Compartment, role: Role,
    ground: str, reason: str, others_on_duty: bool,
) -> BreakGlass:  # fmt: skip
    """Open the few fields that the matrix lists, for its hours; it ends by itself.

    `role` is a post of the viewer where the person is held; `others_on_duty` says that a second
    person must confirm in time. Raises WrongGround, NoReason, Already, NotThere, Refused.
    """
    me = acting(by, at=at)
    row = _row(me, compartment, role)
    me = in_office_over(me, {role}, subject)
    if subject.person is None or subject.establishment is None:
        raise NotThere
    _need_grounds(row, ground, reason)
    _need_no_other(me, subject, compartment)
    rules = matrix().break_glass
    confirm_by = at + timedelta(hours=rules.confirm_within_hours) if others_on_duty else None
    emergency = BreakGlass.objects.create(
        account_id=by.account, role=role, place=subject.establishment, person=subject.person,
        compartment=compartment, ground=ground, reason=reason, begins=at,
        ends=at + timedelta(hours=row.hours), confirm_by=confirm_by,
        review_by=at + timedelta(hours=rules.review_within_hours),
    )  # fmt: skip
    me.enter(
        "access.emergency_taken", emergency, why=reason, about=subject.person,
        compartment=compartment.value,
    )  # fmt: skip
    _tell(me, emergency, Office.OWNER, owner_of(compartment), me.place)
    _tell(me, emergency, Office.DATA_PROTECTION, data_protection(), SERVICE)
    return emergency


def _row(me: Acting, compartment: Compartment, role: Role) -> EmergencyRow:
    """What the matrix lists for this part and this role. Raises Refused."""
    in_office(me, {role})
    row = matrix().break_glass.allowed.get(compartment)
    if row is None or role not in row.roles:
        raise refused(Reason.COMPARTMENT_CLOSED)
    return row


def _need_grounds(row: EmergencyRow, ground: str, reason: str) -> None:
    if ground != row.ground:
        raise WrongGround(
            _("on this ground this part of the file is not opened"),
            remedy=_("it opens on this ground alone: %(ground)s") % {"ground": row.ground},
        )
    shortest = matrix().break_glass.shortest_reason
    if len(reason.strip()) < shortest:
        raise NoReason(
            _("the reason is too short: at least %(count)d characters") % {"count": shortest},
            remedy=_("write what happened and why it cannot wait"),
        )


def _need_no_other(me: Acting, subject: Subject, compartment: Compartment) -> None:
    mine = [
        one for one in me.viewer.grants
        if one.person == subject.person and one.compartment is compartment and one.holds(me.at)
    ]  # fmt: skip
    if mine:
        raise Already(
            _("you have this emergency access already"),
            remedy=_("open the file; it ends by itself"),
        )


def _tell(
    me: Acting, emergency: BreakGlass, office: Office, role: Role, establishment: str
) -> None:
    notice = Notice.objects.create(
        emergency=emergency, office=office, role=role, establishment=establishment, made_at=me.at
    )
    me.enter(
        "access.notice_given", notice, about=emergency.person, compartment=emergency.compartment
    )
