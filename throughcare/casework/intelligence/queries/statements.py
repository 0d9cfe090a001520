"""What leaves the room: the statements about a person, for whoever reads INT in short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.intelligence.keys import need_key, opened
from throughcare.casework.intelligence.models import Sealed, Statement
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of

INT = Compartment.INT


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStatement:
    """A graded, sanitised statement: no source, no method, nothing raw. `decision`: why shared."""

    id: UUID
    item: UUID | None
    decided_at: datetime
    expires_at: datetime
    source: str
    information: str
    text: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Those that hold, the latest first. `live_is_closed`: the person sees none, ever."""

    person_id: UUID
    live_is_closed: bool
    seen: Sequence[SeenStatement]


@reading
def statements_about(viewer: Viewer, person_id: UUID, *, at: datetime) -> Statements:
    """The statements about a person that hold. Leaves an entry, whether or not there are any.

    The person sees none: live intelligence is not shown to whom it is about (roles, section 2).
    Raises NoKey (also where there is nothing), NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ_REDACTED, INT, person_id, at=at)
    need_key()
    whole = subject_of(person_id).person or person_id
    own = Role(leave.role) is Role.PRISONER
    seen = [] if own else seen_statements(whole, at=at)
    enter_reading(
        "read.statements", viewer, leave.role, leave.place, {"rows": [one.id for one in seen]},
        at=at, about=whole,
    )  # fmt: skip
    return Statements(person_id=whole, live_is_closed=own, seen=seen)


def seen_statements(whole: UUID, *, at: datetime, items: bool = False) -> list[SeenStatement]:
    """Those that hold, decrypted. Behind the wall; asks nobody. Two questions of the database."""
    rows = list(
        rows_of(Statement, whole, known_at=at)
        .filter(ended_at=None, expires_at__gt=at)
        .order_by("-decided_at", "-id")
    )
    words = dict(
        Sealed.objects.filter(id__in=[row.id for row in rows], kind="statement", words__gt="")
        .values_list("id", "words")
    )  # fmt: skip
    return [_seen(row, words[row.id], items) for row in rows if row.id in words]


def reads_statements(viewer: Viewer, person: UUID, held_at: str | None, *, at: datetime) -> bool:
    """Whether the page of statements is open to this viewer. The same with and without any."""
    about = Subject(person, held_at)
    return gate.may(viewer, Act.READ_REDACTED, INT, about, at=at)


@reading
def items_waiting(viewer: Viewer, person_id: UUID, *, at: datetime) -> int:
    """How many items wait for an answer, for whoever reads INT at least in short; 0 for the person.

    For the page of a board. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ_REDACTED, INT, person_id, at=at)
    if Role(leave.role) is Role.PRISONER or not may_about(
        viewer, Act.READ_REDACTED, INT, person_id, at=at
    ):
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_items_waiting(%s)", [person_id])
        return int(cursor.fetchone()[0])


def _seen(row: Statement, token: str, items: bool) -> SeenStatement:
    said = opened(token, row=row.id)
    return SeenStatement(
        id=row.first, item=row.item if items else None, decided_at=row.decided_at,
        expires_at=row.expires_at, source=said["source"], information=said["information"],
        text=said["text"], decision=said["decision"],
    )  # fmt: skip
