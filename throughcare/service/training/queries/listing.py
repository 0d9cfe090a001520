"""The certificates of a prison's staff, and one's own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from throughcare.access.actions.acting import refused
from throughcare.access.errors import NotThere
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.queries import holder_of
from throughcare.access.question import HeldPost, Reason, Viewer
from throughcare.access.terms import Role
from throughcare.kernel.models import Place
from throughcare.register.actions import record
from throughcare.service.training.models import Certificate
from throughcare.service.training.office import DIRECTING, INSPECTING, staff_at
from throughcare.service.training.queries.held import Held, held
from throughcare.service.training.standing import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of staff at a prison: one human being, with all accounts that hold a post there.

    `is_me`: the viewer, by this account or another. `roles` are the posts' there.
    """

    accounts: tuple[int, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    is_me: bool
    held: tuple[Held, ...]


def establishments_for(viewer: Viewer, *, at: datetime) -> list[str]:
    """Where the viewer may read the list: a director at the own prison, an inspector at all."""
    found = [post.establishment for post in _posts(viewer, DIRECTING, at)]
    if _posts(viewer, INSPECTING, at):
        in_use = Place.objects.filter(kind="establishment").in_use(at)
        found += in_use.order_by("path").values_list("path", flat=True)
    return list(dict.fromkeys(found))


def may_record_at(viewer: Viewer, establishment: str, *, at: datetime) -> bool:
    """Whether the viewer writes down certificates there: its director."""
    return any(post.establishment == establishment for post in _posts(viewer, DIRECTING, at))


@transaction.atomic
def certificates_at(viewer: Viewer, establishment: str, *, at: datetime) -> list[Member]:
    """Everybody with a post there, by name, with all certificates, those of elsewhere too.

    For its director and an inspector. Leaves an entry. Raises Refused for who is neither anywhere,
    NotThere for another prison and for none.
    """
    standing = without_post(viewer, at)
    if standing:
        raise refused(standing)
    offices = _posts(viewer, DIRECTING | INSPECTING, at)
    if not offices:
        raise refused(Reason.NOT_IN_OFFICE)
    if establishment not in establishments_for(viewer, at=at):
        raise NotThere
    own = (post for post in offices if post.establishment == establishment)
    found = _members(viewer, establishment, at)
    _enter(viewer, next(own, offices[-1]), establishment, found, at)
    return found


def own_certificates(viewer: Viewer, *, at: datetime) -> tuple[Held, ...]:
    """What is written down of the viewer, in whatever account. Raises NotThere for no staff."""
    holder = holder_of(viewer.account)
    if not is_staff(viewer, at=at) or holder is None:
        raise NotThere
    rows = Certificate.objects.filter(known(at), account__holder=holder)
    return held(rows.order_by("passed_on", "id"), at=at)


def is_staff(viewer: Viewer, *, at: datetime) -> bool:
    """Whether the viewer holds any post now but by own right, as a prisoner or a relative."""
    return bool(_posts(viewer, frozenset(Role) - OWN_RIGHT, at))


def _posts(viewer: Viewer, roles: Collection[Role], at: datetime) -> list[HeldPost]:
    if without_post(viewer, at):
        return []
    return [post for post in viewer.posts if post.period.holds(at) and post.role in roles]


def _members(viewer: Viewer, establishment: str, at: datetime) -> list[Member]:
    by_holder: dict[UUID, list[tuple[int, str, str]]] = {}
    for post in staff_at(establishment, at=at):
        told = (post.account_id, post.account.name, post.role)
        by_holder.setdefault(post.account.holder, []).append(told)
    rows = Certificate.objects.filter(known(at), account__holder__in=by_holder)
    of: dict[UUID, list[Certificate]] = {holder: [] for holder in by_holder}
    for row in rows.select_related("account").order_by("passed_on", "id"):
        of[row.account.holder].append(row)
    me = holder_of(viewer.account)
    found = [
        Member(
            accounts=tuple(dict.fromkeys(number for number, _, _ in told)),
            names=tuple(dict.fromkeys(sorted(name for _, name, _ in told))),
            roles=tuple(dict.fromkeys(sorted(role for _, _, role in told))),
            is_me=holder == me, held=held(of[holder], at=at),
        )
        for holder, told in by_holder.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.names)


def _enter(
    viewer: Viewer, post: HeldPost, establishment: str, found: list[Member], at: datetime
) -> None:
    listed = [str(one.id) for member in found for one in member.held]
    record(
        event="read.certificates", by=str(viewer.account), role=post.role.value,
        place=post.establishment, happened_at=at, at=at,
        content={"establishment": establishment, "rows": listed},
    )  # fmt: skip
