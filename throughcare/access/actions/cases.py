"""Cases: who works on whose file, and what ends at a transfer."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import (
    Acting,
    acting,
    in_office,
    in_office_over,
    not_oneself,
    own_right,
)
from throughcare.access.actions.asked import earlier_end, need_period, need_reason
from throughcare.access.belonging import belonging
from throughcare.access.errors import Already, CannotTake, NotThere, WrongPlace
from throughcare.access.matrix import matrix
from throughcare.access.models import Account, CaseAssignment, Kinship, Post
from throughcare.access.places import is_establishment, within
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Role, Scope

_ASSIGNING: Final = frozenset({Role.PRISON_DIRECTOR, Role.CASE_MANAGER})
_MOVING: Final = _ASSIGNING | {Role.ADMISSIONS_OFFICER}
_OF_CASES: Final = (Scope.ASSIGNED, Scope.SELF)


@transaction.atomic
def assign(
    *, by: Viewer, at: datetime, account: Account, subject: Subject, role: Role,
    begins: datetime, ends: datetime | None, why: str,
) -> CaseAssignment:  # fmt: skip
    """Give a person's case to an account that holds a post in the role where the person is held.

    By a director or case manager there; a relative's permission by the prisoner or admissions.
    Never to oneself, nor to a declared relative. `subject` says where the person is held now: read
    it under the lock of the file. Raises CannotTake, BadPeriod, Already, NoReason, NotThere,
    Refused.
    """
    me = _giving(acting(by, at=at, about=account), role, subject)
    not_oneself(me, account)
    need_reason(why)
    need_period(begins, ends, at=at)
    person = _able(account, role, subject, begins)
    lasting = Q(ends=None) | (Q(ends__gt=begins) & Q(ends__gt=F("begins")))
    same = CaseAssignment.objects.filter(lasting, account=account, person=person, role=role)
    if (same if ends is None else same.filter(begins__lt=ends)).exists():
        raise Already(
            _("this case is given to this account already in that time"),
            remedy=_("let the new time begin where the present one ends"),
        )
    row = CaseAssignment.objects.create(
        account=account, person=person, role=role, begins=begins, ends=ends
    )
    me.enter("access.case_assigned", row, why=why, about=person)
    return row


@transaction.atomic
def end_assignment(
    *, by: Viewer, at: datetime, assignment: CaseAssignment, subject: Subject, ends: datetime,
    why: str,
) -> CaseAssignment:  # fmt: skip
    """Set an end, or bring it forward, by whoever may assign. `subject`: the same person.

    Raises BadPeriod, Already, NoReason, NotThere, Refused.
    """
    me = acting(by, at=at)
    row = CaseAssignment.objects.select_for_update().filter(pk=assignment.pk).first()
    if row is None or row.person != subject.person:
        raise NotThere
    me = _giving(me, Role(row.role), subject)
    need_reason(why)
    row.ends = earlier_end(row.begins, row.ends, ends, at=at)
    row.save(update_fields=["ends"])
    me.enter("access.assignment_ended", row, why=why, about=row.person)
    return row


@transaction.atomic
def move_assignments(
    *, by: Viewer, at: datetime, subject: Subject, to_establishment: str, why: str
) -> list[CaseAssignment]:
    """At a transfer: end what the staff of the old establishment has. Answers with those ended.

    `subject` names the old establishment. What `belonging.yaml` lets stay, stays. By director,
    case manager or admissions of the old or the new one. Raises WrongPlace, NoReason, NotThere,
    Refused.
    """
    if not is_establishment(to_establishment) or within(subject.establishment, to_establishment):
        raise WrongPlace(
            _("'%(place)s' is not another establishment") % {"place": to_establishment},
            remedy=_("name the establishment to which the person moves"),
        )
    me = _moving(acting(by, at=at), subject, to_establishment)
    need_reason(why)
    if subject.person is None:
        raise NotThere
    going = [role for role in Role if not belonging(role).stays_at_transfer]
    rows = CaseAssignment.objects.select_for_update().filter(
        Q(ends=None) | Q(ends__gt=at), person=subject.person, role__in=going
    )
    ended = list(rows.exclude(ends=F("begins")).order_by("pk"))
    for row in ended:
        row.ends = max(at, row.begins)
        row.save(update_fields=["ends"])
        me.enter("access.assignment_ended", row, why=why, about=row.person)
    return ended


def _giving(me: Acting, role: Role, subject: Subject) -> Acting:
    if role is not Role.FAMILY:
        return in_office_over(me, _ASSIGNING, subject)
    own = subject.person is not None and subject.person == me.viewer.person
    if own and me.posts({Role.PRISONER}):
        return in_office(me, {Role.PRISONER})
    return in_office_over(me, {Role.ADMISSIONS_OFFICER}, subject)


def _moving(me: Acting, subject: Subject, to_establishment: str) -> Acting:
    try:
        return in_office_over(me, _MOVING, subject)
    except NotThere:
        return in_office_over(me, _MOVING, Subject(subject.person, to_establishment))


def _able(account: Account, role: Role, subject: Subject, begins: datetime) -> UUID:
    """The person, if the account can take the case in this role from then on."""
    if subject.person is None:
        raise NotThere
    cells = [cell for (one, _code), cell in matrix().cells.items() if one is role]
    if role is Role.PRISONER or not any(cell.scope in _OF_CASES for cell in cells):
        raise CannotTake(
            _("nobody has a case in the role %(role)s") % {"role": role.value},
            remedy=_("choose a role that works on cases"),
        )
    _need_post(account, role, subject, begins)
    _need_no_relative(account, role, subject.person, begins)
    return subject.person


def _need_post(account: Account, role: Role, subject: Subject, begins: datetime) -> None:
    posts = Post.objects.filter(
        Q(ends=None) | Q(ends__gt=begins), account=account, role=role, begins__lte=begins
    )
    places = list(posts.values_list("establishment", flat=True))
    anywhere = belonging(role).stays_at_transfer
    if not any(anywhere or within(subject.establishment, place) for place in places):
        raise CannotTake(
            _("this account holds no post in this role here when the case begins"),
            remedy=_("choose a colleague in this role, or let the director appoint somebody"),
        )


def _need_no_relative(account: Account, role: Role, person: UUID, begins: datetime) -> None:
    holders = Account.objects.filter(holder=account.holder)
    kin = Kinship.objects.filter(
        Q(ends=None) | Q(ends__gt=begins), account__holder=account.holder, person=person
    )
    related = kin.exists() and not own_right(role)
    if related or holders.filter(person=person).exists():
        raise CannotTake(
            _("this account is too near to the person to take the case"),
            remedy=_("choose a colleague"),
        )
