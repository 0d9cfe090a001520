"""When the person learns of a sharing: at once, or on a day that was decided. Asks nobody."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.models import Sharing


def is_kept_back(row: Sharing, moment: datetime) -> bool:
    """Whether a decision keeps it from the person at the moment. It ends by itself on its day."""
    return row.not_told_until is not None and moment < row.not_told_until


def need_kept_back(why: str, until: datetime | None, *, at: datetime) -> None:
    """Refuse a decision without a day that is to come, and a day without a decision. NotSaid."""
    decided = bool(why.strip())
    later = until is not None and until > at
    if decided != later or decided != (until is not None):
        raise NotSaid(
            _("what is kept back needs a decision, and a day to come on which it ends"),
            remedy=_("give both, or keep nothing back"),
        )
