"""Who reads what is written down of a prison's staff: its director, and an inspector."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from throughcare.access.actions.acting import refused
from throughcare.access.errors import NotThere
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.question import HeldPost, Reason, Viewer
from throughcare.access.terms import Role
from throughcare.kernel.models import Place
from throughcare.register.actions import record
from throughcare.service.training.office import DIRECTING, INSPECTING


def establishments_for(viewer: Viewer, *, at: datetime) -> list[str]:
    """Where the viewer may read the list: a director at the own prison, an inspector at all."""
    found = [post.establishment for post in posts(viewer, DIRECTING, at)]
    if posts(viewer, INSPECTING, at):
        in_use = Place.objects.filter(kind="establishment").in_use(at)
        found += in_use.order_by("path").values_list("path", flat=True)
    return list(dict.fromkeys(found))


def may_record_at(viewer: Viewer, establishment: str, *, at: datetime) -> bool:
    """Whether the viewer writes down rows of staff there: its director."""
    return any(post.establishment == establishment for post in posts(viewer, DIRECTING, at))


def is_staff(viewer: Viewer, *, at: datetime) -> bool:
    """Whether the viewer holds any post now but by own right, as a prisoner or a relative."""
    return bool(posts(viewer, frozenset(Role) - OWN_RIGHT, at))


def reading_at(viewer: Viewer, establishment: str, *, at: datetime) -> HeldPost:
    """The post in which the viewer reads the lists of a prison.

    Raises Refused for who is neither director nor inspector anywhere, NotThere for another prison
    and for none.
    """
    standing = without_post(viewer, at)
    if standing:
        raise refused(standing)
    offices = posts(viewer, DIRECTING | INSPECTING, at)
    if not offices:
        raise refused(Reason.NOT_IN_OFFICE)
    if establishment not in establishments_for(viewer, at=at):
        raise NotThere
    own = (post for post in offices if post.establishment == establishment)
    return next(own, offices[-1])


def enter(
    viewer: Viewer, post: HeldPost, event: str, establishment: str, listed: Sequence[str],
    at: datetime,
) -> None:  # fmt: skip
    """The entry of a list that was read, with the rows that stood in it."""
    record(
        event=event, by=str(viewer.account), role=post.role.value, place=post.establishment,
        happened_at=at, at=at, content={"establishment": establishment, "rows": [*listed]},
    )  # fmt: skip


def posts(viewer: Viewer, roles: Collection[Role], at: datetime) -> list[HeldPost]:
    """The posts of the viewer in force in these roles."""
    if without_post(viewer, at):
        return []
    return [post for post in viewer.posts if post.period.holds(at) and post.role in roles]
