"""The count of days in a sentence, the same in the head of a file, in lists and on the register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.casework.safety.queries import Counter, InARow
from throughcare.web.duties.words import moment_words


def day_said(counter: Counter) -> str:
    """The day that runs, and by when it must end."""
    known = {"day": counter.full_days + 1, "end": moment_words(counter.limit_at)}
    if counter.full_days >= counter.limit_days:
        return _("Day %(day)s of separation, should have ended by %(end)s") % known
    return _("Day %(day)s of separation, must end by %(end)s") % known


def row_said(row: InARow, day: int) -> str:
    """Which separation in a row it is, and from when the days are counted."""
    return _("Day %(day)s: separation number %(which)s in a row, counted from %(since)s.") % {
        "day": day, "which": row.which, "since": moment_words(row.since),
    }  # fmt: skip


def lately_said(row: InARow) -> str:
    """How often lately, joined or not."""
    return _("Separations begun in the last 30 days, with this one: %(number)s.") % {
        "number": row.lately
    }
