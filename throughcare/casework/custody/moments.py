"""Times as somebody types them: not to come, and in their order."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import BadMoment


def need_past(*moments: datetime | None, at: datetime) -> None:
    """Refuse a moment that lies after `at`. Raises BadMoment."""
    if any(moment is not None and moment > at for moment in moments):
        raise BadMoment(
            _("the time has not come"),
            remedy=_("look at day and hour; what is planned is written as expected"),
        )


def need_order(earlier: datetime, later: datetime | None, *, what: str) -> None:
    """Refuse an end before its beginning; `what` says it in words. Raises BadMoment."""
    if later is not None and later < earlier:
        raise BadMoment(what, remedy=_("look at both days and hours"))
