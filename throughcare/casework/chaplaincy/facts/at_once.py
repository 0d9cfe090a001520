"""The rows of all tables of the room in one question, always the same one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.casework.chaplaincy.models import EVERY
from throughcare.casework.rows.record import Record

_ASKED: Final = " UNION ALL ".join(
    f"SELECT {number}, t.person_id, t.recorded_at, t.id, to_jsonb(t)::text "
    f"FROM {model._meta.db_table} t WHERE t.person_id = ANY (%(parts)s)"
    for number, model in enumerate(EVERY)
)
_IN_ORDER: Final = f"{_ASKED} ORDER BY 3, 4"

Rows = dict[type[Record], dict[UUID, list[Record]]]


def rows_at_once(parts: Mapping[UUID, UUID]) -> Rows:
    """Every version of every row, by table and by the whole file, in the order of entry."""
    found: Rows = {model: {} for model in EVERY}
    with connection.cursor() as cursor:
        cursor.execute(_IN_ORDER, {"parts": list(parts)})
        for number, person, _at, _id, said in cursor.fetchall():
            row = _row(EVERY[number], json.loads(said))
            found[EVERY[number]].setdefault(parts[person], []).append(row)
    return found


def _row(model: type[Record], said: Mapping[str, object]) -> Record:
    fields: Sequence[tuple[str, object]] = [
        (field.attname, field.to_python(said[field.attname]))
        for field in model._meta.concrete_fields
    ]
    return model(**dict(fields))
