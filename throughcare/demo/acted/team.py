"""Meetings of the team at home: two that were held and signed, and one that is called."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from throughcare.access.terms import Role
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.team import actions
from throughcare.casework.team.actions import Decided, Said, There
from throughcare.casework.team.models import Case, Decision, Meeting
from throughcare.casework.team.team_terms import (
    Because,
    Came,
    ContestState,
    MeetingKind,
    Seat,
)
from throughcare.casework.team.words import words_of
from throughcare.demo.acted.cast import DAY, Cast
from throughcare.demo.acted.team_words import Spoken, Task
from throughcare.duties.queries import no_plan, plans_called_at

_HOUR: Final = timedelta(hours=1)
_SEATS: Final = {
    "manager": Seat.CASE_MANAGER, "colleague": Seat.CASE_MANAGER,
    "psychologist": Seat.PSYCHOLOGIST, "chaplain": Seat.CHAPLAIN, "teacher": Seat.EDUCATION,
    "security": Seat.SECURITY, "womens_officer": Seat.WOMENS_OFFICER, "juvenile": Seat.JUVENILE,
    "probation": Seat.PROBATION, "nurse": Seat.HEALTH,
}  # fmt: skip
_INVITED: Final = (
    Role.PSYCHOLOGIST, Role.PHYSICIAN_NURSE, Role.SECURITY_OFFICER, Role.TEACHER_INSTRUCTOR,
    Role.CHAPLAIN,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """Who chaired a meeting, wrote it down and signed it; who was there; why others were not."""

    chair: str
    writer: str
    signer: str
    there: Sequence[str]
    absent: Mapping[str, str]


def first(cast: Cast, house: str, agenda: Mapping[UUID, Spoken]) -> None:
    """An ordinary meeting six weeks ago: told, one decision contested, one task done."""
    sat = Sat(
        chair="manager", writer="psychologist", signer="colleague",
        there=("manager", "psychologist", "colleague", "chaplain", "teacher", "security",
               "womens_officer", "juvenile"),
        absent={"nurse": "was called to the wing"},
    )  # fmt: skip
    at = cast.morning(45)
    cases = _held(cast, house, agenda, sat, kind=MeetingKind.ORDINARY, at=at)
    for case in cases:
        _told(cast, case, at=at + 3 * DAY)
    _contested(cast, cases[0], at=at + 5 * DAY)
    task = Decision.objects.get(
        case=cases[0].first, stood_until=None, owner=str(cast.number("teacher"))
    )
    done = at + 12 * DAY
    actions.end_task(
        by=cast.viewer("teacher", done), at=done, task_id=task.id, came=Came.DONE,
        words="He comes on Mondays and Thursdays now.", ended_at=done,
    )  # fmt: skip


def before_release(cast: Cast, house: str, agenda: Mapping[UUID, Spoken]) -> None:
    """Twelve days ago, with probation: one task of it is late by now."""
    sat = Sat(
        chair="colleague", writer="manager", signer="psychologist",
        there=("manager", "colleague", "psychologist", "probation", "security", "chaplain"),
        absent={"teacher": "held an examination"},
    )  # fmt: skip
    at = cast.morning(12)
    cases = _held(cast, house, agenda, sat, kind=MeetingKind.BEFORE_RELEASE, at=at)
    _told(cast, cases[0], at=at + 2 * DAY)


def called(cast: Cast, house: str, asked: Collection[UUID], turn: Collection[UUID]) -> None:
    """For next week, about those whose plan is called for, and about whose turn it is."""
    at = cast.morning(1)
    meeting = _called(
        cast, house, chair="manager", kind=MeetingKind.ORDINARY, at=at, meets_at=cast.morning(-6)
    )
    me = cast.viewer("manager", at)
    calls = plans_called_at(me, house, at=at)
    on_it = {
        person: Because.NO_PLAN if no_plan(calls[person]) else Because.PLAN
        for person in asked if person in calls
    }  # fmt: skip
    for person, because in {**on_it, **dict.fromkeys(turn, Because.TURN)}.items():
        actions.bring(by=me, at=at, meeting_id=meeting.id, person_id=person, because=because)


def _called(
    cast: Cast, house: str, *, chair: str, kind: MeetingKind, at: datetime, meets_at: datetime
) -> Meeting:
    with_probation = (Role.PROBATION_OFFICER,) if kind == MeetingKind.BEFORE_RELEASE else ()
    return actions.call_meeting(
        by=cast.viewer(chair, at), at=at, establishment=house, kind=kind, meets_at=meets_at,
        chair=cast.number(chair), roles=(*_INVITED, *with_probation),
        agencies=["House of Return (invented)"],
    )  # fmt: skip


def _held(
    cast: Cast, house: str, agenda: Mapping[UUID, Spoken], sat: Sat, *, kind: MeetingKind,
    at: datetime,
) -> list[Case]:  # fmt: skip
    """Called a week before, held, written down about each, and signed by another a day later."""
    week = at - 7 * DAY
    meeting = _called(cast, house, chair=sat.chair, kind=kind, at=week, meets_at=at)
    on_it = [
        actions.bring(
            by=cast.viewer(sat.chair, week), at=week, meeting_id=meeting.id, person_id=person,
            because=said.because,
        )
        for person, said in agenda.items()
    ]  # fmt: skip
    me = cast.viewer(sat.writer, at + _HOUR)
    actions.write_attendance(
        by=me, at=at + _HOUR, meeting_id=meeting.id, held_at=at, there=_there(cast, sat)
    )
    cases = [
        _minuted(cast, sat.writer, case, said, at=at + 2 * _HOUR)
        for case, said in zip(on_it, agenda.values(), strict=True)
    ]
    actions.close_meeting(
        by=cast.viewer(sat.signer, at + DAY), at=at + DAY, meeting_id=meeting.id,
        seen=words_of(meeting.first),
    )  # fmt: skip
    return cases


def _there(cast: Cast, sat: Sat) -> list[There]:
    came = [There(account=cast.number(part), office=_SEATS[part]) for part in sat.there]
    return came + [
        There(account=cast.number(part), office=_SEATS[part], present=False, absent_why=why)
        for part, why in sat.absent.items()
    ]


def _minuted(cast: Cast, writer: str, case: Case, words: Spoken, *, at: datetime) -> Case:
    return actions.write_case(
        by=cast.viewer(writer, at), at=at, case_id=case.id, considered=words.considered,
        heard=words.heard, heard_words=words.heard_words, reasons=words.reasons,
        said=[
            Said(account=cast.number(part), words=text, dissent=words.against.get(part, ""))
            for part, text in words.said.items()
        ],
        decided=[_decided(cast, one, at=at) for one in words.tasks],
    )  # fmt: skip


def _decided(cast: Cast, task: Task, *, at: datetime) -> Decided:
    return Decided(
        words=task.words, owner=cast.number(task.by), due_at=at + task.days * DAY
    )  # fmt: skip


def _told(cast: Cast, case: Case, *, at: datetime) -> None:
    actions.tell_decisions(
        by=cast.viewer("manager", at), at=at, case_id=case.id, told_at=at, how=ToldHow.BOTH,
        language="ar",
    )  # fmt: skip


def _contested(cast: Cast, case: Case, *, at: datetime) -> None:
    """In the person's own words; somebody who had no part in the meeting answers."""
    row = actions.contest_decisions(
        by=cast.viewer("manager", at), at=at, case_id=case.id, contested_at=at, language="ar",
        words="Seventy days for an answer is too long. I asked two months ago.",
    )  # fmt: skip
    later = at + 6 * DAY
    actions.answer_contest(
        by=cast.viewer("third", later), at=later, contest_id=row.id, outcome=ContestState.AGAIN,
        reasons="The workshop was open again a week after the meeting: the day is looked at anew.",
    )  # fmt: skip
