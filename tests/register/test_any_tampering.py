"""Whatever one row somebody who rules the database touches, the first bad entry is named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.register.made import World, an_entry
from tests.register.people_acts import ARGUMENTS, LATER, Office, an_officer
from tests.register.tampering import (
    Before,
    Deed,
    before,
    of_a_checkpoint,
    of_a_living_row,
    of_a_place,
    of_an_entry,
)
from throughcare.casework.people.proofs import PROVEN
from throughcare.register.heads import Head
from throughcare.register.verify import verify

Connection = psycopg.Connection[Any]
# So many deeds of each of the 4 kinds: some seconds, or some minutes.
EXAMPLES = 1_000 if os.environ.get("THROUGHCARE_SLOW") else 60
LEFT_OUT = {("people_person", "version")}  # follows from the facts; see people.rows

_COLUMNS = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s"
_RULES = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE contype IN ('c', 'u', 'x') AND connamespace = 'public'::regnamespace
"""
_UNIQUE = """
SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class t ON t.oid = indrelid
WHERE indisunique AND NOT indisprimary AND relnamespace = 'public'::regnamespace
"""


class Scene:
    """A register over every kind of change of a file, and the one who is to tamper with it."""

    def __init__(self, world: World, superuser: Connection) -> None:
        self.world, self.superuser = world, superuser
        office = Office(an_officer())
        for number, (name, arguments) in enumerate(sorted(ARGUMENTS.items())):
            office.do(name, at=LATER, **arguments(office))
            if number % 3 == 2:
                world.seal()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            an_entry(7)
            _ = 1 / 0
        an_entry(8, event="read.file")
        world.seal()
        self.waiting = [an_entry(number, event="read.file").pk for number in (9, 10)]
        self.head: Head = world.head()
        self._drop_rules()
        self.was: Before = before(superuser, self._columns())
        superuser.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ

    def _drop_rules(self) -> None:
        """No constraint stands in the way of somebody who rules the database."""
        for table, rule in self.superuser.execute(_RULES).fetchall():
            self.superuser.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{rule}" CASCADE')
        for (index,) in self.superuser.execute(_UNIQUE).fetchall():
            self.superuser.execute(f"DROP INDEX {index}")
        for table, column in LEFT_OUT:
            self.superuser.execute(f"ALTER TABLE {table} ALTER {column} DROP NOT NULL")

    def _columns(self) -> dict[str, dict[str, str]]:
        return {
            table: {
                name: kind
                for name, kind in self.superuser.execute(_COLUMNS, [table]).fetchall()
                if (table, name) not in LEFT_OUT
            }
            for table in (model._meta.db_table for model in PROVEN)
        }

    def answer(self, deed: Deed | None) -> Any:
        """What verification says after a deed that is undone afterwards."""
        with self.superuser.transaction(force_rollback=True):
            if deed is not None:
                assert self.superuser.execute(deed.sql).rowcount == 1
            found = verify(self.superuser, keys=self.world.key.keys(), head=self.head)
        trouble = found.trouble
        return trouble and (trouble.what, trouble.position, trouble.entry, trouble.where)


@pytest.fixture
def scene(world: World, intruder: Connection) -> Iterator[Scene]:
    made = Scene(world, intruder)
    assert made.answer(None) is None
    yield made
    assert made.answer(None) is None


def test_every_table_of_people_that_is_told_to_the_register_is_compared(scene: Scene) -> None:
    told = {table for table, rows in scene.was.living.items() if rows}
    assert told == {model._meta.db_table for model in PROVEN}
    derived = {"people_namekey"}
    models = apps.get_app_config("people").get_models()
    assert {model._meta.db_table for model in models} - derived == told


@pytest.mark.parametrize("kind", [of_an_entry, of_a_place, of_a_checkpoint, of_a_living_row])
@settings(
    max_examples=EXAMPLES, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(data=st.data())
def test_one_row_changed_deleted_put_in_or_moved_is_named(
    scene: Scene, kind: Any, data: st.DataObject
) -> None:
    deed = data.draw(kind(scene.was))
    assert scene.answer(deed) == deed.answer
