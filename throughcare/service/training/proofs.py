"""How certificates are read for the register's proof: as access's `content_of` gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from django.db import models

from throughcare.register.encoding import microseconds_in_sql
from throughcare.register.proofs import announce
from throughcare.register.reading import Source
from throughcare.service.training.models import Certificate

_AT_ONCE: Final = 5_000
_TABLE: Final = Certificate._meta.db_table
_FIELDS: Final = tuple(Certificate._meta.concrete_fields)


def announce_certificates() -> None:
    """Let the register compare every certificate with what it was told of it."""
    announce(table=_TABLE, content_of=_read)


def _read(source: Source) -> Iterable[tuple[str, Mapping[str, object]]]:
    columns = ", ".join(_column(field) for field in _FIELDS)
    question = f'SELECT id::text, {columns} FROM {_TABLE} ORDER BY id::text COLLATE "C"'
    with source.cursor("training_rows", binary=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(question.encode())
        for key, *values in cursor:
            parts = zip(_FIELDS, values, strict=True)
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
