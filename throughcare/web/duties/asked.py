"""Which finding an address asks for, and as known when: read, or said to be none."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone

from throughcare.access.errors import NotThere
from throughcare.duties.rules import rulebook
from throughcare.web.request import Request

_FIRST = datetime(1900, 1, 1, tzinfo=UTC)


def rule_of(rule: str) -> str:
    """A rule of the rulebook. Raises NotThere for any other."""
    if rule not in rulebook().entries:
        raise NotThere
    return rule


def since_of(request: Request) -> datetime | None:
    """When the finding begins; None where the address does not say. Raises NotThere."""
    said = request.GET.get("since", "").strip()
    if not said:
        return None
    moment = _moment(said)
    if moment is None:
        raise NotThere
    return moment


def known_of(request: Request) -> tuple[datetime | None, str]:
    """Up to when entries count, and what was typed where that is no moment of the past."""
    said = request.GET.get("known", "").strip()
    if not said:
        return None, ""
    moment = _moment(said)
    if moment is None or not _FIRST <= moment <= request.at:
        return None, said
    return moment, ""


def _moment(said: str) -> datetime | None:
    """A moment with its zone, or by the clock on the wall of the page."""
    try:
        moment = datetime.fromisoformat(said)
        return moment if moment.tzinfo else timezone.make_aware(moment)
    except (ValueError, OverflowError):
        return None
