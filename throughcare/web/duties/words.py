"""Moments, lengths, limits, citations, statuses: in the language and time zone of the page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from babel.lists import format_list
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from standards.durations import Duration
from standards.findings import Flag, Status
from standards.instants import HOUR, from_datetime, to_datetime
from standards.rulebook.entry import Entry
from throughcare.duties.queries import Duty
from throughcare.report.words import citation
from throughcare.web.lengths import unit_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

INSTRUMENTS: Final[dict[str, StrOrPromise]] = {
    "nmr": gettext_lazy("Nelson Mandela Rules"),
    "br": gettext_lazy("Bangkok Rules"),
    "juv": gettext_lazy("rules on children in custody"),
    "vep": gettext_lazy("guidance on violent extremist prisoners"),
}
SEVERITIES: Final[dict[str, StrOrPromise]] = {
    "critical": gettext_lazy("critical"),
    "high": gettext_lazy("high"),
    "medium": gettext_lazy("medium"),
    "low": gettext_lazy("low"),
}
FLAGS: Final[dict[str, StrOrPromise]] = {
    Flag.INFERRED_END: gettext_lazy("The end was not written; it follows from a later record."),
    Flag.PRESUMED_CHILD: gettext_lazy(
        "The birth date is not known, so the person counts as a child."
    ),
    Flag.NO_CONTACT_LOG: gettext_lazy("No contact was recorded."),
    Flag.PROVISIONAL: gettext_lazy("This could still change if it begins again soon."),
    Flag.PLANNED_PAST_LIMIT: gettext_lazy("The planned end is already too late."),
}
# A sign beside each word, so that nothing depends on colour.
SIGNS: Final = {
    "overdue": "■", "broken": "▣", "due": "◧", "met": "□", "lapsed": "–", "unknown": "?",
}  # fmt: skip
_STATUSES: Final[dict[str, StrOrPromise]] = {
    "overdue": gettext_lazy("overdue"),
    "broken": gettext_lazy("was broken"),
    "due": gettext_lazy("due"),
    "met": gettext_lazy("met"),
    "lapsed": gettext_lazy("no longer owed"),
    "unknown": gettext_lazy("not known"),
}


def state_of(one: Duty) -> str:
    """The key of a status as a page shows it: what is being broken apart from what is over."""
    if one.status == Status.BREACHED:
        return "overdue" if one.is_open else "broken"
    return str(one.status)


def status_words(one: Duty) -> StrOrPromise:
    """The status in a word or two."""
    return _STATUSES[state_of(one)]


def cited(entry: Entry) -> str:
    """The instrument and the rule: Nelson Mandela Rules 43(1)(b)."""
    name = INSTRUMENTS.get(entry.id.split("-")[0], "")
    number = citation("", entry.cite)
    return f"{name} \u2068{number}\u2069".strip()


def moment_words(at: datetime) -> str:
    """Day and hour by the clock on the wall."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def number_words(number: float) -> str:
    """A number as short as it can be."""
    whole = float(number).is_integer()
    return number_format(int(number) if whole else round(number, 1), force_grouping=True)


def list_words(words: list[str]) -> str:
    """One, two and three."""
    return format_list(words, "standard", locale=get_language() or "en") if words else ""


def lasted_words(time: timedelta) -> str:
    """A length in its two largest parts: 16 days and 2 hours."""
    seconds = max(int(time.total_seconds()), 0)
    days, hours, minutes = seconds // 86_400, seconds // 3600 % 24, seconds // 60 % 60
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    said = [unit_words(number, unit) for number, unit in parts if number]
    return list_words(said[:2]) or unit_words(0, "minute")


def limit_words(limit: Duration) -> str:
    """A limit of a rule: 15 days, 24 hours, 6 months."""
    years, months = divmod(limit.months, 12)
    hours, rest = divmod(limit.elapsed, HOUR)
    parts = [(years, "year"), (months, "month"), (limit.days, "day"), (hours, "hour"),
             (rest * 60 // HOUR, "minute")]  # fmt: skip
    said = [unit_words(number, unit) for number, unit in parts if number]
    return list_words(said) or _("no time at all")


def last_of(limit: Duration, begun: datetime) -> datetime:
    """The last moment within a limit, counted by the clock on the wall where the page is."""
    zone = timezone.get_current_timezone_name()
    return to_datetime(limit.after(from_datetime(begun), zone), zone)


def day_number(begun: datetime, at: datetime) -> int:
    """The first day is day 1; a day is full at the hour at which it began."""
    wall = timezone.localtime(at).replace(tzinfo=None)
    return (wall - timezone.localtime(begun).replace(tzinfo=None)) // timedelta(days=1) + 1
