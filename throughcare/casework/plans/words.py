"""Which words of a version of a plan stand: what is shown, and what is answered and signed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.people.files import Holding
from throughcare.casework.plans.holding import is_own
from throughcare.casework.plans.models import Plan
from throughcare.casework.rows.seen import LastWritten, need_seen


def words_of(version: UUID, *, at: datetime | None = None) -> str:
    """The digest of a row of a plan, with its goals, steps and progress, at a moment or now.

    Read it after that row, and before the others that it is shown with.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT plans_words(%s, coalesce(%s, timestamptz 'infinity'))", [version, at]
        )
        found: str = cursor.fetchone()[0]
    return found


def need_words(holding: Holding, plan: Plan, seen: str) -> None:
    """Refuse an answer or a signature under another plan than was shown. Raises OtherWords.

    The person reads when it was changed, and of no member of staff.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT wrote_at, wrote_by FROM plans_last_written(%s)", [plan.id])
        at, by = cursor.fetchone()
    last = LastWritten(at, "" if is_own(holding) else by)
    need_seen(seen, stands=words_of(plan.id), last=last)
