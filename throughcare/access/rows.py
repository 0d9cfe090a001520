"""What the register is told of a row: all its columns, so that a change behind it shows."""

from __future__ import annotations

from django.db import models

from throughcare.access.models import Account

# Written at each sign-in, which has an entry of its own.
_LEFT_OUT: dict[type[models.Model], frozenset[str]] = {Account: frozenset({"last_login"})}


def content_of(row: models.Model) -> dict[str, object]:
    """The columns of a row by name. Only their digest is kept."""
    left_out = _LEFT_OUT.get(type(row), frozenset())
    names = [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in left_out}
