"""What the tests of the team start from: members, a meeting, sound minutes, a signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from tests.casework.assessment.made import AT, DAY, HOUR, assigned, grown
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.team import actions
from throughcare.casework.team.actions import Decided, Said, There
from throughcare.casework.team.models import Case, Contest, Meeting
from throughcare.casework.team.words import words_of

__all__ = ["AT", "DAY", "HOUR", "assigned", "grown"]

CHAIR, WRITER, SIGNER, ADVISER, OUTSIDE = 951, 952, 953, 954, 955
MEETS = AT + 3 * DAY
CLOSES = MEETS + DAY


def chair(person: UUID) -> Viewer:
    """The case manager who chairs."""
    return assigned(Role.CASE_MANAGER, CHAIR, person)


def writer(person: UUID) -> Viewer:
    """The psychologist who writes the minutes."""
    return assigned(Role.PSYCHOLOGIST, WRITER, person)


def signer(person: UUID) -> Viewer:
    """The case manager who was there and signs."""
    return assigned(Role.CASE_MANAGER, SIGNER, person)


def adviser(person: UUID) -> Viewer:
    """The chaplain, who may be silent."""
    return assigned(Role.CHAPLAIN, ADVISER, person)


def outside(person: UUID) -> Viewer:
    """A case manager of the prison who was not there."""
    return assigned(Role.CASE_MANAGER, OUTSIDE, person)


def members(person: UUID, **absent: str) -> list[There]:
    """All four, or without those of whom it is said why they were absent."""
    there = {
        "chair": (chair(person), "case_manager"), "writer": (writer(person), "psychologist"),
        "signer": (signer(person), "case_manager"), "adviser": (adviser(person), "chaplain"),
    }  # fmt: skip
    return [
        There(
            account=who.account, office=office, present=name not in absent,
            absent_why=absent.get(name, ""),
        )
        for name, (who, office) in there.items()
    ]  # fmt: skip


def called(person: UUID, *, at: datetime = AT + DAY, **more: Any) -> Meeting:
    """A meeting that is called together."""
    said: dict[str, Any] = {
        "by": chair(person), "establishment": "north", "kind": "ordinary", "meets_at": MEETS,
        "chair": CHAIR, "roles": [Role.PSYCHOLOGIST, Role.CHAPLAIN], "agencies": ["Probation West"],
    }  # fmt: skip
    return actions.call_meeting(at=at, **{**said, **more})


def brought(person: UUID, meeting: Meeting, *, at: datetime = AT + DAY, **more: Any) -> Case:
    """The person on the agenda."""
    said: dict[str, Any] = {"by": chair(person), "because": "turn", **more}
    return actions.bring(at=at, meeting_id=meeting.id, person_id=person, **said)


def held(person: UUID, meeting: Meeting, *, at: datetime = MEETS, **more: Any) -> Meeting:
    """It took place, and these were there."""
    said: dict[str, Any] = {"by": writer(person), "held_at": at, "there": members(person)}
    return actions.write_attendance(at=at, meeting_id=meeting.id, **{**said, **more})


def decided(person: UUID, **more: Any) -> Decided:
    """A decision of the chair, for a week after."""
    said: dict[str, Any] = {
        "words": "Ask the workshop for a place.", "owner": chair(person).account,
        "due_at": MEETS + 7 * DAY,
    }  # fmt: skip
    return Decided(**{**said, **more})


def minutes(person: UUID, case: Case, *, at: datetime = MEETS + HOUR, **more: Any) -> Case:
    """Sound minutes about the person."""
    said: dict[str, Any] = {
        "by": writer(person), "considered": "Three months of work in the kitchen.",
        "heard": "there", "heard_words": "He asks for the carpentry.",
        "reasons": "He kept to the hours and asks for more.",
        "said": [
            Said(account=CHAIR, words="He is on time."), Said(account=WRITER, words="He copes."),
            Said(account=SIGNER, words="He was calm.", dissent="It is too early."),
        ],
        "decided": [decided(person)],
    }  # fmt: skip
    return actions.write_case(at=at, case_id=case.id, **{**said, **more})


def minuted(person: UUID, **more: Any) -> tuple[Meeting, Case]:
    """Called, on the agenda, held, written: waiting for another member."""
    meeting = called(person)
    case = brought(person, meeting)
    held(person, meeting)
    return meeting, minutes(person, case, **more)


def closed(person: UUID, **more: Any) -> tuple[Meeting, Case]:
    """A meeting that is closed and locked."""
    meeting, case = minuted(person, **more)
    return sign(person, meeting), case


def sign(
    person: UUID, meeting: Meeting, *, by: Viewer | None = None, seen: str | None = None
) -> Meeting:
    """Signed by another member, who has seen what stands, or these words."""
    return actions.close_meeting(
        by=by or signer(person), at=CLOSES, meeting_id=meeting.id,
        seen=words_of(meeting.first) if seen is None else seen,
    )  # fmt: skip


def contested(person: UUID, case: Case, **more: Any) -> Contest:
    """The person's words, written down by staff."""
    said: dict[str, Any] = {
        "by": chair(person), "at": CLOSES + HOUR, "words": "I asked for the garden.",
        "language": "en", "contested_at": CLOSES + HOUR,
    }  # fmt: skip
    return actions.contest_decisions(case_id=case.id, **{**said, **more})


def leaves(person: UUID, to: str = "") -> None:
    """The person is held elsewhere now, or nowhere."""
    _as_owner(f"UPDATE people_person SET held_at = NULLIF('{to}', '') WHERE id = '{person}'")


def _as_owner(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(words)


@contextmanager
def refused_by(*constraints: str) -> Iterator[None]:
    """The database refuses what is done here by one of these constraints of the room."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        see_all_rows("PLN")
        yield
    name = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name in {f"team_{one}" for one in constraints}, name
