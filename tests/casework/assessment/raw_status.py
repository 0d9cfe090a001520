"""Rows of statuses as no action writes them, for what the database says to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made_status import HALF, LAST, SET
from throughcare.casework.assessment.models import Status
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew


def raw(person: UUID, **more: Any) -> Status:
    """A status as nobody proposed it."""
    row = fresh_id(SET)
    said: dict[str, Any] = {
        "id": row, "first": row, "person_id": person, "recorded_at": SET, "recorded_by": "931",
        "state": "proposed", "kind": "assessed", "legal_basis": "l", "evidence": "he hit him",
        "reasons": "r", "owner": "931", "owner_office": "o", "since": SET, "review_at": HALF,
        "expires_at": LAST, "proposed_by": "931",
    }  # fmt: skip
    return Status.objects.create(**{**said, **more})


def step(row: Status, at: datetime = SET, **more: Any) -> Status:
    """The next row of a status, as nobody wrote it."""
    Status.objects.filter(id=row.id).update(stood_until=at)
    said: dict[str, Any] = {
        "id": fresh_id(at), "person_id": row.person_id, "recorded_at": at, "recorded_by": "933",
        "replaces_id": row.id,
    }  # fmt: skip
    after = anew(row, **{**said, **more})
    after.save(force_insert=True)
    return after


def held(person: UUID, **more: Any) -> Status:
    """Confirmed."""
    said = {"looked_by": "933", "looked_at": SET, "looked_why": "agreed"}
    return step(raw(person, **more), state="in_force", **said)
