"""No change of a file without its entry: where one cannot be written, nothing has happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg
import pytest
from django.db import InternalError, connection

from tests.register.people_acts import ARGUMENTS, LATER, Office, an_officer
from throughcare.casework.people import actions

Connection = psycopg.Connection[Any]
Tables = Mapping[str, list[str]]

# The register refuses an entry once so many were written: a full disk, a broken trigger.
_REFUSE = """
CREATE FUNCTION refuse_after() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE still int := coalesce(nullif(current_setting('test.still', true), ''), '1000')::int;
BEGIN
  IF still = 0 THEN RAISE EXCEPTION 'the register is full' USING ERRCODE = 'internal_error'; END IF;
  PERFORM set_config('test.still', (still - 1)::text, false);
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_after BEFORE INSERT ON register_entry
FOR EACH ROW EXECUTE FUNCTION refuse_after();
"""


def test_every_action_of_the_room_of_people_stands_in_the_table() -> None:
    assert set(ARGUMENTS) == set(actions.__all__), "give each action its arguments in people_acts"


def _tables(superuser: Connection) -> Tables:
    """Every row of every table, as text."""
    names = superuser.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    rows = {
        name: superuser.execute(f'SELECT t::text FROM "{name}" t ORDER BY 1').fetchall()
        for (name,) in names.fetchall()
    }
    return {name: [text for (text,) in found] for name, found in rows.items()}


def _still(entries: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('test.still', %s, false)", [str(entries)])


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_where_any_entry_of_an_action_fails_nothing_has_changed(
    own_database: str, owner: Connection, intruder: Connection, name: str
) -> None:
    office = Office(an_officer())
    given = ARGUMENTS[name](office)
    owner.execute(_REFUSE)
    before = _tables(intruder)
    written = 0
    while True:
        _still(written)
        try:
            office.do(name, at=LATER, **given)
            break
        except InternalError as error:
            assert "the register is full" in str(error)
        assert _tables(intruder) == before, f"{name}, with entry {written + 1} refused"
        written += 1
    after = _tables(intruder)
    assert written >= 1, f"{name} writes no entry"
    assert len(after["register_entry"]) == len(before["register_entry"]) + written
    assert {table for table in after if after[table] != before[table]} > {"register_entry"}
