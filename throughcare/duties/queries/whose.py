"""Whose morning it is, and at which establishments."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.people.files import entering, held_where
from throughcare.kernel.models import Place, PlaceKind

_SERVICE: Final = "service"
_OVERSEE: Final = frozenset({Role.PRISON_DIRECTOR, Role.NPM_INSPECTOR})


def has_morning(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post of the viewer reads files: of a prison, of its cases, of the service."""
    return bool(_reading_posts(viewer, at))


def oversees(viewer: Viewer, *, at: datetime) -> bool:
    """Whether every reading post is one that watches what others do, and cures little itself."""
    held = {post.role for post in _reading_posts(viewer, at)}
    return bool(held) and held <= _OVERSEE


def directs(viewer: Viewer, place: str, *, at: datetime) -> bool:
    """Whether the viewer is director of this establishment."""
    return any(
        post.role is Role.PRISON_DIRECTOR and post.establishment == place
        for post in _reading_posts(viewer, at)
    )


@entering
def morning_places(viewer: Viewer, *, at: datetime) -> list[str]:
    """The establishments of the viewer's posts first, then where else somebody within reach is."""
    reach = scope_of(viewer, Compartment.ID, Act.READ, at=at)
    own = [post.establishment for post in _reading_posts(viewer, at)]
    if reach.everything:
        own += _establishments(at)
    else:
        own += sorted(held_where(reach.persons))
    return list(dict.fromkeys(place for place in own if place != _SERVICE))


def _establishments(at: datetime) -> list[str]:
    known = Place.objects.in_use(at).filter(kind=PlaceKind.ESTABLISHMENT)
    return [str(path) for path in known.order_by("path").values_list("path", flat=True)]


def _reading_posts(viewer: Viewer, at: datetime) -> list[HeldPost]:
    if without_post(viewer, at):
        return []
    return [
        post
        for post in viewer.posts
        if post.period.holds(at)
        and post.role not in OWN_RIGHT
        and Act.READ in matrix().cells[post.role, Compartment.ID].level.lets
    ]
