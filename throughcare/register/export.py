"""The register as JSON lines: for an inspector's own programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from throughcare.register.reading import Source, snapshot

_QUESTION: Final = """
SELECT s.position, e.id, e.event, e.about, e.compartment, e.in_table, e.row_key, e.by_account,
  e.role, e.place, e.happened_at, e.recorded_at, e.why, encode(e.digest, 'hex'),
  encode(e.leaf, 'hex')
FROM register_entry e LEFT JOIN register_sealed s ON s.entry_id = e.id
ORDER BY s.position NULLS LAST, e.id
"""
_FIELDS: Final = (
    "position", "entry", "event", "about", "compartment", "table", "row", "by", "role", "place",
    "happened_at", "recorded_at", "why", "digest", "leaf",
)  # fmt: skip


def export(source: Source) -> Iterator[str]:
    """Each entry as a line of JSON, in the one order; those not yet sealed last, position null.

    `source` is a connection in no transaction.
    """
    with snapshot(source), source.cursor("register_export") as cursor:
        cursor.execute(_QUESTION.encode())
        for values in cursor:
            yield json.dumps(dict(zip(_FIELDS, values, strict=True)), default=_text)


def _text(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat() if isoformat else value)
