"""How the rows of people are read for the register's proof: as `rows.content_of` gave them.

In plain SQL, with times and ids in the canonical spelling already: a country's rows are read here.
Keys of names are left out: they are made anew from the names at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.db import models

from throughcare.casework.people.models import Alert, Fact, Merge, Note, Person, Photo, Proposal
from throughcare.casework.people.rows import counts, table_of
from throughcare.register.encoding import microseconds_in_sql
from throughcare.register.proofs import ContentOf, announce
from throughcare.register.reading import Source

PROVEN: Final[tuple[type[models.Model], ...]] = (
    Person, Fact, Photo, Note, Alert, Proposal, Merge
)  # fmt: skip
_AT_ONCE: Final = 5_000

Row = tuple[str, Mapping[str, object]]


def announce_tables() -> None:
    """Let the register compare every table whose rows it is told of."""
    for model in PROVEN:
        announce_rows(model)


def announce_rows(model: type[models.Model]) -> None:
    """Let the register compare a table whose rows `rows.content_of` tells; for rooms above too."""
    announce(table=table_of(model), content_of=_reader(model))


def _reader(model: type[models.Model]) -> ContentOf:
    fields = [field for field in model._meta.concrete_fields if counts(model, field)]
    columns = ", ".join(_column(field) for field in fields)
    key = f'"{model._meta.pk.column}"::text'
    question = f'SELECT {key}, {columns} FROM {table_of(model)} ORDER BY {key} COLLATE "C"'
    names = [field.attname for field in fields]
    kinds = [_kind(field) for field in fields]

    def read(source: Source) -> Iterable[Row]:
        return _rows(source, question, names, kinds)

    return read


def _rows(
    source: Source, question: str, names: list[str], kinds: list[str | None]
) -> Iterator[Row]:
    with source.cursor("people_rows", binary=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(question.encode())
        for key, *values in cursor:
            parts = zip(names, kinds, values, strict=True)
            yield key, {name: _part(kind, value) for name, kind, value in parts}


def _column(field: models.Field[object, object]) -> str:
    column = f'"{field.column}"'
    if isinstance(field, models.BinaryField):
        return f"encode(sha256({column}), 'hex')"
    match _kind(field):
        case "instant":
            return microseconds_in_sql(column)
        case "uuid" | "json":
            return f"{column}::text"
    return column


def _kind(field: models.Field[object, object]) -> str | None:
    """What the canonical spelling calls values of the field; None for texts, numbers and flags."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    match field:
        case models.UUIDField():
            return "uuid"
        case models.DateTimeField():
            return "instant"
        case models.JSONField():
            return "json"
    return None


def _part(kind: str | None, value: object) -> object:
    if kind is None or value is None:
        return value
    return json.loads(str(value)) if kind == "json" else {kind: value}
