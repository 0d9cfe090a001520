"""Whether somebody signs the words that were shown: the digest of their rows is carried along.

A row is written once and never changed, so the ids of the rows that stand say which words stand.
Each room works out its digest in the database, where a trigger holds the same (ADR 0049).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.access.queries import account_names
from throughcare.casework.rows.errors import OtherWords


@dataclass(frozen=True, slots=True)
class LastWritten:
    """When the words were last written, and by which account; empty where that is not told."""

    at: datetime
    by: str = ""


def need_seen(seen: str, *, stands: str, last: LastWritten | None = None) -> None:
    """Refuse a signature where the words that stand are others than were seen. Raises OtherWords.

    Asked under the lock that whoever writes the words takes too. `last` is what the error tells.
    """
    if not seen or seen != stands:
        raise other_words(last if seen else None)


def other_words(last: LastWritten | None = None) -> OtherWords:
    """The error, as far as it may say who changed what was seen, and when."""
    remedy = _("read them once more as they stand now, and sign then")
    if last is None:
        return OtherWords(
            _("these are not the words that were shown to you for a signature"), remedy=remedy
        )
    told = {"when": date_format(timezone.localtime(last.at), "DATETIME_FORMAT"), "who": _who(last)}
    if not told["who"]:
        return OtherWords(
            _("the words were changed on %(when)s, after you opened this page") % told,
            remedy=remedy,
        )
    return OtherWords(
        _("the words were changed on %(when)s by %(who)s, after you opened this page") % told,
        remedy=remedy,
    )


def _who(last: LastWritten) -> str:
    if not (last.by.isascii() and last.by.isdigit()):
        return ""
    return account_names([int(last.by)]).get(int(last.by), "")
