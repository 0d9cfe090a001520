"""What the tests of contact start from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import assigned
from tests.casework.safety.made import ADMISSIONS, AT, DAY, HOUR, grown, say
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.contact import actions
from throughcare.casework.contact.actions import ContactWords
from throughcare.casework.contact.models import Contact
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person

__all__ = ["ADMISSIONS", "AT", "DAY", "HOUR", "grown", "manager", "said", "woman", "wrote"]


def manager(person: UUID) -> Viewer:
    """The case manager of the person."""
    return assigned(Role.CASE_MANAGER, 951, person)


def woman(*parts: str) -> UUID:
    """A grown woman in a cell."""
    person = grown(*parts)
    say(Person(id=person), Kind.SEX, {"sex": "female"})
    return person


def said(at: datetime, **more: Any) -> ContactWords:
    """A visit of the family that took place."""
    words: dict[str, Any] = {"kind": "visit", "whom": "family", "at": at, "outcome": "held"}
    return ContactWords(**{**words, **more})


def wrote(person: UUID, at: datetime, *, by: Viewer = ADMISSIONS, **more: Any) -> Contact:
    """Written an hour later."""
    return actions.write_contact(by=by, at=at + HOUR, person_id=person, said=said(at, **more))
