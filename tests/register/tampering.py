"""One deed of somebody who rules the database, and what verification must answer to it.

The answer is reckoned here from the rows as they stood before, not from what verification does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import psycopg
from hypothesis import strategies as st

from throughcare.register.events import is_reading
from throughcare.register.trouble import What

Connection = psycopg.Connection[Any]
Answer = tuple[What, int | None, int | None, str]  # what, position, entry, living row

FALSE_HASH = "sha256('x')"
_ENTRY = {
    "event": "event || 'x'", "about": "gen_random_uuid()", "compartment": "compartment || 'x'",
    "in_table": "in_table || 'x'", "row_key": "row_key || E'\\t'", "by_account": "'99'",
    "role": "'governor'", "place": "place || '/'", "happened_at": "happened_at - interval '1us'",
    "recorded_at": "recorded_at + interval '1us'", "why": "why || E'\\n'", "digest": FALSE_HASH,
    "leaf": FALSE_HASH,
}  # fmt: skip
_CHECKPOINT = {
    "root": FALSE_HASH, "previous": FALSE_HASH, "settled": "settled + 1", "key": "key || 'x'",
    "made_at": "made_at + interval '1us'", "peaks": "peaks || peaks",
    "signature": "signature || 'x'",
}  # fmt: skip
_LIVING = {
    "text": "coalesce({0}, '') || 'x'", "bytea": "{0} || 'x'",
    "character varying": "overlay({0} PLACING 'x' FROM 1 FOR 1)", "uuid": "gen_random_uuid()",
    "integer": "coalesce({0}, 0) + 1", "boolean": "{0} IS NOT TRUE", "jsonb": "'{{\"x\": 1}}'",
    "timestamp with time zone": "coalesce({0}, '2026-01-01') + interval '1us'",
}  # fmt: skip


@dataclass(frozen=True)
class Deed:
    """The SQL, and the answer that is due."""

    sql: str
    answer: Answer


@dataclass
class Before:
    """All rows as they stood before a deed."""

    order: list[int]  # the entry at each position
    waiting: list[int]  # entries not yet sealed
    lost: int  # an id that was drawn and rolled back
    sizes: list[int]  # the checkpoints
    columns: dict[str, dict[str, str]]  # of each living table: the type of each column told of
    living: dict[str, dict[str, int]] = field(default_factory=dict)  # its rows' latest entries

    def size_before(self, size: int) -> int:
        return max((one for one in self.sizes if one < size), default=0)


def before(superuser: Connection, columns: dict[str, dict[str, str]]) -> Before:
    """Read what stands now."""
    order = superuser.execute("SELECT entry_id FROM register_sealed ORDER BY position").fetchall()
    entries = superuser.execute(
        "SELECT id, event, in_table, row_key FROM register_entry ORDER BY id"
    ).fetchall()
    sealed, known = {entry for (entry,) in order}, {entry for entry, *_ in entries}
    sizes = superuser.execute("SELECT size FROM register_checkpoint ORDER BY size").fetchall()
    found = Before(
        order=[entry for (entry,) in order],
        waiting=[entry for entry, *_ in entries if entry not in sealed],
        lost=min(set(range(1, max(known))) - known),
        sizes=[size for (size,) in sizes],
        columns=columns,
        living={table: {} for table in columns},
    )
    for entry, event, table, row in entries:
        if table in columns and not is_reading(event):
            found.living[table][row] = entry
    return found


@st.composite
def of_an_entry(draw: st.DrawFn, was: Before) -> Deed:
    at = draw(st.integers(0, len(was.order) - 1))
    entry = was.order[at]
    deed = draw(st.sampled_from([*_ENTRY, "id", "delete", "insert", "swap", "waiting"]))
    one = f"WHERE id = {entry}"
    if deed == "delete":
        return Deed(f"DELETE FROM register_entry {one}", (What.MISSING, at, entry, ""))
    if deed == "id":
        sql = f"UPDATE register_entry SET id = {was.waiting[-1] + 100} {one}"
        return Deed(sql, (What.MISSING, at, entry, ""))
    if deed == "waiting":
        column = draw(st.sampled_from(sorted(_ENTRY)))
        other = draw(st.sampled_from(was.waiting))
        sql = f"UPDATE register_entry SET {column} = {_ENTRY[column]} WHERE id = {other}"
        return Deed(sql, (What.CHANGED, None, other, ""))
    if deed == "insert":
        return _put_in_entry(draw, was, entry)
    if deed == "swap":
        later = [*was.order[at + 1 :], *was.waiting]
        return Deed(
            _swap("register_entry", "id", entry, draw(st.sampled_from(later))),
            (What.NOT_IN_PLACE, at, entry, ""),
        )
    sql = f"UPDATE register_entry SET {deed} = {_ENTRY[deed]} {one}"
    return Deed(sql, (What.CHANGED, at, entry, ""))


def _put_in_entry(draw: st.DrawFn, was: Before, like: int) -> Deed:
    true_leaf = draw(st.booleans())
    settled = [was.lost, 0, -7]
    id_ = draw(st.sampled_from(settled if true_leaf else [*settled, was.waiting[-1] + 50]))
    columns = [column for column in _ENTRY if column != "leaf"]
    sql = (
        f"INSERT INTO register_entry (id, {', '.join(columns)}, leaf) SELECT {id_}, "
        f"{', '.join(columns)}, {'leaf' if true_leaf else FALSE_HASH} FROM register_entry "
        f"WHERE id = {like}"
    )
    return Deed(sql, (What.PUT_IN if true_leaf else What.CHANGED, None, id_, ""))


@st.composite
def of_a_place(draw: st.DrawFn, was: Before) -> Deed:
    total = len(was.order)
    at, far = draw(st.integers(0, total - 1)), total + draw(st.integers(0, 3))
    entry, waiting = was.order[at], draw(st.sampled_from(was.waiting))
    table, one = "register_sealed", f"WHERE position = {at}"
    deeds = {
        "delete": Deed(f"DELETE FROM {table} {one}", (What.MISSING, at, None, "")),
        "position": Deed(
            f"UPDATE {table} SET position = {far} {one}", (What.MISSING, at, None, "")
        ),
        "trail": Deed(
            f"UPDATE {table} SET trail = {FALSE_HASH} {one}", (What.NOT_IN_PLACE, at, entry, "")
        ),
        "other": Deed(
            f"UPDATE {table} SET entry_id = {waiting} {one}", (What.NOT_IN_PLACE, at, waiting, "")
        ),
        "nobody": Deed(f"UPDATE {table} SET entry_id = 0 {one}", (What.MISSING, at, 0, "")),
        "insert": Deed(
            f"INSERT INTO {table} VALUES ({far}, {waiting}, {FALSE_HASH})",
            (What.PUT_IN, far, waiting, ""),
        ),
        "below": Deed(
            f"INSERT INTO {table} VALUES (-1, {waiting}, {FALSE_HASH})",
            (What.PUT_IN, -1, None, ""),
        ),
    }
    if at + 1 < total:
        later = draw(st.integers(at + 1, total - 1))
        swapped = (What.NOT_IN_PLACE, at, was.order[later], "")
        deeds["swap"] = Deed(_swap(table, "position", at, later), swapped)
    return deeds[draw(st.sampled_from(sorted(deeds)))]


@st.composite
def of_a_checkpoint(draw: st.DrawFn, was: Before) -> Deed:
    size, total = draw(st.sampled_from(was.sizes)), was.sizes[-1]
    table, one, first = "register_checkpoint", f"WHERE size = {size}", was.size_before(size)
    deed = draw(st.sampled_from([*_CHECKPOINT, "size", "delete", "insert", "swap"]))
    others = [other for other in range(1, total + 4) if other not in was.sizes]
    if deed == "delete":
        entry = was.order[first] if size == total else None
        return Deed(f"DELETE FROM {table} {one}", (What.MISSING, first, entry, ""))
    if deed == "insert":
        new = draw(st.sampled_from(others))
        columns = ", ".join(_CHECKPOINT)
        sql = f"INSERT INTO {table} (size, {columns}) SELECT {new}, {columns} FROM {table} {one}"
        if new > total:
            return Deed(sql, (What.MISSING, total, None, ""))
        return Deed(sql, (What.CHANGED, was.size_before(new), None, ""))
    if deed == "size":
        return _moved(was, size, draw(st.sampled_from(others)))
    if deed == "swap" and size < total:
        later = draw(st.sampled_from([other for other in was.sizes if other > size]))
        return Deed(_swap(table, "size", size, later), (What.CHANGED, first, None, ""))
    column = deed if deed in _CHECKPOINT else "root"
    sql = f"UPDATE {table} SET {column} = {_CHECKPOINT[column]} {one}"
    return Deed(sql, (What.CHANGED, first, None, ""))


def _moved(was: Before, size: int, new: int) -> Deed:
    """A checkpoint that says another size: it comes before the next one, or after it, or last."""
    sql = f"UPDATE register_checkpoint SET size = {new} WHERE size = {size}"
    total = was.sizes[-1]
    after = min((other for other in was.sizes if other > size), default=None)
    if after is None and new > total:
        return Deed(sql, (What.MISSING, total, None, ""))
    if after is not None and new > after:
        return Deed(sql, (What.MISSING, was.size_before(size), None, ""))
    others = [other for other in was.sizes if other != size and other < new]
    return Deed(sql, (What.CHANGED, max(others, default=0), None, ""))


@st.composite
def of_a_living_row(draw: st.DrawFn, was: Before) -> Deed:
    table = draw(st.sampled_from(sorted(was.living)))
    rows = was.living[table]
    row = draw(st.sampled_from(sorted(rows)))
    latest, one = rows[row], f"WHERE id = '{row}'"
    column = draw(st.sampled_from(sorted(was.columns[table])))
    deed = draw(st.sampled_from(["delete", "insert", "swap", "change", "change", "change"]))
    others = sorted(set(rows) - {row})
    if deed == "delete":
        sql = f"DELETE FROM {table} {one}"
        return Deed(sql, (What.MISSING, None, latest, f"{table} {row}"))
    if deed == "insert":
        new = "ffffffff-0000-4000-8000-000000000000"
        columns = ", ".join(f'"{name}"' for name in was.columns[table] if name != "id")
        sql = f"INSERT INTO {table} (id, {columns}) SELECT '{new}', {columns} FROM {table} {one}"
        return Deed(sql, (What.PUT_IN, None, None, f"{table} {new}"))
    if deed == "swap" and others:
        other = draw(st.sampled_from(others))
        first = min((latest, row), (rows[other], other))
        sql = _swap(table, "id", f"'{row}'", f"'{other}'", "'ffffffff-0000-4000-8000-000000000000'")
        return Deed(sql, (What.CHANGED, None, first[0], f"{table} {first[1]}"))
    value = _LIVING[was.columns[table][column]].format(f'"{column}"')
    what = What.MISSING if column == "id" else What.CHANGED
    sql = f'UPDATE {table} SET "{column}" = {value} {one}'
    return Deed(sql, (what, None, latest, f"{table} {row}"))


def _swap(table: str, key: str, one: object, other: object, spare: object = -1_000_000) -> str:
    """Two rows exchange their keys."""
    return ";".join(
        f"UPDATE {table} SET {key} = {new} WHERE {key} = {old}"
        for old, new in ((one, spare), (other, one), (spare, other))
    )
