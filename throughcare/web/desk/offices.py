"""Which pages belong to an office: for all others they are not there."""

from __future__ import annotations

from collections.abc import Collection

from throughcare.access.errors import NotThere
from throughcare.access.policy import without_post
from throughcare.access.terms import Role
from throughcare.web.request import Request


def places(request: Request, *roles: Role) -> list[str]:
    """Where the viewer holds one of these roles now. Raises NotThere if nowhere."""
    held = _held(request, roles)
    if not held:
        raise NotThere
    return held


def holds(request: Request, *roles: Role) -> bool:
    """Whether the viewer holds one of these roles now."""
    return bool(_held(request, roles))


def _held(request: Request, roles: Collection[Role]) -> list[str]:
    viewer, at = request.viewer, request.at
    if without_post(viewer, at):
        return []
    held = [post for post in viewer.posts if post.period.holds(at) and post.role in roles]
    return sorted({post.establishment for post in held})
