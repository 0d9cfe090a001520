"""What is said in this room is read with its own key, and with nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import connection

from tests.casework.custody.made import places
from tests.casework.intelligence.made import (
    DAY,
    DIRECTOR,
    RAW,
    SANITISED,
    answered,
    grown,
    named,
    now,
    officer,
    report,
    rows,
    shared,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.casework.intelligence import actions, queries
from throughcare.casework.intelligence.errors import NoKey
from throughcare.casework.intelligence.models import EVERY, Sealed
from throughcare.casework.people.queries import file_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def test_whoever_holds_the_database_sees_ciphertext_alone() -> None:
    person = grown()
    item = report(person)
    statement = shared(item, decision="The board must know of the blade.")
    named()
    answered(item, statement_id=statement.id, why="It is about lives.")
    actions.keep(
        by=officer(), at=now(), item=item, review_at=now() + 30 * DAY,
        why="The blade is still there.",
    )  # fmt: skip
    secrets = (
        RAW, SANITISED, "K-7", "Search the wash house.", "Somebody may be hurt.",
        "One search, of one room.", "The board must know", "It is about lives.",
        "The blade is still there.",
    )  # fmt: skip
    see_all_rows("INT")
    found = []
    with connection.cursor() as cursor:
        for model in EVERY:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {model._meta.db_table} t")
            found += [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT to_jsonb(e)::text FROM register_entry e")
        found += [row[0] for row in cursor.fetchall()]
    assert len(found) > 10 and any("gAAAA" in row for row in found)
    for secret in secrets:
        assert not any(secret in row for row in found), secret


def test_the_register_names_nobody_and_gives_no_reason() -> None:
    person = grown()
    item = report(person)
    shared(item)
    actions.delete(by=officer(), at=now(), item=item, why="It was a rumour.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event, about, why FROM register_entry WHERE event LIKE 'intelligence.%'"
        )
        found = cursor.fetchall()
    assert {event for event, _about, _why in found} >= {
        "intelligence.report_written", "intelligence.shared", "intelligence.deleted",
        "intelligence.destroyed",
    }  # fmt: skip
    assert {(about, why) for _event, about, why in found} == {(None, "")}


def test_without_a_key_the_room_says_so_and_the_rest_goes_on(settings: Any) -> None:
    person = grown()
    report(person)
    before = rows()
    settings.INTELLIGENCE_KEYS = []
    for ask in (
        lambda: report(person),
        lambda: queries.reports_of(officer(), person, at=now()),
        lambda: queries.statements_about(DIRECTOR, person, at=now()),
    ):
        with pytest.raises(NoKey, match="key of the intelligence room is not there"):
            ask()
    assert rows() == before
    assert file_of(DIRECTOR, person, at=now(), why="").id == person


def test_without_a_key_it_says_the_same_where_there_is_nothing(settings: Any) -> None:
    settings.INTELLIGENCE_KEYS = []
    with pytest.raises(NoKey):
        queries.statements_about(DIRECTOR, grown(), at=now())


@pytest.mark.parametrize("key", ["short", "not-base64!!!"])
def test_what_is_no_key_is_as_no_key(settings: Any, key: str) -> None:
    settings.INTELLIGENCE_KEYS = [key]
    with pytest.raises(NoKey):
        report(grown())


def test_another_key_opens_nothing(settings: Any) -> None:
    person = grown()
    report(person)
    settings.INTELLIGENCE_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(NoKey, match="key that the service has no more"):
        queries.reports_of(officer(), person, at=now())


def test_a_key_is_changed_and_the_old_one_is_needed_no_more(settings: Any) -> None:
    person = grown()
    report(person)
    old, new = settings.INTELLIGENCE_KEYS[0], Fernet.generate_key().decode()
    settings.INTELLIGENCE_KEYS = [new, old]
    assert queries.reports_of(officer(), person, at=now()).seen[0].words["raw"] == RAW
    see_all_rows("INT")  # as the owner of the tables, who runs it, sees them
    assert actions.lock_anew(at=now()) == 1
    see_no_rows()
    settings.INTELLIGENCE_KEYS = [new]
    assert queries.reports_of(officer(), person, at=now()).seen[0].words["raw"] == RAW


def test_words_moved_to_another_row_are_not_opened() -> None:
    person = grown()
    one, other = report(person), report(person)
    see_all_rows("INT")
    token = Sealed.objects.get(id=one).words
    Sealed.objects.filter(id=other).update(words=token)
    see_no_rows()
    with pytest.raises(NoKey, match="another entry"):
        queries.reports_of(officer(), person, at=now())
