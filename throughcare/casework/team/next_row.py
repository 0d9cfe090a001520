"""The next state of a meeting, as a fresh row."""

from __future__ import annotations

from typing import Any, Final

from throughcare.casework.team.models import Meeting

_FILLED: Final = frozenset({"id", "recorded_at", "recorded_by", "stood_until", "replaces"})


def next_row(meeting: Meeting, **changes: Any) -> Meeting:
    """A row that says the same but for `changes` (by column), to be put in its place."""
    kept = {
        field.attname: getattr(meeting, field.attname)
        for field in Meeting._meta.concrete_fields
        if field.name not in _FILLED
    }
    return Meeting(**{**kept, "replaces_id": meeting.id, **changes})
