"""At which prisons of the viewer's posts the lists of movements are open."""

from __future__ import annotations

from datetime import datetime

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment


def prisons_of(viewer: Viewer, *, at: datetime) -> list[str]:
    """The prisons of the posts in force, each once."""
    held = [post for post in viewer.posts if post.period.holds(at)]
    return list(dict.fromkeys(post.establishment for post in held if post.establishment))


def has_movements(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post of the viewer opens who is on the way to a prison, or who is out of it."""
    return any(
        gate.may(viewer, act, Compartment.ID, Subject(None, code), at=at)
        for code in prisons_of(viewer, at=at)
        for act in (Act.READ, Act.WRITE)
    )
