"""What must hold of a period that is written down: in the past, with an end, and free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.casework.custody.errors import BadMoment, NotInCustody, Taken
from throughcare.casework.custody.models import Stay
from throughcare.errors import BadInput


def need_past(*moments: datetime | None, at: datetime) -> None:
    """Refuse a time that has not come. Raises BadMoment."""
    if any(moment is not None and moment > at for moment in moments):
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))


def need_sound_period(since: datetime, until: datetime | None) -> None:
    """Refuse an end that does not come after its beginning. Raises BadMoment."""
    if until is not None and until <= since:
        raise BadMoment(
            _("the end does not come after the beginning"), remedy=_("look at both days and hours")
        )


def need_within_stay(stays: Iterable[Stay], since: datetime, until: datetime | None) -> None:
    """Refuse what lies outside custody, wholly or in part. Raises NotInCustody."""
    if not any(_covers(stay, since, until) for stay in stays):
        raise NotInCustody(
            _("the person was not in custody for that whole time"),
            remedy=_("look at the days of admission and release"),
        )


def _covers(stay: Stay, since: datetime, until: datetime | None) -> bool:
    ends_after = stay.left_at is None or (until is not None and stay.left_at >= until)
    return stay.admitted_at <= since and ends_after


def need_free(
    rows: Iterable[Any], begins: str, ends: str, since: datetime, until: datetime | None, *,
    said: str, error: type[BadInput] = Taken,
) -> None:  # fmt: skip
    """Refuse a half-open period that shares time with one of the rows. Raises `error`."""
    sharing = [
        one for one in rows
        if (until is None or getattr(one, begins) < until)
        and (getattr(one, ends) is None or getattr(one, ends) > since)
    ]  # fmt: skip
    first = min(sharing, key=lambda one: getattr(one, begins), default=None)
    if first is not None:
        raise error(
            _("%(said)s: from %(since)s to %(until)s")
            % {
                "said": said,
                "since": _shown(getattr(first, begins)),
                "until": _shown(getattr(first, ends)),
            },
            remedy=_("correct the one that is wrong"),
        )


def _shown(moment: datetime | None) -> str:
    if moment is None:
        return _("now, as it stands open")
    return f"{date_format(moment, 'Y-m-d H:i')} UTC"
