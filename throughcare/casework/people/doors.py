"""The rooms below, as this room uses them: the policy, the register, the search keys of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.errors import NotThere, Refused
from throughcare.access.policy import decide, hides
from throughcare.access.question import Answer, Reason, Subject, Viewer
from throughcare.access.scope import ScopeFilter, scope_of
from throughcare.access.terms import Act, Compartment, Level
from throughcare.casework.people.models import Person
from throughcare.kernel import matching
from throughcare.kernel.names import PersonName
from throughcare.register import actions as register
from throughcare.register.queries import Opening, opened_by

__all__ = ["Act", "Compartment", "Opening", "ScopeFilter", "Viewer", "opened_by"]


@dataclass(frozen=True, slots=True)
class Leave:
    """A yes of the policy: in which role and at which place the viewer acts."""

    role: str
    place: str


def ask(
    viewer: Viewer, act: Act, compartment: str, person: Person | None, *, at: datetime
) -> Leave:
    """May the viewer do this in this file? Raises NotThere or Refused.

    A file that does not exist is asked about as one that is held nowhere.
    """
    subject = Subject(person.id if person else None, person.held_at if person else None)
    return _leave(viewer, act, Compartment(compartment), subject, at)


def ask_to_open(viewer: Viewer, establishment: str, *, at: datetime) -> Leave:
    """May the viewer open a new file at this establishment? Raises NotThere or Refused."""
    return _leave(viewer, Act.WRITE, Compartment.ID, Subject(None, establishment), at)


def may(viewer: Viewer, act: Act, compartment: str, person: Person, *, at: datetime) -> bool:
    """Whether the viewer may do this in this file."""
    subject = Subject(person.id, person.held_at)
    return decide(viewer, act, Compartment(compartment), subject, at=at).allowed


def fields_shown(
    viewer: Viewer, compartment: str, person: Person, *, at: datetime
) -> tuple[str, ...]:
    """The fields that a redacted reading shows this viewer, an emergency's among them."""
    subject = Subject(person.id, person.held_at)
    answer = decide(viewer, Act.READ_REDACTED, Compartment(compartment), subject, at=at)
    return answer.fields if answer.allowed else ()


def refuse_field() -> Refused:
    """The answer for a field that the viewer's short form does not show."""
    return Refused(Answer(False, Level.REDACTED, Reason.ONLY_REDACTED))


def reach(viewer: Viewer, act: Act, *, at: datetime) -> ScopeFilter:
    """Whose identity the viewer reaches."""
    return scope_of(viewer, Compartment.ID, act, at=at)


def standing(viewer: Viewer, *, at: datetime) -> Leave:
    """In which role somebody searches: the first post in force."""
    held = [post for post in viewer.posts if post.period.holds(at)]
    if not held:
        raise NotThere
    return Leave(held[0].role.value, held[0].establishment)


def not_there() -> NotThere:
    """The answer for what does not exist, and for what must look so."""
    return NotThere()


def account_of(viewer: Viewer) -> str:
    """The account as rows and entries keep it."""
    return str(viewer.account)


def record(
    *, event: str, by: Viewer, leave: Leave, at: datetime, why: str, happened_at: datetime,
    about: UUID | None, compartment: str, table: str = "", row: str = "",
    content: Mapping[str, object],
) -> None:  # fmt: skip
    """Write the register entry; it fails with the transaction around it."""
    register.record(
        event=event, by=account_of(by), role=leave.role, place=leave.place,
        happened_at=happened_at, at=at, about=about, compartment=compartment, table=table,
        row=row, why=why, content=content,
    )  # fmt: skip


def keys_of(name: PersonName) -> set[str]:
    """The texts under a trigram index by which a name is found, one for each spelling."""
    return {key for spelled in name.spelled() if (key := matching.search_text(spelled))}


def _leave(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, at: datetime
) -> Leave:
    answer = decide(viewer, act, compartment, subject, at=at)
    if answer.allowed:
        return _post_that_allows(viewer, act, compartment, subject, at)
    raise NotThere if hides(answer) else Refused(answer)


def _post_that_allows(
    viewer: Viewer, act: Act, compartment: Compartment, subject: Subject, at: datetime
) -> Leave:
    """The role for the register: the first post that allows the act by itself."""
    for post in viewer.posts:
        alone = Viewer(
            viewer.account, person=viewer.person, posts=(post,), assigned=viewer.assigned,
            kin=viewer.kin, grants=viewer.grants,
        )  # fmt: skip
        if decide(alone, act, compartment, subject, at=at).allowed:
            return Leave(post.role.value, post.establishment)
    return standing(viewer, at=at)
