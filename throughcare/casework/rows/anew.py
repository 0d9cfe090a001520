"""A row once more, with something changed: for what continues, ends or is corrected."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)

# What `writing.put` fills for each row by itself.
_FILLED: Final = frozenset(
    {
        "id", "person", "recorded_at", "recorded_by", "replaces", "stood_until", "struck_by",
        "struck_why",
    }
)  # fmt: skip


def anew(row: R, **changes: Any) -> R:
    """A fresh row that says the same but for `changes` (by column), to be put in its place."""
    kept = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in _FILLED
    }
    return type(row)(**{**kept, **changes})
