"""Living rows against the register: a row changed behind the service's back is named.

A room announces a table once, with the function that reads its rows as the contents that the room
hands to `record`. From then on every present row of the table needs an entry that says the same.
Rows and entries are walked through side by side, so that the size of a table does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

import psycopg

from throughcare.register.encoding import digest_of
from throughcare.register.errors import CannotCompare
from throughcare.register.events import GONE, READ
from throughcare.register.reading import Source
from throughcare.register.trouble import Trouble, What

# Reads the present rows of a table: the row's key as `record` was given it, and its content.
# Ascending by the key as text, byte by byte (ORDER BY key::text COLLATE "C"). It may use named
# cursors of the connection, and no COPY.
ContentOf = Callable[[Source], Iterable[tuple[str, Mapping[str, object]]]]
_Written = tuple[str, int, bytes]  # a row's key, its latest entry, the digest of that

_AT_ONCE: Final = 5_000
_LATEST: Final = """
SELECT DISTINCT ON (row_key COLLATE "C") row_key, id, digest FROM register_entry
WHERE in_table = %s AND event <> %s AND event NOT LIKE %s ORDER BY row_key COLLATE "C", id DESC
"""
_GONE: Final = digest_of(GONE)
_announced: dict[str, ContentOf] = {}


def announce(*, table: str, content_of: ContentOf) -> None:
    """Say how the present rows of a table are read. A second announcement replaces the first."""
    _announced[table] = content_of


def withdraw(table: str) -> None:
    """Forget an announced table."""
    _announced.pop(table, None)


def compare_living(source: Source) -> tuple[int, Trouble | None]:
    """How many living rows were compared, and the first that the register contradicts."""
    count = 0
    for table, content_of in sorted(_announced.items()):
        compared, trouble = _compare(source, table, content_of)
        count += compared
        if trouble is not None:
            return count, trouble
    return count, None


def _compare(source: Source, table: str, content_of: ContentOf) -> tuple[int, Trouble | None]:
    """The bad row of one table whose latest entry is the oldest."""
    count, first = 0, None
    written = _written(source, table)
    entry = next(written, None)
    for row, content in _in_order(table, content_of(source)):
        while entry is not None and _before(entry[0], row):
            first = _older(first, _lacking(table, entry))
            entry = next(written, None)
        said = entry if entry is not None and entry[0] == row else None
        first = _older(first, _standing(table, row, content, said))
        entry = entry if said is None else next(written, None)
        count += 1
    for left in chain([entry] if entry else [], written):
        first = _older(first, _lacking(table, left))
    return count, first


def _written(source: Source, table: str) -> Iterator[_Written]:
    """The latest change of each row, by key."""
    with source.cursor("register_latest", binary=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(_LATEST, [table, READ, f"{READ}.%"])
        yield from cursor


def _in_order(
    table: str, rows: Iterable[tuple[str, Mapping[str, object]]]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    last = None
    try:
        for row, content in rows:
            if last is not None and not _before(last, row):
                raise CannotCompare(
                    f"the rows do not come in order: {row} after {last}",
                    where=table,
                    remedy='read them with ORDER BY key::text COLLATE "C", each once',
                )
            last = row
            yield row, content
    except psycopg.errors.InsufficientPrivilege as error:
        raise CannotCompare(
            f"this role may not see every row ({error.diag.message_primary})",
            where=table,
            remedy="verify as the owner of the tables, who sees all: throughcare register verify",
        ) from error


def _standing(
    table: str, row: str, content: Mapping[str, object], said: _Written | None
) -> Trouble | None:
    """What is wrong with a row that stands in the table."""
    if said is None or said[2] == _GONE:
        why = "it stands in the table, and no entry says that it was put there"
        return Trouble(What.PUT_IN, None, said[1] if said else None, why, f"{table} {row}")
    if said[2] != digest_of(content):
        why = "it is not as its latest entry says"
        return Trouble(What.CHANGED, None, said[1], why, f"{table} {row}")
    return None


def _lacking(table: str, said: _Written) -> Trouble | None:
    """What is wrong with a row that does not stand in the table."""
    row, entry, digest = said
    if digest == _GONE:
        return None
    why = "the latest entry has it, and the table lacks it"
    return Trouble(What.MISSING, None, entry, why, f"{table} {row}")


def _before(one: str, other: str) -> bool:
    """As the database orders texts byte by byte."""
    return one.encode() < other.encode()


def _older(one: Trouble | None, other: Trouble | None) -> Trouble | None:
    """The one whose latest entry is the older; one without an entry is younger than all."""
    troubles = [trouble for trouble in (one, other) if trouble is not None]
    return min(troubles, key=_age, default=None)


def _age(trouble: Trouble) -> tuple[bool, int]:
    return trouble.entry is None, trouble.entry or 0
