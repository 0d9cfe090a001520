"""What other agencies ask for of one person of the demo: waiting, approved, given, kept back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

DAY = timedelta(days=1)


def sharing_examples(person: UUID, by: Any, now: datetime) -> None:
    """Proposed by one of the case staff and approved by another."""
    from throughcare.casework.assessment import actions

    two, three = by("case manager two"), by("case manager three")

    def asked(recipient: str) -> UUID:
        row = actions.propose_sharing(
            by=two, at=now, person_id=person, recipient=recipient, requested_at=now - DAY,
            legal_ground="order 7 of the court of the north", purpose="To find who lent the money.",
            content="The list of his letters of March, without what they say.",
        )  # fmt: skip
        return row.id

    def approved(recipient: str) -> UUID:
        row = asked(recipient)
        actions.approve_sharing(
            by=three, at=now, sharing_id=row, approve=True, why="The order names the letters."
        )
        return row

    said: dict[str, Any] = {"by": two, "at": now, "given_at": now, "receipt": "Signed by Salimova."}
    asked("Police of the north")
    approved("Court of the north")
    actions.give_sharing(**said, sharing_id=approved("Customs"))
    actions.give_sharing(
        **said, sharing_id=approved("Service of the state"),
        not_told_why="The judge asks for it, decision 9.", not_told_until=now + 30 * DAY,
    )  # fmt: skip
