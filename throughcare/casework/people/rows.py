"""What the register is told of a row: all its columns, so that a change behind it shows."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from django.db import models

from throughcare.casework.people.models import Person

# Kept beside the facts for `expected`, and it follows from them.
_LEFT_OUT: dict[type[models.Model], frozenset[str]] = {Person: frozenset({"version"})}


def content_of(row: models.Model) -> dict[str, object]:
    """The columns of a row by name; of bytes, such as those of a photo, their SHA-256."""
    names, of_bytes = _counted(type(row))
    known = vars(row)  # quicker than the attributes; a column that was not read is not in it
    content = {name: known[name] if name in known else getattr(row, name) for name in names}
    for name in of_bytes:
        value = content[name]
        if isinstance(value, bytes | memoryview):
            content[name] = sha256(value).hexdigest()
    return content


@cache
def _counted(model: type[models.Model]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that the register is told of, and those of bytes among them."""
    fields = [field for field in model._meta.concrete_fields if counts(model, field)]
    of_bytes = (field.attname for field in fields if isinstance(field, models.BinaryField))
    return tuple(field.attname for field in fields), tuple(of_bytes)


def counts(model: type[models.Model], field: models.Field[object, object]) -> bool:
    """Is the register told of this column?"""
    return field.attname not in _LEFT_OUT.get(model, frozenset())


def table_of(row: models.Model | type[models.Model]) -> str:
    """The name of its table in the database."""
    return row._meta.db_table
