"""The one spelling of a content and of an entry, over which digests are taken.

A content is JSON with sorted keys and no spaces; what JSON lacks is an object with its kind as key.
An entry is one line of fields with tabs between, escaped as PostgreSQL's COPY escapes them, so that
the database itself can hand out a million of them in this spelling.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Final
from uuid import UUID

from throughcare.register.errors import NotAnInstant, NotCanonical

VERSION: Final = "1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NULL = "\\N"
_SPELLED: Final = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
).encode
_AS_THEY_ARE: Final = frozenset({str, int, bool, type(None)})
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n",
        "\r": "\\r", "\t": "\\t", "\v": "\\v",
    }
)  # fmt: skip


def microseconds_in_sql(column: str) -> str:
    """What `microseconds` says, in the database; NULL for infinity, which is no instant.

    A float is quicker, and exact below 2^51 microseconds (May 2041): it errs by 3/8 of one there.
    """
    return (
        f"CASE WHEN {column} >= 'epoch' AND {column} < '2040-01-01 00:00+00' "
        f"THEN (date_part('epoch', {column}) * 1000000)::bigint "
        f"WHEN isfinite({column}) THEN (extract(epoch from {column}) * 1000000)::bigint END"
    )


# The same line, as the database writes it. `e` is the entry's row.
LINE_IN_SQL: Final = (
    f"'{VERSION}', e.event, e.about, e.compartment, e.in_table, e.row_key, e.by_account, "
    f"e.role, e.place, {microseconds_in_sql('e.happened_at')}, "
    f"{microseconds_in_sql('e.recorded_at')}, e.why, encode(e.digest, 'hex')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that an entry says: what its leaf is taken over."""

    event: str
    about: UUID | None
    compartment: str
    table: str
    row: str
    by: str
    role: str
    place: str
    happened_at: datetime
    recorded_at: datetime
    why: str
    digest: bytes


def line_of(said: Said) -> bytes:
    """The canonical line of an entry, without an end of line. Raises NotAnInstant, NotCanonical."""
    about = _NULL if said.about is None else str(said.about)
    event, *middle, why = _escaped(
        said.event, said.compartment, said.table, said.row, said.by, said.role, said.place, said.why
    )
    times = (str(microseconds(said.happened_at)), str(microseconds(said.recorded_at)))
    fields = (VERSION, event, about, *middle, *times, why, said.digest.hex())
    return "\t".join(fields).encode()


def microseconds(instant: datetime) -> int:
    """Microseconds since 1970-01-01T00:00Z. Raises NotAnInstant for a time without a zone."""
    if instant.tzinfo is None:
        raise NotAnInstant(
            f"the time {instant.isoformat()} has no zone", remedy="give the time with its zone"
        )
    return (instant - _EPOCH) // _MICROSECOND


def digest_of(content: Mapping[str, object]) -> bytes:
    """SHA-256 of a content in its canonical spelling: 32 bytes. Raises NotCanonical."""
    spelled = _SPELLED(_plain(content))
    return sha256(spelled.encode()).digest()


def _escaped(*words: str) -> list[str]:
    """All in one go, with the one character between them that no word may hold."""
    escaped = "\0".join(words).translate(_ESCAPES).split("\0")
    if len(escaped) == len(words):
        return escaped
    word = next(word for word in words if "\0" in word)
    raise NotCanonical(
        f"{word!r} holds a null character, which the database cannot keep",
        remedy="take the character out",
    )


def _plain(value: object) -> object:
    """A value in what JSON knows. Kinds that it lacks are named, so that no two look alike."""
    if value is None or isinstance(value, (str, int)):  # the many, told apart quickly
        return value
    match value:
        case dict():
            return {
                key if type(key) is str else _key(key): one if type(one) in _AS_THEY_ARE
                else {"uuid": str(one)} if type(one) is UUID
                else _plain(one)
                for key, one in value.items()
            }  # fmt: skip
        case UUID():
            return {"uuid": str(value)}
        case datetime():
            return {"instant": microseconds(value)}
        case date():
            return {"date": value.isoformat()}
        case Decimal():
            return {"decimal": str(value)}
        case bytes():
            return {"bytes": value.hex()}
        case Mapping():
            return {_key(key): _plain(one) for key, one in value.items()}
        case Sequence():
            return [_plain(one) for one in value]
    raise NotCanonical(
        f"{value!r} has no single spelling ({type(value).__name__})",
        remedy="hand it over as text, whole number, Decimal, date, time with zone or UUID",
    )


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise NotCanonical(f"the key {key!r} is not a text", remedy="name each part of the content")
    return key
