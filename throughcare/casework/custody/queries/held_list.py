"""Who may see the lists of people in custody with their grounds, and the entry of each reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.places import within
from throughcare.access.policy import without_post
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.register.actions import record

_WHOLE_SERVICE = "service"


def ask_for_list(viewer: Viewer, establishment: str | None, *, at: datetime) -> Leave:
    """Leave to see who is held at an establishment, or anywhere within reach, on which ground.

    For those who read orders there, and for a judge with a post there. Raises NotThere, Refused.
    """
    judge = _as_judge(viewer, establishment, at)
    if judge is not None:
        return judge
    places = [establishment] if establishment else own_places(viewer, at=at)
    if not places:
        raise NotThere
    return gate.ask(viewer, Act.READ, Compartment.SEN, Subject(None, places[0]), at=at)


def own_places(viewer: Viewer, *, at: datetime) -> list[str]:
    """The establishments of the viewer's posts in force, each once."""
    return list(dict.fromkeys(one.establishment for one in viewer.posts if one.period.holds(at)))


def enter_list(
    viewer: Viewer, leave: Leave, event: str, listed: Sequence[UUID], *, at: datetime
) -> None:
    """The entry that a list was read, with whom it named."""
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=Compartment.SEN, content={"listed": list(listed)},
    )  # fmt: skip


def _as_judge(viewer: Viewer, establishment: str | None, at: datetime) -> Leave | None:
    if without_post(viewer, at):
        return None
    for post in viewer.posts:
        everywhere = establishment is None or post.establishment == _WHOLE_SERVICE
        near = everywhere or within(establishment, post.establishment)
        if post.role is Role.JUDGE_PROSECUTOR and post.period.holds(at) and near:
            return Leave(post.role.value, post.establishment)
    return None
