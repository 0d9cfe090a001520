"""Whom a text is about: a person, or nobody at a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about


@dataclass(frozen=True)
class About:
    """A person, or (None) nobody at a place."""

    person: UUID | None
    place: str = ""


def ask(
    viewer: Viewer, act: Act, compartment: Compartment, about: About, *, at: datetime
) -> Leave:  # fmt: skip
    """Raises NotThere or Refused."""
    if about.person is None:
        return gate.ask(viewer, act, compartment, Subject(None, about.place), at=at)
    return ask_about(viewer, act, compartment, about.person, at=at)
