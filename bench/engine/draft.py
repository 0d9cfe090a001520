"""Rows in the making: chunks of columns, put together, muddled a little, sorted and written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from standards.instants import DAY, HOUR
from standards.population.columns import NONE, Names

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

NULL = np.iinfo(np.int64).min
# Names up to here have a text of their own; keys and record names are numbered from here on.
KEY_BASE = 1_000_000
ROW_GROUP = 250_000
_NULLABLE = ("t0", "t1", "planned", "known", "made", "voided")
_DEFAULTS: dict[str, int] = {
    "key": NONE, "t0": NULL, "t1": NULL, "place": NONE, "staff": NONE, "planned": NULL,
    "known": NULL, "made": NULL, "voided": NULL, "supersedes": NONE,
}  # fmt: skip
_WHOLE = ("typ", "who", "key", "t0", "t1", "place", "zone", "staff", "planned", "known", "made",
          "voided", "supersedes")  # fmt: skip
ORDER = ("rid", "name", "typ", "who", "key", "t0", "t1", "spell", "place", "zone", "amount",
         "staff", "planned", "known", "made", "voided", "supersedes", "uncertain",
         "nolog")  # fmt: skip


@dataclass(slots=True)
class Draft:
    """Collects records; an index is a record's place in the order of adding."""

    names: Names
    zone_of: Ints  # the zone of every `who`, by its number
    as_of: int
    parts: list[dict[str, Any]] = field(default_factory=list)
    field_parts: list[dict[str, Any]] = field(default_factory=list)
    count: int = 0
    keys: int = 0

    def new_keys(self, count: int) -> Ints:
        """Keys nobody has yet."""
        start = KEY_BASE + self.keys
        self.keys += count
        return np.arange(start, start + count, dtype=np.int64)

    def add(self, typ: str, who: Ints, t0: Ints | None, **columns: Any) -> Ints:
        """Add records of one type; those later than `as_of` are not there yet.

        Gives the indices, -1 for a record left out.
        """
        size = len(who)
        kept = np.ones(size, np.bool_) if t0 is None else t0 <= self.as_of
        number = int(kept.sum())
        part: dict[str, Any] = {"typ": self.names.number(typ), "who": who[kept], "size": number}
        if t0 is not None:
            part["t0"] = t0[kept]
        for name, values in columns.items():
            part[name] = values[kept] if isinstance(values, np.ndarray) else values
        if number:
            self.parts.append(part)
        indices = np.full(size, -1, np.int64)
        indices[kept] = self.count + np.arange(number)
        self.count += number
        return indices

    def fill(self, indices: Ints, name: str, entered: Ints, unknown: Bools) -> None:
        """Fill a field of records; `entered` NULL is a blank."""
        there = indices >= 0
        late = entered > self.as_of
        moment = np.where(late, NULL, entered)[there]
        self.field_parts.append(
            {
                "index": indices[there],
                "field": self.names.number(name),
                "entered": moment,
                "isunknown": unknown[there],
            }
        )

    def columns(self) -> dict[str, Any]:
        """Everything added, as whole columns."""
        whole: dict[str, Any] = {}
        for name in _WHOLE:
            if name == "zone":
                continue
            out = np.full(self.count, _DEFAULTS.get(name, NONE), np.int64)
            whole[name] = _written(out, self.parts, name)
        whole["zone"] = self.zone_of[whole["who"]]
        whole["amount"] = _written(np.full(self.count, np.nan), self.parts, "amount")
        for name in ("spell", "nolog"):
            whole[name] = _written(np.zeros(self.count, np.bool_), self.parts, name)
        return whole


def _written(out: Any, parts: list[dict[str, Any]], name: str) -> Any:
    start = 0
    for part in parts:
        stop = start + part["size"]
        if name in part:
            out[start:stop] = part[name]
        start = stop
    return out


