"""Names, dates and lengths in plain words."""

from __future__ import annotations

import re

from standards.durations import Duration
from standards.findings import Flag, Status
from standards.instants import DAY, HOUR, MINUTE, Instant, to_datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

STATUS_WORDS = {
    Status.BREACHED: "Breached",
    Status.DUE: "Due",
    Status.MET: "Met",
    Status.LAPSED: "Lapsed",
    Status.UNKNOWN: "Unknown",
}
STATUS_MEANINGS = {
    Status.BREACHED: "The rule was broken, or is being broken.",
    Status.DUE: "Still open, and still in time.",
    Status.MET: "Done in time, or over without a breach.",
    Status.LAPSED: "The duty ended before its deadline, so nothing was owed any more.",
    Status.UNKNOWN: "The records do not allow a judgment. Unknown is never counted as met.",
}
# A sign beside each status, so that nothing depends on colour.
STATUS_SIGNS = {
    Status.BREACHED: "■",
    Status.DUE: "◧",
    Status.MET: "□",
    Status.LAPSED: "–",
    Status.UNKNOWN: "?",
}
FLAG_WORDS = {
    Flag.INFERRED_END: "the end was not written; it follows from a later record",
    Flag.PRESUMED_CHILD: "birth date unknown, so counted as a child",
    Flag.NO_CONTACT_LOG: "no contact was recorded",
    Flag.PROVISIONAL: "could still change if it begins again soon",
    Flag.PLANNED_PAST_LIMIT: "the planned end is already too late",
}
INSTRUMENTS = {
    "nmr": "Nelson Mandela Rules",
    "br": "Bangkok Rules",
    "juv": "rules on children in custody",
    "vep": "guidance on violent extremist prisoners",
}
# Names whose plain reading is not the officer's own term.
_TERMS = {
    "solitary": "solitary confinement",
    "separated": "separation",
    "in_custody": "custody",
    "restrained": "restraint",
    "vep": "violent extremist prisoners",
    "postrelease_plan_in_place": "post-release plan in place",
    "prerelease_plan_in_place": "pre-release plan in place",
    "floor_area_m2": "floor area in square metres",
    "persons_in_single_cell_at_night": "persons in a single cell",
    "untried_persons_in_cell_at_night": "persons in a cell with an untried prisoner",
    "health_staff_fte": "health staff posts",
    "specialist_fte": "specialist posts",
    "one_per_cell": "cell",
    "one": "prison",
    "occupants": "person",
}
_SUBRULE = re.compile(r"^(\d+)\.(\d+)")


def term(name: str) -> str:
    """The plain word for a state, event or guard of the rulebook."""
    return _TERMS.get(name, name.replace(".", ": ").replace("_", " "))


def citation(rule_id: str, cite: str) -> str:
    """The instrument and the rule as lawyers write it: Nelson Mandela Rules 43(1)(b)."""
    instrument = INSTRUMENTS.get(rule_id.split("-")[0], "")
    number = _SUBRULE.sub(r"\1(\2)", cite)
    return f"{instrument} {number}".strip()


def day_words(instant: Instant, zone: str) -> str:
    """The day: 29 May 2018."""
    moment = to_datetime(instant, zone)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def moment_words(instant: Instant, zone: str) -> str:
    """The day and time: 29 May 2018 00:00."""
    return f"{day_words(instant, zone)} {to_datetime(instant, zone):%H:%M}"


def month_words(month: str) -> str:
    """The name of a month written 2018-05."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def length_words(length: int) -> str:
    """A length in its two largest parts: 16 days 2 hours."""
    days, rest = divmod(max(length, 0), DAY)
    hours, rest = divmod(rest, HOUR)
    parts = [(days, "day"), (hours, "hour"), (rest // MINUTE, "minute")]
    said = [plural(number, word) for number, word in parts if number]
    return " ".join(said[:2]) or "less than a minute"


def limit_words(limit: Duration) -> str:
    """A limit of the rulebook: 15 days, 24 hours, 6 months."""
    years, months = divmod(limit.months, 12)
    parts = [
        plural(years, "year") if years else "",
        plural(months, "month") if months else "",
        plural(limit.days, "day") if limit.days else "",
        length_words(limit.elapsed) if limit.elapsed < DAY and limit.elapsed else "",
        plural(limit.elapsed // HOUR, "hour") if limit.elapsed >= DAY else "",
    ]
    return " ".join(part for part in parts if part) or "no time at all"


def plural(number: int, word: str, many: str | None = None) -> str:
    """A number with its word: 1 row, 371 rows, 1,204 rows."""
    return f"{number:,} {word if number == 1 else many or word + 's'}"


def number_words(number: float) -> str:
    """A number as short as it can be: 5, 7.5."""
    return f"{number:,.1f}".rstrip("0").rstrip(".")


def percent(part: int, whole: int) -> str:
    """A share with two decimals; a dash where there is no whole."""
    return f"{100 * part / whole:.2f} %" if whole else "–"


def join_words(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """One, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
