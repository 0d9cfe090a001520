"""The one decision: may this viewer do this, here, now? Pure; asks no database and no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from throughcare.access.matrix import Cell, matrix
from throughcare.access.places import within
from throughcare.access.question import Answer, Grant, HeldPost, Reason, Subject, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role, Scope

# The door of these two is the person's own right or permission: kinship does not close it.
OWN_RIGHT: Final = frozenset({Role.PRISONER, Role.FAMILY})

# The refusal that says most about what to do now comes first.
_ORDER: Final = (
    Reason.ONLY_READ, Reason.ONLY_REDACTED, Reason.ONLY_APPEND, Reason.OWN_FILE,
    Reason.OWN_RELATIVE, Reason.ASSIGNMENT_ENDED, Reason.NOT_IN_ESTABLISHMENT,
    Reason.NOT_ASSIGNED, Reason.NOT_SELF, Reason.COMPARTMENT_CLOSED, Reason.NO_PERSON_DATA,
)  # fmt: skip
_HIDDEN: Final = frozenset({Reason.NOT_IN_ESTABLISHMENT, Reason.NOT_ASSIGNED, Reason.NOT_SELF})
_SHORT_OF: Final = {
    Level.REDACTED: Reason.ONLY_REDACTED,
    Level.READ: Reason.ONLY_READ,
    Level.APPEND: Reason.ONLY_APPEND,
}


def decide(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, *, at: datetime
) -> Answer:
    """Answer with a named reason. Of several posts the best counts, each within its own scope."""
    standing = without_post(viewer, at)
    if standing:
        return Answer(False, Level.NONE, standing)
    answers = [
        _by_post(viewer, post, act, compartment, subject, at)
        for post in viewer.posts
        if post.period.holds(at)
    ]
    allowed = [answer for answer in answers if answer.allowed]
    emergency = _by_grant(viewer, act, compartment, subject, at)
    if allowed:
        return _joined(max(allowed, key=lambda answer: len(answer.level.lets)), emergency)
    if emergency:
        return emergency
    return min(answers, key=lambda answer: _ORDER.index(answer.reason))


def hides(answer: Answer) -> bool:
    """Whether the refusal must look as if nothing existed.

    A reason may be told when it follows from the viewer's own rows, or when the person is within
    the viewer's reach anyway. All others would say that somebody is, or is not, held somewhere.
    """
    return answer.reason in _HIDDEN


def without_post(viewer: Viewer, at: datetime) -> Reason | None:
    """Why the viewer has no standing at all at that moment; None if there is a post."""
    if viewer.suspended:
        return Reason.SUSPENDED
    if any(post.period.holds(at) for post in viewer.posts):
        return None
    if any(at < post.period.begins for post in viewer.posts):
        return Reason.POST_NOT_BEGUN
    return Reason.POST_ENDED if viewer.posts else Reason.NO_POST


def usable(viewer: Viewer, grant: Grant, at: datetime) -> bool:
    """Whether an emergency grant opens anything now: in force, its post too, no relative.

    A role that the matrix does not list for the compartment opens nothing, whatever the row says.
    """
    row = matrix().break_glass.allowed.get(grant.compartment)
    if row is None or grant.role not in row.roles:
        return False
    held = any(post.role is grant.role and post.period.holds(at) for post in viewer.posts)
    barred = grant.person in viewer.kin or grant.person == viewer.person
    return held and not barred and grant.holds(at)


def _by_post(
    viewer: Viewer, post: HeldPost, act: Act, compartment: Compartment, subject: Subject,
    at: datetime,
) -> Answer:  # fmt: skip
    cell = matrix().cells[post.role, compartment]
    refusal = _closed(post.role, cell, compartment, subject)
    refusal = refusal or _barred(viewer, post, subject) or _out_of_reach(
        viewer, post, cell, subject, at
    )  # fmt: skip
    if refusal:
        return Answer(False, Level.NONE, refusal)
    if act not in cell.level.lets:
        return Answer(False, cell.level, _SHORT_OF[cell.level])
    shown = matrix().redacted.get(compartment, ()) if act is Act.READ_REDACTED else ()
    return Answer(True, cell.level, Reason.GRANTED, shown)


def _closed(role: Role, cell: Cell, compartment: Compartment, subject: Subject) -> Reason | None:
    """A refusal that is the same whomever it is about."""
    if compartment is Compartment.AGG and subject.person is not None:
        return Reason.NO_PERSON_DATA
    if cell.level is not Level.NONE:
        return None
    files = [one for one in Compartment if one is not Compartment.AGG]
    sees_nobody = all(matrix().cells[role, one].level is Level.NONE for one in files)
    return Reason.NO_PERSON_DATA if sees_nobody else Reason.COMPARTMENT_CLOSED


def _barred(viewer: Viewer, post: HeldPost, subject: Subject) -> Reason | None:
    if subject.person is None or post.role in OWN_RIGHT:
        return None
    if subject.person == viewer.person:
        return Reason.OWN_FILE
    return Reason.OWN_RELATIVE if subject.person in viewer.kin else None


def _out_of_reach(
    viewer: Viewer, post: HeldPost, cell: Cell, subject: Subject, at: datetime
) -> Reason | None:
    if cell.scope is Scope.SERVICE:
        return None
    if cell.scope is Scope.ESTABLISHMENT:
        inside = within(subject.establishment, post.establishment)
        return None if inside else Reason.NOT_IN_ESTABLISHMENT
    if post.role is Role.PRISONER:
        own = subject.person is not None and subject.person == viewer.person
        return None if own else Reason.NOT_SELF
    mine = [
        one.period for one in viewer.assigned
        if one.role is post.role and one.person == subject.person
    ]  # fmt: skip
    if any(period.holds(at) for period in mine):
        return None
    if any(period.ends is not None and period.ends <= at for period in mine):
        return Reason.ASSIGNMENT_ENDED
    return Reason.NOT_SELF if cell.scope is Scope.SELF else Reason.NOT_ASSIGNED


def _joined(post: Answer, emergency: Answer | None) -> Answer:
    """A redacted read by a post, with what an emergency adds to it; a full read needs no more."""
    if emergency is None or not emergency.allowed or post.level is not Level.REDACTED:
        return post
    more = tuple(field for field in emergency.fields if field not in post.fields)
    return replace(emergency, fields=post.fields + more)


def _by_grant(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, at: datetime
) -> Answer | None:
    """What emergency access adds: a redacted read of the fields that the matrix lists."""
    if act is not Act.READ_REDACTED:
        return None
    mine = [
        one for one in viewer.grants
        if one.person == subject.person and one.compartment is compartment
    ]  # fmt: skip
    row = matrix().break_glass.allowed.get(compartment)
    if row and any(usable(viewer, grant, at) for grant in mine):
        return Answer(True, Level.REDACTED, Reason.EMERGENCY, row.fields)
    if any(grant.lapsed(at) for grant in mine):
        return Answer(False, Level.NONE, Reason.GRANT_UNCONFIRMED)
    ended = any(grant.period.ends and grant.period.ends <= at for grant in mine)
    return Answer(False, Level.NONE, Reason.GRANT_EXPIRED) if ended else None
