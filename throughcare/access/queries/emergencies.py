"""Emergencies as others see them: what waits for a second person, and who was told."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.access.matrix import matrix
from throughcare.access.models import Account, BreakGlass, Notice
from throughcare.access.owners import owner_of
from throughcare.access.places import within
from throughcare.access.policy import without_post
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Compartment, Role


def awaiting_confirmation(viewer: Viewer, *, at: datetime) -> QuerySet[BreakGlass]:
    """Emergencies that this viewer, as a second person, may still confirm."""
    waiting = BreakGlass.objects.filter(confirmed_at=None, confirm_by__gt=at, begins__lte=at)
    return _near(viewer, waiting, at, owners=True).order_by("confirm_by", "pk")


def awaiting_review(viewer: Viewer, *, at: datetime) -> QuerySet[BreakGlass]:
    """Emergencies at the viewer's establishments without a finding, the most urgent first."""
    waiting = BreakGlass.objects.filter(reviewed_at=None, begins__lte=at)
    return _near(viewer, waiting, at, owners=False).order_by("review_by", "pk")


def emergencies_of(viewer: Viewer, person: UUID, *, at: datetime) -> QuerySet[BreakGlass]:
    """All emergencies about a person that this viewer answers for, the latest first."""
    about = BreakGlass.objects.filter(person=person, begins__lte=at)
    return _near(viewer, about, at, owners=True).order_by("-begins", "-pk")


def own_emergencies(viewer: Viewer, *, at: datetime) -> QuerySet[BreakGlass]:
    """Those that this account took, the latest first."""
    if viewer.suspended:
        return BreakGlass.objects.none()
    return BreakGlass.objects.filter(account=viewer.account, begins__lte=at).order_by("-begins")


def notices_for(viewer: Viewer, *, at: datetime) -> QuerySet[Notice]:
    """What this viewer is to know of and nobody has seen yet, the oldest first."""
    if without_post(viewer, at):
        return Notice.objects.none()
    to = Q(pk__in=[])
    for post in viewer.posts:
        if post.period.holds(at):
            to |= Q(role=post.role.value, establishment=post.establishment)
    rows = Notice.objects.filter(to, seen_at=None, made_at__lte=at)
    own = Q(emergency__account__holder__in=_holder(viewer)) | Q(emergency__person__in=_own(viewer))
    return rows.exclude(own).select_related("emergency").order_by("made_at", "pk")


def post_near(viewer: Viewer, row: BreakGlass, *, at: datetime, owners: bool) -> HeldPost | None:
    """The post in which the viewer answers for this emergency; None if there is none.

    The director of the place and the inspector; with `owners` also who answers for the part of the
    file there.
    """
    if without_post(viewer, at):
        return None
    owner = owner_of(Compartment(row.compartment))
    for post in viewer.posts:
        inside = within(row.place, post.establishment)
        answers = post.role is Role.PRISON_DIRECTOR or (owners and post.role is owner)
        if post.period.holds(at) and (post.role is Role.NPM_INSPECTOR or (inside and answers)):
            return post
    return None


def _near(
    viewer: Viewer, rows: QuerySet[BreakGlass], at: datetime, *, owners: bool
) -> QuerySet[BreakGlass]:
    """As `post_near`, for a list.

    Never those that any account of the same human being took, nor about the viewer or a relative.
    """
    if without_post(viewer, at):
        return rows.none()
    seen = Q(pk__in=[])
    for post in viewer.posts:
        if not post.period.holds(at):
            continue
        inside = Q(place=post.establishment) | Q(place__startswith=f"{post.establishment}/")
        if post.role is Role.NPM_INSPECTOR:
            seen |= Q(pk__isnull=False)
        if post.role is Role.PRISON_DIRECTOR:
            seen |= inside
        if owners:
            seen |= inside & Q(compartment__in=_owned_by(post.role))
    own = Q(account__holder__in=_holder(viewer)) | Q(person__in=_own(viewer))
    return rows.filter(seen).exclude(own)


def _owned_by(role: Role) -> list[str]:
    return [code.value for code in matrix().break_glass.allowed if owner_of(code) is role]


def _holder(viewer: Viewer) -> QuerySet[Account, UUID]:
    return Account.objects.filter(pk=viewer.account).values_list("holder", flat=True)


def _own(viewer: Viewer) -> set[UUID]:
    return set(viewer.kin) | ({viewer.person} if viewer.person else set())
