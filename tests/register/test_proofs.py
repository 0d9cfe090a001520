"""A living row that was touched behind the service's back is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import psycopg
import pytest

from tests.register.made import World, an_entry
from throughcare.register.errors import CannotCompare
from throughcare.register.events import GONE
from throughcare.register.proofs import announce, withdraw
from throughcare.register.reading import Source
from throughcare.register.trouble import What
from throughcare.register.verify import verify

Connection = psycopg.Connection[Any]


def _visits(source: Source) -> Iterable[tuple[str, Mapping[str, object]]]:
    for number, text in source.execute('SELECT id, said FROM visits ORDER BY id::text COLLATE "C"'):
        yield str(number), {"said": text}


@pytest.fixture
def visits(world: World, owner: Connection) -> Iterator[World]:
    """Two visits that stand, and one that was taken away on purpose."""
    owner.execute("CREATE TABLE visits (id int PRIMARY KEY, said text)")
    owner.execute("INSERT INTO visits VALUES (1, 'one'), (2, 'two')")
    for row, said in enumerate(["one", "two", "three"], start=1):
        an_entry(row, table="visits", row=str(row), content={"said": said})
    an_entry(4, table="visits", row="3", event="visit.struck", content=GONE)
    an_entry(5, table="visits", row="1", event="read.visit")
    world.seal()
    announce(table="visits", content_of=_visits)
    yield world
    withdraw("visits")


def test_untouched_rows_agree_with_the_register(visits: World) -> None:
    found = visits.verify()
    assert (found.compared, found.trouble) == (2, None)


@pytest.mark.parametrize(
    ("deed", "what", "entry", "row"),
    [
        ("UPDATE visits SET said = 'else' WHERE id = 2", What.CHANGED, 2, "visits 2"),
        ("UPDATE visits SET said = 'else'", What.CHANGED, 1, "visits 1"),
        ("DELETE FROM visits WHERE id = 2", What.MISSING, 2, "visits 2"),
        ("INSERT INTO visits VALUES (9, 'nine')", What.PUT_IN, None, "visits 9"),
        ("INSERT INTO visits VALUES (3, 'three')", What.PUT_IN, 4, "visits 3"),
    ],
)
def test_a_touched_row_is_named(
    visits: World, intruder: Connection, deed: str, what: What, entry: int | None, row: str
) -> None:
    intruder.execute(deed.encode())
    trouble = visits.verify().trouble
    assert trouble is not None
    assert (trouble.what, trouble.entry, trouble.where) == (what, entry, row)


def test_rows_that_are_read_out_of_order_stop_the_run_instead_of_being_called_missing(
    visits: World,
) -> None:
    def backwards(source: Source) -> Iterable[tuple[str, Mapping[str, object]]]:
        return reversed(list(_visits(source)))

    assert visits.verify().trouble is None
    announce(table="visits", content_of=backwards)
    with pytest.raises(CannotCompare, match="1 after 2"):
        visits.verify()


def test_rows_hidden_from_the_role_stop_the_run_instead_of_being_called_missing(
    visits: World, owner: Connection, app: Connection
) -> None:
    owner.execute("ALTER TABLE visits ENABLE ROW LEVEL SECURITY")
    with pytest.raises(CannotCompare, match="as the owner of the tables"):
        World(app, visits.key).verify()
    found = verify(owner, keys=visits.key.keys())
    assert (found.compared, found.trouble) == (2, None)


def test_two_rows_whose_keys_the_database_and_a_reader_would_order_otherwise_agree(
    visits: World, owner: Connection
) -> None:
    for number, row in enumerate(["10", "9"], start=10):
        owner.execute("INSERT INTO visits VALUES (%s, 'more')", [int(row)])
        an_entry(number, table="visits", row=row, content={"said": "more"})
    found = visits.verify()
    assert (found.compared, found.trouble) == (4, None)
