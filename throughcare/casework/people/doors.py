"""The rooms below, as this room uses them: the policy, the register, the search keys of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Final, ParamSpec, TypeVar
from uuid import UUID

from django.db import connection

from throughcare.access import gate
from throughcare.access.errors import NotThere, Refused
from throughcare.access.gate import Leave, standing
from throughcare.access.question import Answer, Reason, Subject, Viewer
from throughcare.access.scope import ScopeFilter, scope_of
from throughcare.access.terms import Act, Compartment, Level
from throughcare.access.walls import walled
from throughcare.casework.people.asked_once import asking_once
from throughcare.casework.people.joined_files import wholes_of
from throughcare.casework.people.models import Person
from throughcare.kernel import matching
from throughcare.kernel.names import PersonName
from throughcare.register import actions as register
from throughcare.register.actions import Draft
from throughcare.register.queries import Opening, opened_by

__all__ = [
    "Act",
    "Compartment",
    "Draft",
    "Leave",
    "Opening",
    "ScopeFilter",
    "Viewer",
    "entering",
    "opened_by",
    "reading",
    "standing",
]

P = ParamSpec("P")
R = TypeVar("R")

ENTER: Final = "people_enter"


def entering(function: Callable[P, R]) -> Callable[P, R]:
    """Decorator of each query and action of this room: one transaction, behind the wall."""
    return walled(ENTER, as_whole)(function)


def reading(function: Callable[P, R]) -> Callable[P, R]:
    """As `entering`, for a query that asks several times about the same file: see `asked_once`."""
    inside = entering(function)

    @wraps(function)
    def read(*words: P.args, **named: P.kwargs) -> R:
        with asking_once():
            return inside(*words, **named)

    return read


def as_whole(viewer: Viewer) -> Viewer:
    """The viewer, with the file that each of theirs is read in where it is merged."""
    named = viewer.kin | {one.person for one in viewer.assigned}
    named |= {one.person for one in viewer.grants}
    if viewer.person is not None:
        named |= {viewer.person}
    whole = wholes_of(named)
    if all(part == joined for part, joined in whole.items()):
        return viewer
    return replace(
        viewer,
        person=whole.get(viewer.person) if viewer.person else None,
        assigned=tuple(replace(one, person=whole[one.person]) for one in viewer.assigned),
        grants=tuple(replace(one, person=whole[one.person]) for one in viewer.grants),
        kin=frozenset(whole[one] for one in viewer.kin),
    )


def ask(
    viewer: Viewer, act: Act, compartment: str, person: UUID, held_at: str | None, *, at: datetime
) -> Leave:
    """May the viewer do this in this file? Raises NotThere or Refused.

    A file that does not exist, or that the wall hides, is asked about as one that is held nowhere.
    """
    return gate.ask(viewer, act, Compartment(compartment), Subject(person, held_at), at=at)


def ask_to_open(viewer: Viewer, establishment: str, *, at: datetime) -> Leave:
    """May the viewer open a new file at this establishment? Raises NotThere or Refused."""
    return gate.ask(viewer, Act.WRITE, Compartment.ID, Subject(None, establishment), at=at)


def may(viewer: Viewer, act: Act, compartment: str, person: Person, *, at: datetime) -> bool:
    """Whether the viewer may do this in this file."""
    subject = Subject(person.id, person.held_at)
    return gate.may(viewer, act, Compartment(compartment), subject, at=at)


def refuse_field() -> Refused:
    """The answer for a field that the viewer's short form does not show."""
    return Refused(Answer(False, Level.REDACTED, Reason.ONLY_REDACTED))


def reach(viewer: Viewer, act: Act, *, at: datetime) -> ScopeFilter:
    """Whose identity the viewer reaches."""
    return scope_of(viewer, Compartment.ID, act, at=at)


def let_hold(person: Person) -> None:
    """Write where the person is held, through the one opening of the wall that may. Or NotThere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_hold_at(%s, %s)", [person.id, person.held_at])
        if not cursor.fetchone()[0]:
            raise NotThere


def not_there() -> NotThere:
    """The answer for what does not exist, and for what must look so."""
    return NotThere()


def account_of(viewer: Viewer) -> str:
    """The account as rows and entries keep it."""
    return str(viewer.account)


def draft(
    *, event: str, by: Viewer, leave: Leave, at: datetime, why: str, happened_at: datetime,
    about: UUID | None, compartment: str, table: str = "", row: str = "",
    content: Mapping[str, object],
) -> Draft:  # fmt: skip
    """A register entry that is not written yet."""
    return Draft(
        event=event, by=account_of(by), role=leave.role, place=leave.place,
        happened_at=happened_at, at=at, about=about, compartment=compartment, table=table,
        row=row, why=why, content=content,
    )  # fmt: skip


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


def record_drafts(drafts: Sequence[Draft]) -> None:
    """Write the entries of many rows at once, in their order."""
    if drafts:
        register.record_many(drafts)


def keys_of(name: PersonName) -> set[str]:
    """The keys by which a name is found, in any of its spellings."""
    return {key for spelled in name.spelled() for key in matching.keys_of(spelled)}
