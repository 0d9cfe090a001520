"""What the tests of sharing with other agencies start from: what is asked for, and its steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import AT, DAY, HOUR, manager, screener, second
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.models import Sharing
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew

# Asked for, approved, handed over and told in this order.
ASKED = AT + DAY
APPROVED, GIVEN, TOLD = ASKED + DAY, ASKED + 2 * DAY, ASKED + 3 * DAY
LATER = ASKED + 30 * DAY


def asked(person: UUID, *, at: datetime = ASKED, **more: Any) -> Sharing:
    """A sound proposal that waits for a second person."""
    said: dict[str, Any] = {
        "by": manager(person), "recipient": "Police of the north, department 3",
        "requested_at": at - HOUR, "legal_ground": "Order 7 of the court of the north, 2026",
        "purpose": "To find who sent the knife.",
        "content": "The list of letters of March, without what they say.",
    }  # fmt: skip
    return actions.propose_sharing(at=at, person_id=person, **{**said, **more})


def approved(
    row: Sharing, *, at: datetime = APPROVED, by: Viewer | None = None, **more: Any
) -> Sharing:
    """A second person's word."""
    said: dict[str, Any] = {"approve": True, "why": "The order names the letters."}
    return actions.approve_sharing(
        by=by or second(row.person_id), at=at, sharing_id=row.id, **{**said, **more}
    )


def given(row: Sharing, *, at: datetime = GIVEN, by: Viewer | None = None, **more: Any) -> Sharing:
    """Handed over at that moment."""
    said: dict[str, Any] = {"given_at": at, "receipt": "Captain Umarov signed for it."}
    return actions.give_sharing(
        by=by or screener(row.person_id), at=at, sharing_id=row.id, **{**said, **more}
    )


def told(row: Sharing, *, at: datetime = TOLD, by: Viewer | None = None, **more: Any) -> Sharing:
    """The person was told of it at that moment."""
    said: dict[str, Any] = {"told_at": at, "how": "oral", "language": "fr"}
    return actions.tell_sharing(
        by=by or screener(row.person_id), at=at, sharing_id=row.id, **{**said, **more}
    )


def handed_over(person: UUID, **more: Any) -> Sharing:
    """Proposed, approved and handed over, by three people."""
    return given(approved(asked(person)), **more)


def raw(person: UUID, **more: Any) -> Sharing:
    """A sharing as nobody proposed it."""
    row = fresh_id(ASKED)
    said: dict[str, Any] = {
        "id": row, "first": row, "person_id": person, "recorded_at": ASKED, "recorded_by": "931",
        "state": "proposed", "recipient": "police", "requested_at": ASKED, "legal_ground": "l",
        "purpose": "p", "content": "c", "proposed_by": "931",
    }  # fmt: skip
    return Sharing.objects.create(**{**said, **more})


def step(row: Sharing, at: datetime, **more: Any) -> Sharing:
    """The next row of a sharing, as nobody wrote it."""
    Sharing.objects.filter(id=row.id).update(stood_until=at)
    said: dict[str, Any] = {
        "id": fresh_id(at), "person_id": row.person_id, "recorded_at": at, "recorded_by": "933",
        "replaces_id": row.id,
    }  # fmt: skip
    after = anew(row, **{**said, **more})
    after.save(force_insert=True)
    return after
