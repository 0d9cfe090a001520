"""Who sees which rows: as the matrix says, also for somebody who asks the database directly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from tests.casework.safety.made import (
    ADMISSIONS,
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    NURSE,
    WING,
    contact,
    grown,
    out,
    separated,
)
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import EVERY

pytestmark = pytest.mark.django_db
HEALTH = {"safety_healthstate", "safety_healthopinion"}


@pytest.fixture
def person() -> UUID:
    """Somebody with rows in both compartments."""
    found = grown()
    actions.give_opinion(
        by=NURSE, at=AT, person_id=found, said_at=AT, fitness="no_objection", said_by="N. Nurse"
    )
    order = separated(found)
    actions.state_health(by=NURSE, at=AT + HOUR, person_id=found, kind="pregnant", since=AT)
    actions.review_separation(
        by=DEPUTY, at=AT + HOUR, person_id=found, separation_id=order.separation_id,
        reviewed_at=AT + HOUR, reviewer="B. Judge", reviewer_role="judge", independent=True,
        outcome="continue", reasons="r",
    )  # fmt: skip
    hours = [out(found, AT, AT + HOUR), contact(found, AT, AT + HOUR)]
    assert actions.enter_day(by=WING, at=AT + DAY, entries=hours).written
    return found


FILLED = {
    "safety_separation", "safety_separationorder", "safety_separationreview", "safety_outofcell",
    "safety_contact",
}  # fmt: skip


def seen_by(viewer: Viewer) -> set[str]:
    """The tables of separation in which the database shows this viewer a row."""

    @entering
    def look(*, by: Viewer, at: datetime) -> set[str]:
        return {model._meta.db_table for model in EVERY if model._default_manager.exists()} & (
            FILLED | HEALTH
        )

    return look(by=viewer, at=AT + DAY)


def test_each_role_sees_the_rows_of_its_compartments_and_no_other(person: UUID) -> None:
    assert seen_by(DIRECTOR) == FILLED
    assert seen_by(INSPECTOR) == FILLED | HEALTH
    assert seen_by(NURSE) == HEALTH
    for nothing in (WING, ELSEWHERE, ADMISSIONS):
        assert seen_by(nothing) == set()


@contextmanager
def refused() -> Iterator[None]:
    """The database refuses it."""
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        yield


def test_the_service_itself_cannot_ask_why_somebody_must_not_be_separated(person: UUID) -> None:
    for question in ("safety_barring(%s, %s)", "safety_child(%s, %s)"):
        with refused(), connection.cursor() as cursor:
            cursor.execute(f"SELECT {question}", [person, AT])


def test_whoever_neither_reads_nor_adds_is_told_nothing_by_the_doors(person: UUID) -> None:
    @entering
    def ask(*, by: Viewer, at: datetime) -> list[object]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT safety_barred(%s, %s)", [person, at])
            barred = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM safety_spells(%s, %s)", [[person], at])
            spells = cursor.fetchone()
            cursor.execute("SELECT count(*) FROM safety_separated('north', %s, %s)", [AT, at])
            return [*barred, *spells, *cursor.fetchone()]

    assert ask(by=WING, at=AT + DAY) == ["health", 1, 1]
    for nothing in (ELSEWHERE, ADMISSIONS):
        assert ask(by=nothing, at=AT + DAY) == [None, 0, 0]
