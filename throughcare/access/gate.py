"""The one question that every room asks before it reads or writes, and the role it is done in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import decide, hides
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment


@dataclass(frozen=True, slots=True)
class Leave:
    """A yes of the policy: in which role and at which place the viewer acts.

    `fields` are those that a redacted reading shows.
    """

    role: str
    place: str
    fields: tuple[str, ...] = ()


def ask(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, *, at: datetime
) -> Leave:
    """May the viewer do this? Raises NotThere or Refused.

    What does not exist is asked about as what is held nowhere.
    """
    answer = decide(viewer, act, compartment, subject, at=at)
    if not answer.allowed:
        raise NotThere if hides(answer) else Refused(answer)
    leave = _post_that_allows(viewer, act, compartment, subject, at)
    return replace(leave, fields=answer.fields)


def may(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, *, at: datetime
) -> bool:
    """Whether the viewer may do this."""
    return decide(viewer, act, compartment, subject, at=at).allowed


def standing(viewer: Viewer, *, at: datetime) -> Leave:
    """In which role somebody looks around: the first post in force. Raises NotThere."""
    held = [post for post in viewer.posts if post.period.holds(at)]
    if viewer.suspended or not held:
        raise NotThere
    return Leave(held[0].role.value, held[0].establishment)


def _post_that_allows(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, at: datetime
) -> Leave:
    """The first post that allows the act by itself; an emergency is used in its own role."""
    for post in viewer.posts:
        alone = replace(viewer, posts=(post,))
        if decide(alone, act, compartment, subject, at=at).allowed:
            return Leave(post.role.value, post.establishment)
    return standing(viewer, at=at)
