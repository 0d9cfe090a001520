"""Which stretch of time is shown: all, a year, a month, a week, or from one day to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_DAY: Final = timedelta(days=1)
_SPANS: Final[dict[str, tuple[StrOrPromise, timedelta]]] = {
    "year": (gettext_lazy("A year"), timedelta(days=365)),
    "month": (gettext_lazy("A month"), timedelta(days=30)),
    "week": (gettext_lazy("A week"), timedelta(days=7)),
}
_BEFORE: Final = 0.85  # how much of a chosen span lies before today: deadlines lie after it
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class Zoom:
    """A link to another stretch of time."""

    label: StrOrPromise
    way: str
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """[begins, ends), the links to other stretches, and what was wrong with what was asked."""

    begins: datetime
    ends: datetime
    zooms: Sequence[Zoom]
    earlier: str
    later: str
    wrong: str = ""

    @property
    def first_day(self) -> str:
        """As a field of the form holds it."""
        return timezone.localtime(self.begins).date().isoformat()

    @property
    def last_day(self) -> str:
        """The last day that is shown whole or in part."""
        return timezone.localtime(self.ends - timedelta(microseconds=1)).date().isoformat()


def window_of(request: Request, begins: Iterable[datetime], ends: Iterable[datetime]) -> Window:
    """The window that is asked for by `span`, or by `from` and `to`; else everything."""
    first = min([*begins, request.at - _DAY])
    last = max([*ends, request.at + _DAY])
    margin = max((last - first) / 50, timedelta(hours=6))
    whole = (first, last + margin)
    span = request.GET.get("span", "")
    if span in _SPANS:
        length = _SPANS[span][1]
        start = request.at - length * _BEFORE
        return _window((start, start + length), span)
    asked = request.GET.get("from", "").strip(), request.GET.get("to", "").strip()
    if not any(asked):
        return _window(whole, "all")
    days = _days(*asked)
    if days is None:
        wrong = _("These are not two days in their order. All is shown. Write 2026-03-31.")
        return _window(whole, "all", wrong=wrong)
    return _window((_midnight(days[0]), _midnight(days[1] + _DAY)), "")


def asked_for(begins: datetime, ends: datetime) -> str:
    """The address part that asks for the days of a stretch."""
    last = max(ends - timedelta(microseconds=1), begins)
    first_day, last_day = timezone.localtime(begins).date(), timezone.localtime(last).date()
    return f"?from={first_day.isoformat()}&to={last_day.isoformat()}"


def _window(stretch: tuple[datetime, datetime], here: str, *, wrong: str = "") -> Window:
    begins, ends = stretch
    length = ends - begins
    zooms = [Zoom(_("All"), "?", here == "all")]
    zooms += [Zoom(label, f"?span={key}", here == key) for key, (label, _l) in _SPANS.items()]
    return Window(
        begins=begins, ends=ends, zooms=zooms, wrong=wrong,
        earlier=asked_for(begins - length, begins), later=asked_for(ends, ends + length),
    )  # fmt: skip


def _days(first: str, last: str) -> tuple[date, date] | None:
    try:
        begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return (begins, ends) if _FIRST <= begins <= ends <= _LAST else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
