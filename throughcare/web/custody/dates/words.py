"""The lines of the computation in words, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.casework.custody.due import Due
from throughcare.casework.custody.release_dates import Line, Said, Unsupported, Value
from throughcare.web.lengths import length

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_SAID: Final[dict[Said, StrOrPromise]] = {
    Said.BEGINS: gettext_lazy("The sentence begins on %(on)s; the first day served is %(first)s."),
    Said.TERM: gettext_lazy("Sentence: %(length)s from %(begins)s."),
    Said.FOLLOWS: gettext_lazy("Then, where that one ends: %(length)s from %(begins)s."),
    Said.FINE_TERM: gettext_lazy("In default of a fine: %(length)s from %(begins)s."),
    Said.REMISSION_RULE: gettext_lazy(
        "Remission by rule: %(share)s of the fixed term. Days in that term: %(of)s. "
        "Days taken off: %(days)s."
    ),
    Said.REMISSION_NONE: gettext_lazy("No remission follows from a rule for this term."),
    Said.REMISSION_GRANTED: gettext_lazy("Remission that was granted. Days taken off: %(days)s."),
    Said.REMISSION_LOST: gettext_lazy(
        "Remission that was lost. Days entered: %(lost)s. Days added, at most what had been taken "
        "off: %(days)s."
    ),
    Said.AT_LARGE: gettext_lazy("Unlawfully at large. Days added: %(days)s."),
    Said.REMAND: gettext_lazy(
        "Remand before the sentence. Days entered: %(entered)s. Days taken off, each day once: "
        "%(days)s."
    ),
    Said.PARDON: gettext_lazy("Pardon or amnesty. Days taken off: %(days)s."),
    Said.NOT_BEFORE: gettext_lazy("More was taken off than the sentence: it ends where it begins."),
    Said.LATEST: gettext_lazy("Of several sentences the one that ends last decides."),
    Said.RELEASE_DAY: gettext_lazy("Day of release: %(on)s. Hour: %(hour)s."),
    Said.REST_DAY: gettext_lazy(
        "If that is a rest day or a feast, release is on the working day before. Look at the "
        "calendar: this is not computed."
    ),
    Said.CONDITIONAL: gettext_lazy("Conditional release can be asked for from %(on)s."),
    Said.CONDITIONAL_UNKNOWN: gettext_lazy(
        "When conditional release can be asked for is not known for this country."
    ),
}

UNSUPPORTED: Final[dict[Unsupported, StrOrPromise]] = {
    Unsupported.NO_SENTENCE: gettext_lazy("No sentence is written down."),
    Unsupported.LIFE: gettext_lazy("A life sentence has no end that a rule computes."),
    Unsupported.OTHER: gettext_lazy("A sentence of another kind has no end that a rule computes."),
    Unsupported.NO_LENGTH: gettext_lazy("A sentence has no length."),
    Unsupported.TOO_LONG: gettext_lazy("A sentence ends after the calendar does."),
    Unsupported.GAP: gettext_lazy(
        "Between two sentences lie days on which none is served. Look at the days on which they "
        "begin."
    ),
    Unsupported.UNKNOWN_VALUE: gettext_lazy("This is not known for the country of this place:"),
    Unsupported.BROKEN: gettext_lazy(
        "A sentence begins after another one that does not stand any more. Correct it."
    ),
}

VALUES: Final[dict[str, StrOrPromise]] = {
    "month_end": gettext_lazy("how a month without a day of that number ends"),
    "first_day_counts": gettext_lazy("whether the first day counts as served"),
    "release_on": gettext_lazy("whether release is on the last day or on the day after"),
    "release_hour": gettext_lazy("the hour of release"),
    "remand_credited": gettext_lazy("whether remand before the sentence counts"),
    "remission": gettext_lazy("how much is remitted by rule"),
    "fine_default": gettext_lazy("how detention in default of a fine is counted"),
    "rest_day": gettext_lazy("what happens where the last day is a rest day"),
}

# The three distances stand in release_alerts.yaml; these words name no number.
DUE: Final[dict[Due, StrOrPromise]] = {
    Due.OVERDUE: gettext_lazy("Release overdue"),
    Due.TODAY: gettext_lazy("Release today"),
    Due.FIRST: gettext_lazy("Release very near"),
    Due.SECOND: gettext_lazy("Release near"),
    Due.THIRD: gettext_lazy("Release to be prepared"),
    Due.LATER: gettext_lazy("Later"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line for the table. `last` is the last day of the term after it."""

    number: int
    words: str
    source: str
    standing: str
    note: str
    last: date | None


def lines_shown(lines: list[Line]) -> list[ShownLine]:
    """The lines in words, numbered from the top."""
    return [_shown(line, number) for number, line in enumerate(lines, start=1)]


def standing(value: Value | None) -> str:
    """Whether a lawyer has confirmed a value, in words."""
    if value is None:
        return ""
    return _("confirmed") if value.confirmed else _("not confirmed")


def length_of(years: int, months: int, days: int) -> str:
    """The length of a sentence in words."""
    return length(years=years, months=months, days=days) or _("no length")


def day(on: date) -> str:
    """A day as the language writes it."""
    return date_format(on, "DATE_FORMAT")


def _shown(line: Line, number: int) -> ShownLine:
    rule = line.rule
    source = [] if rule is None else [_of_profile(rule.source), rule.date]
    return ShownLine(
        number=number, words=_words(line), source=", ".join(one for one in source if one),
        standing=standing(rule), note=_of_profile(rule.note) if rule else "",
        last=line.end - timedelta(days=1) if line.end else None,
    )  # fmt: skip


def _of_profile(text: str) -> str:
    """What stands in a profile, in the language of the page where it was translated."""
    return _(text) if text else ""


def _words(line: Line) -> str:
    given = dict(line.given)
    said = line.said
    if said is Said.TERM and given.pop("follows", False):
        said = Said.FOLLOWS
    if "years" in given:
        given["length"] = length_of(given["years"], given["months"], given["days"])  # type: ignore[arg-type]
    if said is Said.RELEASE_DAY:
        hour = given["hour"]
        given["hour"] = (
            time_format(hour, "TIME_FORMAT") if isinstance(hour, time) else _("not known")
        )
    if said is Said.CONDITIONAL and line.rule is not None:
        return f"{_SAID[said] % _told(given)} ({_of_profile(line.rule.name)}: {line.rule.value})"
    return str(_SAID[said]) % _told(given)


def _told(given: dict[str, object]) -> dict[str, object]:
    return {name: day(one) if isinstance(one, date) else one for name, one in given.items()}