def muddle(columns: dict[str, Any], rng: np.random.Generator, as_of: int) -> None:
    """A few percent entered late or struck out, spells without their end (in place)."""
    size = len(columns["t0"])
    t0 = columns["t0"]
    timed = (t0 != NULL) & (columns["known"] == NULL)
    soon = rng.integers(0, 2 * HOUR, size)
    late = rng.random(size) < 0.02
    entered = t0 + np.where(late, rng.integers(DAY, 20 * DAY, size), soon)
    columns["known"] = np.where(timed, entered, columns["known"])
    struck = rng.random(size) < 0.01
    when = columns["known"] + rng.integers(HOUR, 30 * DAY, size)
    columns["voided"] = np.where(struck & (columns["known"] != NULL), when, NULL)
    ended = columns["spell"] & (columns["t1"] != NULL) & (rng.random(size) < 0.02)
    columns["t1"] = np.where(ended, NULL, columns["t1"])


def corrections(
    columns: dict[str, Any], rng: np.random.Generator, share: float, barred: Ints
) -> dict[str, Any]:
    """Copies that correct a record by an hour; not of kinds that carry fields (`barred`)."""
    size = len(columns["t0"])
    chosen = (rng.random(size) < share) & (columns["t0"] != NULL)
    chosen &= ~np.isin(columns["typ"], barred)
    old = np.flatnonzero(chosen)
    copy = {name: values[old] for name, values in columns.items()}
    step = rng.integers(-HOUR, HOUR, len(old))
    for name in ("t0", "t1"):
        copy[name] = np.where(copy[name] == NULL, NULL, copy[name] + step)
    copy["supersedes"] = old
    copy["known"] = np.where(columns["known"][old] == NULL, NULL, columns["known"][old] + DAY)
    return copy


def write_records(draft: Draft, columns: dict[str, Any], folder: Path) -> dict[str, int]:
    """Sort by typ, who, t0; number; write records and fields. Gives the span and bases."""
    order = np.lexsort((columns["t0"], columns["who"], columns["typ"]))
    size = len(order)
    rid_of = np.empty(size, np.int64)
    rid_of[order] = np.arange(size)
    name_base = KEY_BASE + draft.keys
    old = columns["supersedes"]
    columns["supersedes"] = np.where(old == NONE, NONE, rid_of[old] + name_base)
    rid = np.arange(size, dtype=np.int64)
    arrays: list[pa.Array] = []
    for name in ORDER:
        if name == "rid":
            arrays.append(pa.array(rid))
        elif name == "name":
            arrays.append(pa.array(rid + name_base))
        elif name == "uncertain":
            arrays.append(pa.array(np.zeros(size, np.bool_)))
        elif name == "amount":
            amount = columns[name][order]
            arrays.append(pa.array(amount, mask=np.isnan(amount)))
        else:
            values = columns[name][order]
            mask = values == NULL if name in _NULLABLE else None
            arrays.append(pa.array(values, mask=mask))
    table = pa.table(dict(zip(ORDER, arrays, strict=True)))
    pq.write_table(table, folder / "records.parquet", row_group_size=ROW_GROUP)
    _write_fields(draft, columns, rid_of, folder)
    times = [columns[name] for name in ("t0", "t1", "planned", "known", "made")]
    written = [values[values != NULL] for values in times]
    return {
        "first": int(min(values.min() for values in written if len(values))),
        "last": int(max(values.max() for values in written if len(values))),
        "name_base": name_base,
    }


def _write_fields(draft: Draft, columns: dict[str, Any], rid_of: Ints, folder: Path) -> None:
    parts = draft.field_parts
    index = np.concatenate([part["index"] for part in parts])
    entered = np.concatenate([part["entered"] for part in parts])
    unknown = np.concatenate([part["isunknown"] for part in parts])
    name = np.concatenate([np.full(len(p["index"]), p["field"], np.int64) for p in parts])
    order = np.lexsort((columns["who"][index], name))
    index = index[order]
    table = pa.table(
        {
            "rid": pa.array(rid_of[index]),
            "typ": pa.array(columns["typ"][index]),
            "who": pa.array(columns["who"][index]),
            "key": pa.array(columns["key"][index]),
            "field": pa.array(name[order]),
            "entered": pa.array(entered[order], mask=entered[order] == NULL),
            "isunknown": pa.array(unknown[order]),
            # Every second `not known` gives its reason.
            "reasoned": pa.array(unknown[order] & (index % 2 == 0)),
        }
    )
    pq.write_table(table, folder / "fields.parquet", row_group_size=ROW_GROUP)
