"""Enrolments, consent, progress and sessions, under the names of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from standards.instants import from_datetime
from throughcare.casework.custody.facts.knowing import Known, known, through
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.custody.terms import Status
from throughcare.casework.programmes.facts.told import Told
from throughcare.casework.programmes.models import (
    Attendance,
    Consent,
    Note,
    Referral,
    Withdrawal,
)
from throughcare.casework.programmes.terms import Came, ConsentState, Kind, State
from throughcare.casework.rows.record import Record

SCHOOL: Final = "education_enrolment"
OFFERED: Final = "work_or_programme_offered"
JOINED, CONSENT = "disengagement_programme_enrolment", "informed_consent"
INSIDE, NOTE = "in_disengagement_programme", "progress_note"
SPORT: Final = "sports_sessions"
OUTSIDER, VETTED = "external_worker_session", "vetting_and_induction_valid"
OBLIGED: Final = "uncharged_person_in_mandatory_programme"
_CAME: Final = frozenset({Came.ATTENDED, Came.PART})
_INSTANT: Final = timedelta(microseconds=1)


def enrolments(sheet: Sheet, told: Told) -> None:
    """What was offered, and each enrolment, of schooling and of disengagement."""
    for row in told.rows(Referral):
        programme = told.programmes[row.programme_id]
        while_known, key = known(row), row.first
        if row.state != State.NOT_OFFERED:
            sheet.event(OFFERED, row.id, row.answered_at, while_known, key=key)
        if programme.kind == Kind.EDUCATION:
            sheet.event(SCHOOL, row.id, row.enrolled_at, while_known, key=key)
        if programme.aims_at_beliefs:
            sheet.event(JOINED, row.id, row.enrolled_at, while_known, key=key)


def consents(sheet: Sheet, told: Told) -> None:
    """While the person's word holds: from when it was given and written, until it is withdrawn."""
    for row in told.rows(Consent):
        if row.state != ConsentState.GIVEN:
            continue
        gone = [one for one in told.rows(Withdrawal) if one.referral_id == row.referral_id]
        made = from_datetime(row.recorded_at)
        for span, (since, until) in through([row, *gone], _word):
            sheet.spell(
                CONSENT, row.id, since, until, span, key=row.referral_id, made_at=made
            )  # fmt: skip


def _word(standing: list[Record]) -> tuple[datetime, datetime | None] | None:
    said = next((one for one in standing if isinstance(one, Consent)), None)
    if said is None:
        return None
    gone = [one.withdrawn_at for one in standing if isinstance(one, Withdrawal)]
    return said.said_at, min(gone, default=None)


def inside(sheet: Sheet, told: Told) -> None:
    """While somebody takes part in a programme of disengagement, and what is noted of it."""
    for first, row in _aimed(told):
        for span, (since, until) in _through(told, first):
            sheet.spell(INSIDE, row.id, since, until, span, key=first)
    for note in told.rows(Note):
        programme = told.programme_of(note.referral_id)
        if programme is not None and programme.aims_at_beliefs:
            sheet.event(NOTE, note.id, note.noted_at, known(note), key=note.referral_id)


def _aimed(told: Told) -> Iterator[tuple[UUID, Referral]]:
    firsts = {row.first: row for row in reversed(told.rows(Referral))}
    for first, row in firsts.items():
        if told.programmes[row.programme_id].aims_at_beliefs:
            yield first, row


Span = tuple[datetime, datetime | None]


def _through(told: Told, first: UUID) -> Iterator[tuple[Known, Span]]:
    rows: list[Record] = [one for one in told.rows(Referral) if one.first == first]
    rows += [one for one in told.rows(Withdrawal) if one.referral_id == first]
    return through(rows, _takes_part)


def _takes_part(standing: list[Record]) -> Span | None:
    row = next((one for one in standing if isinstance(one, Referral)), None)
    if row is None or row.enrolled_at is None:
        return None
    ends = [one.withdrawn_at for one in standing if isinstance(one, Withdrawal)]
    ends += [row.over_at] if row.over_at is not None else []
    return row.enrolled_at, min(ends, default=None)


def sessions(sheet: Sheet, told: Told) -> None:
    """Sessions of sport that somebody came to, and those that somebody from outside led."""
    for row in told.rows(Attendance):
        session = told.sessions[row.session_id]
        programme = told.programme_of(row.referral_id)
        if programme is None or row.came not in _CAME:
            continue
        while_known = known(row)
        if programme.kind == Kind.SPORT:
            sheet.event(SPORT, row.id, session.begins_at, while_known)
        if session.worker_id is None:
            continue
        sheet.event(OUTSIDER, row.id, session.begins_at, while_known, key=session.id)
        if session.vetted_on and session.inducted_on and session.valid_until:
            ready = max(session.vetted_on, session.inducted_on)
            if ready <= session.held_on < session.valid_until:
                sheet.event(
                    VETTED, row.id, sheet.start_of(ready), while_known, key=session.id
                )  # fmt: skip


def obliged(sheet: Sheet, told: Told) -> None:
    """Somebody held without charge while obliged to a programme: it must never be."""
    rows = told.rows(Referral)
    for first in dict.fromkeys(row.first for row in rows if row.obliged_by):
        for status in sheet.told.statuses:
            if status.value != Status.WITHOUT_CHARGE:
                continue
            for span, (since, until) in _through(told, first):
                both = span.meet(known(status))
                began = max(since, status.since)
                ends = [end for end in (until, status.until) if end is not None]
                if both is not None and began < min(ends, default=began + _INSTANT):
                    sheet.event(OBLIGED, status.id, began, both, key=first)
