"""To judge: these files now, those that wait, everybody.

A judgement is worked out of records that stand; it is no act of anybody and has no entry of its own
(ADR 0032). Each runs in a transaction of its own, with the eyes of the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from time import perf_counter
from typing import Final
from uuid import UUID

from standards.person.engine import evaluate_archive
from throughcare.casework.people.files import parts_by_whole, whole_by_part
from throughcare.casework.people.told import whole_files
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.judging import Judgement, judge, judge_house
from throughcare.duties.keeping import (
    keep,
    keep_house,
    lock,
    lock_house,
    marks_of,
    marks_of_house,
    note_length,
)
from throughcare.duties.rules import asked_on
from throughcare.duties.staff import judge_staff, staff_of
from throughcare.duties.waiting import (
    all_houses,
    longest_waiting,
    next_waiting_house,
    waiting_among,
    waiting_houses,
)

AT_ONCE: Final = 100  # files in one transaction


def judge_files(persons: Collection[UUID], *, at: datetime) -> None:
    """Judge these files as of now, whether or not anything was written in them."""
    with engine_eyes():
        _judge(sorted(set(whole_by_part(persons).values())), at=at)


def bring_up_to_date(persons: Collection[UUID], *, at: datetime) -> int:
    """Judge those of these files whose answer may be old. How many there were."""
    with engine_eyes():
        wholes = waiting_among(sorted(set(whole_by_part(persons).values())), at=at)
        _judge(wholes, at=at)
    return len(wholes)


def judge_waiting(*, at: datetime, most: int, within_ms: int | None = None) -> int:
    """Judge files in which something was written, the latest first. How many there were.

    `within_ms`: leave those that took longer the last time.
    """
    with engine_eyes():
        wholes = longest_waiting(most, at=at, within_ms=within_ms)
        _judge(wholes, at=at)
    return len(wholes)


def judge_everybody(*, at: datetime, tell: Callable[[int, int], None]) -> None:
    """Judge each file and each house by the person engine, as a new country is filled.

    For a few thousand people it is quicker than `recompute`, which compares the two engines.
    """
    with engine_eyes():
        wholes, houses = whole_files(), all_houses()
    for first in range(0, len(wholes), AT_ONCE):
        with engine_eyes():
            _judge(wholes[first : first + AT_ONCE], at=at)
        tell(min(first + AT_ONCE, len(wholes)), len(wholes) + len(houses))
    for done, house in enumerate(houses, start=1):
        judge_house_now(house, at=at)
        judge_staff_now(house, at=at)
        tell(len(wholes) + done, len(wholes) + len(houses))


def judge_house_now(house: str, *, at: datetime) -> None:
    """Judge what the rules say of the people of one establishment together."""
    _judge_under(house, lambda: judge_house(house, at=at), at=at)


def judge_staff_now(house: str, *, at: datetime) -> None:
    """Judge what the rules say of the staff of one establishment."""
    asked = asked_on(at.date())
    _judge_under(staff_of(house), lambda: judge_staff(house, asked, evaluate_archive, at=at), at=at)


def judge_waiting_staff(*, at: datetime, houses: Sequence[str] | None = None) -> list[str]:
    """Judge the staff of each establishment, or of these, whose kept answer may be old. Which."""
    with engine_eyes():
        asked = all_houses() if houses is None else list(houses)
        waiting = set(waiting_houses([staff_of(house) for house in asked], at=at))
    found = [house for house in asked if staff_of(house) in waiting]
    for house in found:
        judge_staff_now(house, at=at)
    return found


def _judge_under(name: str, judged: Callable[[], Judgement], *, at: datetime) -> None:
    with engine_eyes():
        lock_house(name, at=at)
        marks = marks_of_house(name)
        keep_house(judged(), name, marks, at=at)


def judge_next_house(*, at: datetime, judged_before: datetime) -> str | None:
    """Judge the house that waits, unless it was judged a moment ago. Which one; None where none."""
    with engine_eyes():
        house = next_waiting_house(at=at, judged_before=judged_before)
    if house is not None:
        judge_house_now(house, at=at)
    return house


def _judge(wholes: Sequence[UUID], *, at: datetime) -> None:
    if not wholes:
        return
    lock(wholes, at=at)
    began = perf_counter()
    parts = parts_by_whole(list(wholes))
    marks = marks_of(parts)
    keep(judge(wholes, at=at), parts, marks, at=at)
    note_length(wholes, round((perf_counter() - began) * 1000 / len(wholes)))
