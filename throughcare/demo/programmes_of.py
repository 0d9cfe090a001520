"""The way of one person through programmes, as the actions of the room would have written it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from throughcare.casework.programmes.models import (
    Attendance,
    Consent,
    Group,
    LiteracyCheck,
    Note,
    Programme,
    Referral,
    Session,
    Withdrawal,
)
from throughcare.casework.rows.anew import anew
from throughcare.demo.custody.pen import Pen
from throughcare.demo.row import new
from throughcare.demo.staff import Member

_DAY: Final = timedelta(days=1)
_MONTH: Final = timedelta(days=28)
# One in so many sessions is not attended, in turns.
_NOT_COME: Final = {4: "not_brought", 9: "absent"}
_TURNS: Final = 11


class Way(StrEnum):
    """What is told of somebody."""

    CHILD = "child"
    TAKES_PART = "takes_part"
    WAITS = "waits"
    DECLINED = "declined"
    WITHDREW = "withdrew"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Course:
    """A programme with its group and the sessions that were held, the earliest first."""

    programme: Programme
    group: Group
    sessions: Sequence[Session]


def ways_of(
    pen: Pen, way: Way, courses: Mapping[str, Course], by: Member, at: datetime, on: datetime,
    said: Mapping[str, Any],
) -> None:  # fmt: skip
    """Write it down from this moment on; nothing of it lies after `on`."""
    told = _Told(pen, by, at, on, said)
    match way:
        case Way.CHILD:
            told.takes_part(courses["school"], guardian=said["guardian"])
            told.takes_part(courses["sport"], guardian=said["guardian"])
        case Way.TAKES_PART:
            course = courses["paths" if at.day % 3 == 0 else "school"]
            told.takes_part(course)
        case Way.WAITS:
            told.listed(courses["school"])
        case Way.DECLINED:
            told.declined(courses["paths"])
        case Way.WITHDREW:
            told.withdrew(courses["school"])
        case Way.CHECKED:
            check = new(LiteracyCheck, checked_at=at, reads="no")
            pen.put(check, by=by, at=at)
            told.takes_part(courses["school"])


class _Told:
    """One person's way, as it is being written."""

    def __init__(
        self, pen: Pen, by: Member, at: datetime, on: datetime, said: Mapping[str, Any]
    ) -> None:
        self._pen, self._by, self._at, self._on, self._said = pen, by, at, on, said

    def takes_part(self, course: Course, *, guardian: str = "") -> None:
        """In the group from that day, with what is written of each session."""
        row = self.listed(course, guardian=guardian)
        row = self._go(
            row, "enrolled", group_id=course.group.id, enrolled_at=self._at,
            enrolled_by=str(self._by.number), before_others_why="as the list stood then",
        )  # fmt: skip
        held = [one for one in course.sessions if one.begins_at > self._at]
        for turn, session in enumerate(held):
            came = _NOT_COME.get(turn % _TURNS, "attended")
            line = new(
                Attendance, session=session, referral_id=row.first, came=came,
                entry_key=self._pen.fresh_id(session.ends_at),
            )  # fmt: skip
            self._pen.put(line, by=self._by, at=session.ends_at)
        if course.programme.aims_at_beliefs:
            self._notes(row.first)

    def listed(self, course: Course, *, guardian: str = "") -> Referral:
        """Referred, offered, agreed to and on the list."""
        row = self._go(self._referred(course), "offered", answered_at=self._at)
        self._said_so(row, "given", guardian)
        row = self._go(row, "accepted", consented_at=self._at)
        return self._go(row, "waiting")

    def declined(self, course: Course) -> None:
        """Offered, and declined."""
        row = self._go(self._referred(course), "offered", answered_at=self._at)
        self._said_so(row, "declined", "")
        self._go(row, "declined", over_at=self._at)

    def withdrew(self, course: Course) -> None:
        """On the list, and withdrawn a day later."""
        row = self.listed(course)
        self._at = min(self._at + _DAY, self._on)
        gone = new(Withdrawal, referral_id=row.first, withdrawn_at=self._at, how="to_staff")
        self._pen.put(gone, by=self._by, at=self._at)
        self._go(row, "withdrawn", over_at=self._at)

    def _referred(self, course: Course) -> Referral:
        row = new(
            Referral, state="referred", programme=course.programme, asked_by="self",
            why=self._said["why"], referred_at=self._at, referred_by=str(self._by.number),
        )  # fmt: skip
        self._pen.put(row, by=self._by, at=self._at)
        row.first = row.id
        return row

    def _said_so(self, row: Referral, state: str, guardian: str) -> None:
        word = new(
            Consent, referral_id=row.first, state=state, said_at=self._at, language="ar",
            told_how="oral", told_what=self._said["told"],
            shares=["case_manager", "givers"] if state == "given" else [], guardian=guardian,
            guardian_at=self._at if guardian else None,
        )  # fmt: skip
        self._pen.put(word, by=self._by, at=self._at)

    def _notes(self, first: UUID) -> None:
        at = self._at + _DAY
        while at < self._on:
            note = new(Note, referral_id=first, noted_at=at, words="Came, and spoke with others.")
            self._pen.put(note, by=self._by, at=at)
            at += _MONTH

    def _go(self, row: Referral, state: str, **changes: Any) -> Referral:
        after = anew(row, state=state, **changes)
        after.first = row.first
        return self._pen.put(after, by=self._by, at=self._at, replaces=row)
