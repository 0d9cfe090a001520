"""No step, admission or decision without its entry: where one fails, nothing has happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    HOUR,
    person,
    received,
    remanded,
    step,
)
from tests.casework.custody.test_reception_age import disputed
from tests.casework.custody.test_reception_found import freed, in_the_north, take
from tests.staff import see_all_rows
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import Stage, StepKind

pytestmark = pytest.mark.django_db

_TABLES = ("custody_stay", "custody_step", "people_person", "people_fact", "register_entry")


class Full(Exception):
    """The register takes no more entries."""


def _receive() -> Callable[[], Any]:
    file = person()
    remanded(file.id)
    return lambda: actions.receive(
        by=ADMISSIONS, at=AT, person_id=file.id, establishment="north", admitted_at=AT
    )


def _take_step() -> Callable[[], Any]:
    file, _stay = received()
    return lambda: actions.take_step(
        by=ADMISSIONS, at=AT, person_id=file.id, stage=Stage.RECEPTION, kind=StepKind.NEEDS,
        value={"own_words": "a call"}, happened_at=AT,
    )  # fmt: skip


def _correct_step() -> Callable[[], Any]:
    file, _stay = received()
    old = step(file, StepKind.NEEDS, {"own_words": "nothing"})
    return lambda: actions.correct_step(
        by=ADMISSIONS, at=AT + HOUR, step_id=old.id, value={"own_words": "a call"},
        happened_at=AT, why="misheard",
    )  # fmt: skip


def _dispute_age() -> Callable[[], Any]:
    file, _stay = received()
    return lambda: actions.dispute_age(
        by=ADMISSIONS, at=AT, person_id=file.id, says_birth_date="2010", happened_at=AT
    )


def _decide_age() -> Callable[[], Any]:
    file = disputed()
    return lambda: actions.decide_age(
        by=COLLEAGUE, at=AT + HOUR, person_id=file.id, decided_birth_date="2007", happened_at=AT,
        why="the certificate came",
    )  # fmt: skip


def _take_over() -> Callable[[], Any]:
    file = in_the_north()
    freed(file)
    return lambda: take(file)


def _rows() -> list[list[Any]]:
    see_all_rows("SEN", "HLT", "INC")
    with connection.cursor() as cursor:
        found = []
        for table in _TABLES:
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            found.append(cursor.fetchall())
    return found


@pytest.mark.parametrize(
    "made", [_receive, _take_step, _correct_step, _dispute_age, _decide_age, _take_over],
    ids=lambda made: made.__name__.strip("_"),
)  # fmt: skip
def test_where_an_entry_fails_nothing_has_changed(made: Callable[[], Callable[[], Any]]) -> None:
    act = made()
    before = _rows()
    with patch("throughcare.register.actions.record", side_effect=Full), pytest.raises(Full):
        act()
    assert _rows() == before
    act()
    assert _rows() != before
