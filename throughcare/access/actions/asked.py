"""What is asked of every act that gives or takes something: a reason, and a time that can be."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.access.errors import Already, BadPeriod, NoReason


def need_reason(why: str) -> None:
    """Raises NoReason where nothing was written."""
    if not why.strip():
        raise NoReason(
            _("this act needs a reason, and none was written"),
            remedy=_("write in a sentence why; it stands in the register"),
        )


def need_period(begins: datetime, ends: datetime | None, *, at: datetime) -> None:
    """Nothing is given for a time that has passed. Raises BadPeriod."""
    if begins < at:
        raise BadPeriod(
            _("what is given now cannot begin in the past"),
            remedy=_("let it begin now or later"),
        )
    if ends is not None and ends <= begins:
        raise BadPeriod(
            _("the end is not after the beginning"),
            remedy=_("choose a later end, or none until further notice"),
        )


def earlier_end(
    begins: datetime, present: datetime | None, ends: datetime, *, at: datetime
) -> datetime:
    """The end to write. What has not begun by then is withdrawn: it ends as it begins.

    Raises BadPeriod for an end in the past or later than the present one, Already for what has
    ended.
    """
    if present is not None and present <= max(at, begins):
        raise Already(_("it has ended already"), remedy=_("nothing is left to do"))
    if ends < at:
        raise BadPeriod(
            _("an end cannot lie in the past: what was done until now was allowed"),
            remedy=_("let it end now or later"),
        )
    if present is not None and ends > present:
        raise BadPeriod(
            _("an end that was set is not moved later"),
            remedy=_("give it anew from that end on, so that somebody decides on it"),
        )
    return max(ends, begins)
