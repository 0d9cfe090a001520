"""What the register is told of a row: all its columns, so that a change behind it shows."""

from __future__ import annotations

from django.db import models

from throughcare.casework.people.models import Person, Photo

# The version is kept beside the facts for `expected`, and follows from them. Of a photo the digest
# speaks: a constraint holds it to the bytes.
_LEFT_OUT: dict[type[models.Model], frozenset[str]] = {
    Person: frozenset({"version"}),
    Photo: frozenset({"content"}),
}


def content_of(row: models.Model) -> dict[str, object]:
    """The columns of a row by name."""
    left_out = _LEFT_OUT.get(type(row), frozenset())
    names = [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in left_out}


def table_of(row: models.Model) -> str:
    """The name of its table in the database."""
    return row._meta.db_table
