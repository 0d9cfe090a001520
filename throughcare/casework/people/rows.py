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
    return {
        field.attname: _told(field, getattr(row, field.attname)) for field in _counted(type(row))
    }


@cache
def _counted(model: type[models.Model]) -> tuple[models.Field[object, object], ...]:
    return tuple(field for field in model._meta.concrete_fields if counts(model, field))


def _told(field: models.Field[object, object], value: object) -> object:
    if isinstance(field, models.BinaryField) and isinstance(value, bytes | memoryview):
        return sha256(value).hexdigest()
    return value


def counts(model: type[models.Model], field: models.Field[object, object]) -> bool:
    """Is the register told of this column?"""
    return field.attname not in _LEFT_OUT.get(model, frozenset())


def table_of(row: models.Model | type[models.Model]) -> str:
    """The name of its table in the database."""
    return row._meta.db_table
