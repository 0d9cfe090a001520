"""What the tests of statuses start from: four of the case staff, and a sound status."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import (
    AT,
    DAY,
    assigned,
    manager,
    screener,
    second,
)
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.staff import written
from throughcare.access.models import Account
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.models import Status, StatusContest

# Six months after the day after the reception, by the clock of the prison.
SET = AT + DAY
LAST = SET.replace(month=SET.month + 6)
HALF = SET + 90 * DAY
WORDS = "I never said it. Ask the two men again."


def fourth(person: UUID) -> Viewer:
    """One more of the case staff, who had no hand in it."""
    return assigned(Role.CASE_MANAGER, 934, person)


def makers(person: UUID) -> dict[str, Viewer]:
    """The four by what they do in these tests."""
    return {
        "proposer": manager(person), "confirmer": second(person), "renewer": screener(person),
        "another": fourth(person),
    }  # fmt: skip


def proposed(person: UUID, *, at: datetime = SET, **more: Any) -> Status:
    """A sound status that waits for a second person."""
    said: dict[str, Any] = {
        "by": manager(person), "kind": "assessed", "legal_basis": "Order 12 of 2024, section 3",
        "evidence": "He asked two men to help him hurt a guard.",
        "reasons": "Two accounts agree, and it was planned.", "owner_office": "Case office north",
        "since": at, "review_at": at + 90 * DAY, "expires_at": LAST,
    }  # fmt: skip
    return actions.propose_status(at=at, person_id=person, **{**said, **more})


def confirmed(row: Status, *, at: datetime = SET, by: Viewer | None = None, **more: Any) -> Status:
    """A second person's word."""
    said: dict[str, Any] = {"confirm": True, "why": "The two accounts were read again."}
    return actions.confirm_status(
        by=by or second(row.person_id), at=at, status_id=row.id, **{**said, **more}
    )


def in_force(person: UUID, *, at: datetime = SET, **more: Any) -> Status:
    """A status that holds from this moment."""
    return confirmed(proposed(person, at=at, **more), at=at)


def renewed(row: Status, *, at: datetime, **more: Any) -> Status:
    """A sound renewal that waits for a second person."""
    since = max(at, row.expires_at)
    said: dict[str, Any] = {
        "by": screener(row.person_id), "reasons": "He went on with it.",
        "new_evidence": "In July he sent a letter that asks for a knife.",
        "owner_office": "Case office north", "review_at": since + 90 * DAY,
        "expires_at": since + 180 * DAY,
    }  # fmt: skip
    return actions.renew_status(at=at, status_id=row.id, **{**said, **more})


def contested(row: Status, *, at: datetime, by: Viewer | None = None, **more: Any) -> StatusContest:
    """What the person says against it, written down by staff."""
    said: dict[str, Any] = {"words": WORDS, "language": "fr", "contested_at": at}
    return actions.contest_status(
        by=by or screener(row.person_id), at=at, status_id=row.id, **{**said, **more}
    )


def decided(contest: StatusContest, *, at: datetime, by: Viewer, **more: Any) -> StatusContest:
    """Somebody decides."""
    said: dict[str, Any] = {"outcome": "lifted", "reasons": "One of the two took it back."}
    return actions.decide_contest(by=by, at=at, contest_id=contest.id, **{**said, **more})


def the_prisoner(person: UUID, number: int = 939) -> Viewer:
    """The person, with an own account."""
    account = Account.objects.create(pk=number, name=f"account {number}", person=person)
    own = HeldPost(Role.PRISONER, "north", SINCE_NEW_YEAR)
    return written(Viewer(account.pk, person=person, posts=(own,)))
