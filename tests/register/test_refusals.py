"""The register only grows, and no change goes through without its entry."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, transaction

from tests.register.made import NOON, PERSON, World, an_entry
from throughcare.register.actions import record
from throughcare.register.errors import NotAnInstant, NotCanonical, OutsideTransaction
from throughcare.register.models import Entry
from throughcare.register.queries import Opening, latest_about, opened_by

Connection = psycopg.Connection[Any]
TABLES = ("register_entry", "register_sealed", "register_checkpoint")
_FIRST = {"register_entry": "id", "register_sealed": "position", "register_checkpoint": "size"}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("deed", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0}"])
def test_neither_the_service_nor_the_owner_may_change_what_stands(
    world: World, app: Connection, owner: Connection, table: str, deed: str
) -> None:
    world.fill(1)
    words = deed.format(table, _FIRST[table]).encode()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(words)
    with pytest.raises(psycopg.errors.RestrictViolation, match="The register only grows"):
        owner.execute(words)


def test_an_entry_outside_the_transaction_of_its_change_is_refused(own_database: str) -> None:
    values: dict[str, Any] = {
        "event": "visit.held", "by": "7", "role": "officer", "place": "", "happened_at": NOON,
        "at": NOON,
    }  # fmt: skip
    with transaction.atomic():
        record(**values)
    with pytest.raises(OutsideTransaction, match=r"transaction\.atomic"):
        record(**values)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(("role", "kept"), [("officer", 2), ("", 0)])
def test_a_change_whose_entry_fails_does_not_happen(
    own_database: str, role: str, kept: int
) -> None:
    try:
        with transaction.atomic():
            an_entry(0, event="the change")
            an_entry(1, role=role)
    except IntegrityError:
        assert not role
    assert Entry.objects.count() == kept


@pytest.mark.django_db
@pytest.mark.parametrize("early", [timedelta(microseconds=1), timedelta()])
def test_an_entry_may_be_recorded_as_it_happens_or_later(early: timedelta) -> None:
    assert an_entry(happened_at=NOON - early, at=NOON).pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"happened_at": NOON + timedelta(microseconds=1)}, "nothing_before_it_happens"),
        ({"event": ""}, "what_who_and_in_which_role"),
        ({"by": ""}, "what_who_and_in_which_role"),
        ({"row": "5"}, "row_is_in_a_table"),
    ],
)
def test_a_senseless_entry_is_refused_by_the_database(
    wrong: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        an_entry(**wrong)


@pytest.mark.django_db
def test_a_row_in_a_table_is_recorded() -> None:
    assert an_entry(table="visits", row="5").pk


@pytest.mark.django_db
def test_a_content_or_a_time_without_one_spelling_is_refused() -> None:
    with pytest.raises(NotCanonical, match="float"):
        an_entry(content={"hours": 1.5})
    with pytest.raises(NotAnInstant):
        an_entry(content={"at": datetime(2026, 3, 1)})  # noqa: DTZ001
    with pytest.raises(NotCanonical, match="null character"):
        an_entry(why="a\0b")


@pytest.mark.django_db
def test_who_opened_a_file_is_told_by_role_newest_first() -> None:
    for number, event in enumerate(["read.file", "visit.held", "read", "ready"]):
        an_entry(number, event=event, role=f"role {number}")
    roles = [one.role for one in opened_by(PERSON)]
    assert roles == ["role 2", "role 0"]
    assert opened_by(PERSON, most=1) == [Opening("role 2", "north/a", NOON)]
    assert [one.role for one in opened_by(PERSON, before=NOON + timedelta(seconds=2))] == ["role 0"]


@pytest.mark.django_db
def test_the_last_change_of_a_row_is_found_past_its_readings() -> None:
    changed = an_entry(0, table="visits", row="5")
    an_entry(1, table="visits", row="5", event="read.visit")
    an_entry(2, table="visits", row="6")
    assert latest_about("visits", "5") == changed
    assert latest_about("visits", "7") is None


@pytest.mark.django_db
def test_readings_in_a_hidden_role_are_left_out_and_take_no_place_from_others() -> None:
    for number, role in enumerate(["officer", "inspector", "officer", "inspector"]):
        an_entry(number, event="read.file", role=role)
    assert len(opened_by(PERSON)) == 4
    told = opened_by(PERSON, hide_roles={"inspector"}, most=2)
    assert [one.role for one in told] == ["officer", "officer"]
