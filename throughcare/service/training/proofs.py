"""How the rows of the room are read for the register: as access's `content_of` gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from django.db import models

from throughcare.register.encoding import microseconds_in_sql
from throughcare.register.proofs import announce
from throughcare.register.reading import Source
from throughcare.service.training.models import Certificate, Posting, Supervision

_AT_ONCE: Final = 5_000
_TABLES: Final[tuple[type[models.Model], ...]] = (Certificate, Posting, Supervision)


def announce_rows_of_staff() -> None:
    """Let the register compare every row of the room with what it was told of it."""
    for table in _TABLES:
        announce(table=table._meta.db_table, content_of=partial(_read, table))


def _read(table: type[models.Model], source: Source) -> Iterable[tuple[str, Mapping[str, object]]]:
    fields: tuple[models.Field[Any, Any], ...] = tuple(table._meta.concrete_fields)
    columns = ", ".join(_column(field) for field in fields)
    name = table._meta.db_table
    question = f'SELECT id::text, {columns} FROM {name} ORDER BY id::text COLLATE "C"'
    with source.cursor("training_rows", binary=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(question.encode())
        for key, *values in cursor:
            parts = zip(fields, values, strict=True)
            yield key, {field.attname: _part(field, value) for field, value in parts}


def _column(field: models.Field[object, object]) -> str:
    column = f'"{field.column}"'
    if isinstance(field, models.DateTimeField):
        return microseconds_in_sql(column)
    return column


def _part(field: models.Field[object, object], value: object) -> object:
    """Instants as the canonical spelling has them; all else it spells by itself."""
    if isinstance(field, models.DateTimeField) and value is not None:
        return {"instant": value}
    return value
