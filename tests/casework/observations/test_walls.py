"""The database asks too: past every action, whoever only adds reads nothing and appoints nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from tests.casework.observations.made import (
    DIRECTOR,
    ELSEWHERE,
    NOON,
    WING,
    grown,
    manager,
    observed,
)
from tests.staff import see_no_rows
from throughcare.access.question import Viewer
from throughcare.casework.observations import actions, queries
from throughcare.casework.observations.actions import Fate, Sent
from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer

pytestmark = pytest.mark.django_db


@contextmanager
def behind_the_wall(viewer: Viewer) -> Iterator[None]:
    """As a page of this viewer that would ask nobody."""
    see_no_rows()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_enter(%s, %s)", [viewer.account, NOON])
        yield
    see_no_rows()


def appointing(person: UUID) -> dict[str, Any]:
    return {
        "id": uuid4(), "person_id": person, "recorded_at": NOON, "since": NOON,
        "recorded_by": str(WING.account), "officer": str(WING.account), "establishment": "north",
    }  # fmt: skip


def test_past_every_action_wing_staff_read_no_row() -> None:
    person = grown()
    observed(person)
    actions.log_contact(by=WING, at=NOON, person_id=person, kind="talk")
    for viewer, rows in ((WING, 0), (ELSEWHERE, 0), (DIRECTOR, 1), (manager(person), 1)):
        with behind_the_wall(viewer):
            assert Observation.objects.count() == OfficerContact.objects.count() == rows


def test_past_every_action_whoever_only_adds_or_only_reads_appoints_nobody() -> None:
    person = grown()
    for viewer in (WING, DIRECTOR):
        with pytest.raises(DatabaseError, match="row-level security"), behind_the_wall(viewer):
            PersonalOfficer.objects.create(**appointing(person))
    with behind_the_wall(manager(person)):
        PersonalOfficer.objects.create(**appointing(person))


def test_the_doors_tell_a_stranger_nothing() -> None:
    person = grown()
    observed(person)
    for viewer, told in ((ELSEWHERE, False), (WING, True)):
        with behind_the_wall(viewer), connection.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM observations_contacts(%s, %s, ARRAY['talk'])", [[person], NOON]
            )
            assert bool(cursor.fetchall()) is told
            cursor.execute("SELECT * FROM observations_of_unit('north', %s, %s)", [NOON, NOON])
            assert bool(cursor.fetchall()) is told


def test_the_door_of_sent_entries_tells_an_account_of_its_own_alone() -> None:
    person, key = grown(), uuid4()
    sent = Sent(key=key, said_at=NOON, written_at=NOON)
    fate = actions.take_observation(
        by=WING, at=NOON, person_id=person, place="north/a/1", sent=sent, tone="talk", spot="yard"
    )
    assert fate == Fate.WRITTEN
    for viewer, told in ((WING, {key}), (ELSEWHERE, set()), (DIRECTOR, set())):
        assert queries.sent_before(viewer, [key, uuid4()], at=NOON) == told
