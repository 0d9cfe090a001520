"""What the tests of intelligence start from: its officer, who is named, and a sound report."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import DAY, DEPUTY, DIRECTOR, WING, grown
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.intelligence import actions
from throughcare.casework.intelligence.models import Report, Sealed, SharingOfficer, Statement

__all__ = [
    "DAY", "DEPUTY", "DIRECTOR", "INTELLIGENCE", "OTHER_OFFICER", "WING", "grown", "named", "now",
    "officer", "report", "rows", "said", "shared", "sql",
]  # fmt: skip

RAW, SANITISED = "K-7 saw a blade under the sink of the wash house.", "A blade may lie hidden."
INTELLIGENCE, OTHER_OFFICER = 961, 962


def now() -> datetime:
    """Expiry is held by the clock of the database, so that these tests live now."""
    return timezone.now()


def officer(account: int = INTELLIGENCE, place: str = "north") -> Viewer:
    """An officer of the office of intelligence."""
    post = HeldPost(Role.INTELLIGENCE_OFFICER, place, SINCE_NEW_YEAR)
    return written(Viewer(account, posts=(post,)))


def said(**more: Any) -> dict[str, Any]:
    """The words of a sound report."""
    at = now()
    return {
        "code": "K-7", "source_kind": "prisoner", "source": "B", "information": "2",
        "handling": "1", "raw": RAW, "sanitised": SANITISED, "action": "Search the wash house.",
        "necessity": "Somebody may be hurt.", "proportionality": "One search, of one room.",
        "review_at": at + 90 * DAY, "expires_at": at + 180 * DAY, "confirmed": True, **more,
    }  # fmt: skip


def report(
    person: UUID, *, by: Viewer | None = None, at: datetime | None = None, **more: Any
) -> UUID:
    """A report that was received."""
    return actions.write_report(
        by=by or officer(), at=at or now(), person_id=person, **said(**more)
    )


def named(account: int = INTELLIGENCE, *, ends: datetime | None = None) -> SharingOfficer:
    """The director names an officer for sharing."""
    officer(account)
    return actions.appoint(
        by=written(DIRECTOR), at=now(), establishment="north",
        account=account, ends=ends,
    )  # fmt: skip


def shared(item: UUID, *, by: Viewer | None = None, **more: Any) -> Statement:
    """A statement of a report."""
    at = now()
    words: dict[str, Any] = {
        "text": SANITISED, "source": "B", "information": "2",
        "decision": "The board must know that there may be a blade.", "expires_at": at + 60 * DAY,
        **more,
    }  # fmt: skip
    return actions.share(by=by or officer(), at=at, item=item, **words)


def answered(item: UUID, **more: Any) -> Any:
    """The named officer's answer: not shared, for a reason."""
    words: dict[str, Any] = {"occasion": "board", "why": "It would cost the source dearly."}
    return actions.answer(by=officer(), at=now(), item=item, **{**words, **more})


def sql(words: str, *values: object) -> Any:
    """The first value of a question to the database, as the owner of the tables sees it."""
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        row = cursor.fetchone()
        return row[0] if row else None


def rows() -> int:
    """How many reports and words there are, whoever asks."""
    see_all_rows("INT")
    found = Report.objects.count() + Sealed.objects.count()
    see_no_rows()
    return int(found)
