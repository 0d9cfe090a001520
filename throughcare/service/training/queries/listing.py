"""The certificates of a prison's staff, and one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from throughcare.access.errors import NotThere
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.service.training.models import Certificate
from throughcare.service.training.queries.gate import enter, is_staff, reading_at
from throughcare.service.training.queries.held import Held, held
from throughcare.service.training.queries.humans import Human, humans_at
from throughcare.service.training.standing import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Human):
    """A member of staff at a prison, with the certificates."""

    held: tuple[Held, ...]


@transaction.atomic
def certificates_at(viewer: Viewer, establishment: str, *, at: datetime) -> list[Member]:
    """Everybody with a post there, by name, with all certificates, those of elsewhere too.

    For its director and an inspector. Leaves an entry. Raises Refused for who is neither anywhere,
    NotThere for another prison and for none.
    """
    post = reading_at(viewer, establishment, at=at)
    found = _members(viewer, establishment, at)
    listed = [str(one.id) for member in found for one in member.held]
    enter(viewer, post, "read.certificates", establishment, listed, at)
    return found


def own_certificates(viewer: Viewer, *, at: datetime) -> tuple[Held, ...]:
    """What is written down of the viewer, in whatever account. Raises NotThere for no staff."""
    holder = holder_of(viewer.account)
    if not is_staff(viewer, at=at) or holder is None:
        raise NotThere
    rows = Certificate.objects.filter(known(at), account__holder=holder)
    return held(rows.order_by("passed_on", "id"), at=at)


def _members(viewer: Viewer, establishment: str, at: datetime) -> list[Member]:
    humans = humans_at(viewer, establishment, at=at)
    rows = Certificate.objects.filter(known(at), account__holder__in=humans)
    of: dict[UUID, list[Certificate]] = {holder: [] for holder in humans}
    for row in rows.select_related("account").order_by("passed_on", "id"):
        of[row.account.holder].append(row)
    return [
        Member(
            first=one.first, accounts=one.accounts, names=one.names, roles=one.roles,
            is_me=one.is_me,
            held=held(of[holder], at=at),
        )
        for holder, one in humans.items()
    ]  # fmt: skip
