"""Living rows against the register: a row changed behind the service's back is named.

A room announces a table once, with the function that reads its rows as the contents that the room
hands to `record`. From then on every present row of the table needs an entry that says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from throughcare.register.encoding import digest_of
from throughcare.register.events import GONE, READ
from throughcare.register.reading import Source
from throughcare.register.trouble import Trouble, What

# Reads the present rows of a table: the row's key as `record` was given it, and its content.
ContentOf = Callable[[Source], Iterable[tuple[str, Mapping[str, object]]]]

_LATEST = """
SELECT DISTINCT ON (row_key) row_key, id, digest FROM register_entry
WHERE in_table = %s AND event <> %s AND event NOT LIKE %s ORDER BY row_key, id DESC
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
    asked = source.execute(_LATEST, [table, READ, f"{READ}.%"])
    written = {row: (entry, bytes(digest)) for row, entry, digest in asked}
    troubles, count = [], 0
    for row, content in content_of(source):
        count += 1
        entry, digest = written.pop(row, (None, _GONE))
        if digest == _GONE:
            why = "it stands in the table, and no entry says that it was put there"
            troubles.append(Trouble(What.PUT_IN, None, entry, why, f"{table} {row}"))
        elif digest != digest_of(content):
            why = "it is not as its latest entry says"
            troubles.append(Trouble(What.CHANGED, None, entry, why, f"{table} {row}"))
    for row, (entry, digest) in written.items():
        if digest != _GONE:
            why = "the latest entry has it, and the table lacks it"
            troubles.append(Trouble(What.MISSING, None, entry, why, f"{table} {row}"))
    return count, min(troubles, key=_age, default=None)


def _age(trouble: Trouble) -> tuple[bool, int]:
    return trouble.entry is None, trouble.entry or 0
