"""What a report, a statement or an answer must have. Behind the wall."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.casework.intelligence.errors import (
    BadReport,
    BadTime,
    ConfidentialSource,
    TooLong,
)
from throughcare.casework.intelligence.grades import allowed_kinds, graded, never_kinds
from throughcare.casework.intelligence.policy import longest, longest_text, review_within


def need_allowed_kind(kind: str) -> None:
    """Refuse what comes from a confidential relation. Raises ConfidentialSource, BadReport."""
    if kind in never_kinds():
        raise ConfidentialSource(
            _("health, psychology, faith, complaints, lawyers and rehabilitation are no source"),
            remedy=_("what is known from there is not written here, in no words"),
        )
    if kind not in allowed_kinds():
        raise BadReport(
            _("from where it comes is not of the list"), remedy=_("choose one of the list")
        )


def need_words(**said: str) -> None:
    """Refuse where one of these is empty; the names are those of the form. Raises BadReport."""
    missing = [name.replace("_", " ") for name, text in said.items() if not text.strip()]
    if missing:
        raise BadReport(
            _("this is not said: %(what)s") % {"what": ", ".join(missing)},
            remedy=_("write it in a sentence; what else was typed is kept"),
        )


def need_short(*texts: str) -> None:
    """Refuse a text that is longer than the room keeps. Raises TooLong."""
    most = longest_text()
    longest_one = max((len(text) for text in texts), default=0)
    if longest_one > most:
        raise TooLong(
            _("a text has %(signs)s signs, and %(most)s are kept at the most")
            % {"signs": longest_one, "most": most},
            remedy=_("shorten it, or write two reports; what was typed is kept"),
        )


def need_grades(source: str, information: str, handling: str) -> None:
    """Refuse a grade that its scale does not know. Raises BadReport."""
    if not graded(source, information, handling):
        raise BadReport(
            _("a grade is missing, or is not of its scale"),
            remedy=_("grade the source, the information, and how it may be handled"),
        )


def need_times(review_at: datetime, expires_at: datetime, *, at: datetime) -> None:
    """Refuse an end or a review that is too late, or past. Raises BadTime."""
    if not at < review_at <= expires_at:
        raise BadTime(
            _("a report is looked at again after now, and before it ends"),
            remedy=_("look at both days"),
        )
    if review_at - at > review_within():
        raise BadTime(
            _("a report is looked at again within %(days)s days") % {"days": review_within().days},
            remedy=_("give an earlier day of review"),
        )
    if expires_at - at > longest():
        raise BadTime(
            _("a report ends within %(days)s days; nothing follows a person for life")
            % {"days": longest().days},
            remedy=_("give an earlier end"),
        )
