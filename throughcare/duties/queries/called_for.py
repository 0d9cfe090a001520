"""What calls for a board of classification since the last one sat: read, never written by a job.

A board that decides answers everything that came before it. So each matter calls once, whoever
looks and however often, and nothing has to run for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import yaml
from django.db import connection

from throughcare.access import gate
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON
from throughcare.casework.people.files import ask_about, entering, reading, subject_of
from throughcare.register.actions import record

PLN = Compartment.PLN
_FILE: Final = Path(__file__).parent.with_name("calls.yaml")
_OF: Final = "SELECT * FROM duties_calls_for_board(%s, %s, %s)"
_AT: Final = "SELECT * FROM duties_calls_at(%s, %s, %s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Something that calls for a board. `trigger`: its BoardTrigger; `at`: when it happened."""

    trigger: str
    at: datetime


@cache
def comes_of_age() -> Sequence[int]:
    """At which birthdays a person is looked at anew."""
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    years: list[int] = held["comes_of_age"]["years"]
    return years


@reading
def called_for(viewer: Viewer, person_id: UUID, *, at: datetime) -> Sequence[Call]:
    """What calls for a board about a person, the earliest first. Raises NotThere or Refused.

    Nothing for the person and the lawyer: a referral is not theirs to read, and would show here.
    Leaves no entry of its own: it stands on the page of the classification, which leaves one.
    """
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    if Role(leave.role) in FOR_THE_PERSON:
        return []
    whole = subject_of(person_id).person or person_id
    return calls_by(_OF, [whole], at).get(whole, [])


@entering
def called_at(viewer: Viewer, establishment: str, *, at: datetime) -> Mapping[UUID, Sequence[Call]]:
    """Everybody held there for whom a board is called for, as far as the viewer reads the plan.

    Leaves an entry. Raises NotThere without a post.
    """
    leave = gate.standing(viewer, at=at)
    found = calls_by(_AT, establishment, at)
    record(
        event="read.called_for_board", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=PLN,
        content={"place": establishment, "named": sorted(str(one) for one in found)},
    )  # fmt: skip
    return found


def calls_by(words: str, about: str | list[UUID], at: datetime) -> dict[UUID, list[Call]]:
    """What a door of the database answers, by file. `about`: files, or a prison."""
    with connection.cursor() as cursor:
        cursor.execute(words, [about, at, list(comes_of_age())])
        rows = cursor.fetchall()
    found = defaultdict[UUID, list[Call]](list)
    for whole, what, since in sorted(rows, key=lambda row: (row[2], row[1])):
        # Of one kind the first: a second act of violence calls for the same board.
        if what not in {one.trigger for one in found[whole]}:
            found[whole].append(Call(trigger=what, at=since))
    return dict(found)
