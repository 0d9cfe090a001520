"""The legal status changes at a moment: one ends where the next begins."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.made import ADMISSIONS, AT, DAY, HOUR, person
from tests.staff import see_all_rows
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import BadMoment, SameEntry, Taken
from throughcare.casework.custody.models import LegalStatus
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db
NOW = AT + 30 * DAY


def put(file: Person, value: str, since: datetime, at: datetime = NOW) -> LegalStatus:
    return actions.set_status(by=ADMISSIONS, at=at, person_id=file.id, value=value, since=since)


def line(file: Person, at: datetime = NOW) -> list[tuple[str, datetime, datetime | None]]:
    found = queries.orders_of(ADMISSIONS, file.id, at=at)
    return [(one.value, one.since, one.until) for one in found.statuses]


def test_a_change_ends_the_status_that_runs_at_that_moment() -> None:
    file = person()
    put(file, "untried", AT)
    put(file, "sentenced", AT + 9 * DAY)
    assert line(file) == [("untried", AT, AT + 9 * DAY), ("sentenced", AT + 9 * DAY, None)]


def test_a_status_is_not_set_for_a_time_that_has_not_come() -> None:
    file = person()
    with pytest.raises(BadMoment):
        put(file, "untried", NOW + HOUR)
    put(file, "untried", NOW)


def test_the_same_status_is_not_set_twice() -> None:
    file = person()
    put(file, "untried", AT)
    with pytest.raises(SameEntry):
        put(file, "untried", AT + DAY)
    put(file, "appealing", AT + DAY)


def test_a_status_before_the_one_that_stands_is_a_correction() -> None:
    file = person()
    put(file, "sentenced", AT + DAY)
    with pytest.raises(Taken):
        put(file, "untried", AT)


def test_a_correction_moves_the_end_of_the_status_before_it() -> None:
    file = person()
    put(file, "untried", AT)
    wrong = put(file, "sentenced", AT + 9 * DAY)
    said: dict[str, Any] = {"by": ADMISSIONS, "at": NOW, "status_id": wrong.id, "why": "misread"}
    with pytest.raises(Taken):
        actions.correct_status(**said, value="sentenced", since=AT)
    actions.correct_status(**said, value="appealing", since=AT + 7 * DAY)
    assert line(file) == [("untried", AT, AT + 7 * DAY), ("appealing", AT + 7 * DAY, None)]


def test_a_corrected_status_does_not_begin_after_its_end() -> None:
    file = person()
    first = put(file, "untried", AT)
    put(file, "sentenced", AT + 9 * DAY)
    see_all_rows("SEN")
    standing = LegalStatus.objects.get(value="untried", stood_until=None)
    assert standing.id != first.id
    said: dict[str, Any] = {"by": ADMISSIONS, "at": NOW, "status_id": standing.id, "why": "misread"}
    with pytest.raises(BadMoment):
        actions.correct_status(**said, value="untried", since=AT + 9 * DAY)
    actions.correct_status(**said, value="civil", since=AT + 8 * DAY)


def test_a_status_that_never_was_is_struck_out() -> None:
    file = person()
    wrong = put(file, "civil", AT)
    actions.strike_out_status(by=ADMISSIONS, at=NOW, status_id=wrong.id, why="another file")
    assert line(file) == []


@pytest.mark.parametrize(("begins", "allowed"), [(-9, True), (9, True), (3, False)])
def test_the_database_keeps_one_status_at_a_time(begins: int, allowed: bool) -> None:
    file = person()
    see_all_rows("SEN")
    for number, since in enumerate((AT, AT + timedelta(days=begins))):
        row = LegalStatus(
            id=person(f"Somebody {number}").id, person_id=file.id, recorded_at=NOW,
            recorded_by="1", value="untried", since=since, until=since + 9 * DAY,
        )  # fmt: skip
        see_all_rows("SEN")
        if number == 0 or allowed:
            row.save(force_insert=True)
            continue
        with (
            pytest.raises(IntegrityError, match="custody_one_status_at_a_time"),
            transaction.atomic(),
        ):
            row.save(force_insert=True)
