"""What was decided about one person, for whoever reads the plan, the person among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Role
from throughcare.casework.assessment.queries import FOR_THE_PERSON
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.team.house import PLN
from throughcare.casework.team.models import (
    Attendance,
    Case,
    Contest,
    Contribution,
    Correction,
    Decision,
    Meeting,
    Outcome,
    Telling,
)
from throughcare.register.actions import record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDecision:
    """A decision, and what came of it; None while it is open."""

    row: Decision
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCase:
    """What was said and decided about the person at one meeting.

    `offices`: the office of each account that was there. To the person and a lawyer everybody is
    an office: `said` and `decided` come without accounts.
    """

    row: Case
    meeting: Meeting
    offices: Mapping[str, str]
    said: Sequence[tuple[str, Contribution]]
    decided: Sequence[SeenDecision]
    told: Sequence[Telling]
    contests: Sequence[Contest]
    corrections: Sequence[Correction]

    @property
    def closed(self) -> bool:
        """Whether the minutes are signed and locked."""
        return self.meeting.state == "closed" and self.row.state == "minuted"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFile:
    """Every meeting at which the person was or is to be spoken about, the latest first."""

    person_id: UUID
    may_write: bool
    may_contest: bool
    seen: Sequence[SeenCase]


@reading
def team_of_file(viewer: Viewer, person_id: UUID, *, at: datetime) -> TeamFile:
    """What the team said and decided about a person. Leaves an entry. NotThere, Refused.

    The person and a lawyer see what is closed, and nothing before.
    """
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    seen = _seen(whole, at=at)
    role = Role(leave.role)
    if role in FOR_THE_PERSON:
        seen = [_for_the_person(one) for one in seen if one.closed]
    may = may_about(viewer, Act.WRITE, PLN, whole, at=at)
    record(
        event="read.team_decisions", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=whole, compartment=PLN,
        content={"rows": [str(one.row.id) for one in seen]},
    )  # fmt: skip
    return TeamFile(
        person_id=whole, may_write=may and role is not Role.PRISONER, may_contest=may, seen=seen
    )


def _seen(whole: UUID, *, at: datetime) -> list[SeenCase]:
    cases = list(rows_of(Case, whole, known_at=at))
    firsts = {one.meeting_id for one in cases}
    meetings = {
        one.first: one for one in Meeting.objects.filter(first__in=firsts, stood_until=None)
    }
    offices = defaultdict[UUID, dict[str, str]](dict)
    for sat in Attendance.objects.filter(meeting__in=firsts, stood_until=None):
        offices[sat.meeting_id][sat.account] = sat.office
    said, tasks = _by_case(Contribution, whole, at), _by_case(Decision, whole, at)
    ended = {one.decision_id: one for one in rows_of(Outcome, whole, known_at=at)}
    told, contests = _by_case(Telling, whole, at), _by_case(Contest, whole, at)
    corrected = _by_case(Correction, whole, at)
    found = [
        SeenCase(
            row=row, meeting=meetings[row.meeting_id], offices=offices[row.meeting_id],
            said=[(offices[row.meeting_id].get(one.account, ""), one) for one in said[row.first]],
            decided=[SeenDecision(row=one, outcome=ended.get(one.id)) for one in tasks[row.first]],
            told=told[row.first], contests=contests[row.first], corrections=corrected[row.first],
        )
        for row in cases if row.meeting_id in meetings
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.meeting.meets_at, one.row.first), reverse=True)


def _by_case(model: type[R], whole: UUID, at: datetime) -> Mapping[UUID, list[R]]:
    found = defaultdict[UUID, list[R]](list)
    for row in rows_of(model, whole, known_at=at).order_by("id"):
        found[row.case_id].append(row)  # type: ignore[attr-defined]
    return found


def _for_the_person(one: SeenCase) -> SeenCase:
    """Who sat there is staff of the prison: to the person each is an office. Never saved."""
    said = [(office, copy(words)) for office, words in one.said]
    for _office, words in said:
        words.account = ""
    decided = []
    for each in one.decided:
        row = copy(each.row)
        row.owner = one.offices.get(row.owner, "")
        decided.append(SeenDecision(row=row, outcome=each.outcome))
    meeting = copy(one.meeting)
    meeting.chair = meeting.called_by = meeting.minuted_by = meeting.signed_by = ""
    return SeenCase(
        row=one.row, meeting=meeting, offices={}, said=said, decided=decided, told=one.told,
        contests=one.contests, corrections=one.corrections,
    )  # fmt: skip
