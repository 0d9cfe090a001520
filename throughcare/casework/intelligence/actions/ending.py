"""What happens by itself: what has ended is destroyed, and who left with open items is noted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from throughcare.casework.intelligence.keys import locked_anew
from throughcare.casework.intelligence.models import LeftOpen, Sealed
from throughcare.casework.intelligence.writing import enter_for_service


def destroy_ended(*, at: datetime) -> int:
    """Destroy the words of everything that has ended; how many they were. For a job.

    Nobody acts. The register keeps that something was destroyed: no person, no content. Nobody
    could read any of it from the instant of its end.
    """
    with transaction.atomic():
        gone = list(Sealed.objects.raw("SELECT * FROM intelligence_destroy_ended(%s)", [at]))
        for row in gone:
            enter_for_service("intelligence.destroyed", row, at=at)
    return len(gone)


def note_left_open(*, at: datetime) -> int:
    """Note who was released while an item waited; how many items. For a job.

    No release waits for a signature (Nelson Mandela Rule 7). What was left open stays on the list
    of the officer, and as a number on that of the director, until it is answered in writing.
    """
    with transaction.atomic():
        left = list(LeftOpen.objects.raw("SELECT * FROM intelligence_note_left(%s)", [at]))
        for row in left:
            enter_for_service("intelligence.unanswered_at_release", row, at=at)
    return len(left)


def lock_anew(*, at: datetime) -> int:
    """Encrypt everything under the newest key; how many. As owner of the tables. NoKey."""
    with transaction.atomic():
        rows = list(Sealed.objects.select_for_update().filter(destroyed_at=None).order_by("id"))
        for row in rows:
            row.words = locked_anew(row.words)
            row.save(update_fields=["words"])
            enter_for_service("intelligence.locked_anew", row, at=at)
    return len(rows)
