"""How much there was in each period, against the least or the most."""

from __future__ import annotations

from itertools import takewhile

from standards.checks import Quota
from standards.findings import Status
from standards.instants import Instant
from standards.person.file import ANY_KEY, PersonFile
from standards.person.quota import UNIT_SIZES, Amounts, Period, amounts_of, periods
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import number, spell_of, tell_end, tell_spell
from throughcare.explain.words import full, name, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, plural, term

_PERIODS = {"local_day": "day", "local_week": "week", "local_month": "month"}
_MOST_TOLD = 7


def amount_words(check: Quota, amount: float) -> str:
    """An amount with its unit; a count is told in times."""
    unit = "time" if check.unit == "count" else check.unit.rstrip("s")
    return f"{number(amount)} {unit if amount == 1 else unit + 's'}"


def owed_words(check: Quota) -> str:
    """What is owed: at least 60 minutes in each day."""
    bound = (
        f"at least {amount_words(check, check.min)}"
        if check.min is not None
        else f"at most {amount_words(check, check.max or 0)}"
    )
    if check.rolling is not None:
        return f"{bound} in any {limit_words(check.rolling)}"
    return f"{bound} in each {_PERIODS[check.period]}"


def tell_quota(t: Telling, asked: Asked, line: Line, check: Quota) -> None:
    """The state, what is owed while it lasts, and the amounts of the periods concerned."""
    file = asked.file_of(line.finding.who)
    if file is None:
        return
    subject: object = line.finding.key if check.is_per_thing else ANY_KEY
    amounts = amounts_of(check, file, subject)
    if check.rolling is not None:
        _tell_rolling(t, asked, line, check, file, amounts)
        return
    found = spell_of(asked, line, check.state)
    if found is None:
        return
    _, spell = found
    tell_spell(t, asked, file, check.state, spell)
    t.say(f"While it lasts the rule is: {name(check.amount_of)}, {owed_words(check)}.")
    period = _PERIODS[check.period]
    if check.min_overlap is None:
        t.say(f"Only a whole {period} counts, from midnight to midnight.")
    else:
        overlap = limit_words(check.min_overlap)
        t.say(f"A {period} counts if it covers {overlap} of it or more.")
    excuses = file.excepting(check.excuse) if check.excuse is not None else ()
    if excuses:
        t.say(f"Days with {name(check.excuse or '')} are left out.", *(r.id for r in excuses))
    tell_end(t, asked, file, spell)
    _tell_periods(t, asked, line, check, spell.zone, amounts)
    end = min(spell.end, asked.as_of)
    t.bar(spell.start, end, "=")
    _draw(t, asked, line)


def _draw(t: Telling, asked: Asked, line: Line) -> None:
    found = line.finding
    sign = {Status.BREACHED: "#", Status.UNKNOWN: "?", Status.DUE: "-"}.get(found.status)
    until = asked.as_of if found.until is None else found.until
    if sign is not None:
        t.bar(found.since if sign != "-" else max(found.since, asked.as_of), until, sign)
        t.mark(found.since, "the period that this answer is about begins")
        t.mark(until, "the period that this answer is about ends")


def _tell_periods(
    t: Telling, asked: Asked, line: Line, check: Quota, zone: str, amounts: Amounts
) -> None:
    found = line.finding
    until = asked.as_of if found.until is None else found.until
    inside = list(takewhile(lambda p: p.start < until, periods(check.period, zone, found.since)))
    if found.status == Status.MET:
        t.say("Every period that counts had enough." if check.min is not None else
              "No period that counts had too much.")  # fmt: skip
    for period in inside[:_MOST_TOLD]:
        judged = found.status == Status.BREACHED
        said = _one(t, asked, check, period, amounts, judged=judged)
        t.say(said, *_within(asked, check, line, period))
    if len(inside) > _MOST_TOLD:
        left = len(inside) - _MOST_TOLD
        t.say(f"And so on for {plural(left, 'more period')} up to {full(until, t.zone)}.")
    if found.status == Status.UNKNOWN:
        t.say(
            f"No {name(check.amount_of)} at all is recorded in that time. Nobody can tell whether "
            "there was none or whether none was written down."
        )


def _one(
    t: Telling, asked: Asked, check: Quota, period: Period, amounts: Amounts, *, judged: bool
) -> str:
    amount = amounts.within(period.start, period.end) / amounts.scale
    said = f"From {full(period.start, t.zone)} to {full(period.end, t.zone)}: "
    said += f"{amount_words(check, amount)} recorded" if amount else "none recorded"
    if period.end > asked.as_of:
        return f"{said} so far."
    if judged and check.min is not None and amount < check.min:
        return f"{said}, {amount_words(check, check.min - amount)} too little for a full period."
    if judged and check.max is not None and amount > check.max:
        return f"{said}, {amount_words(check, amount - check.max)} too much."
    return f"{said}."


def _within(asked: Asked, check: Quota, line: Line, period: Period) -> list[str]:
    file = asked.file_of(line.finding.who)
    records = file.of_type(check.amount_of) if file is not None else ()
    return [r.id for r in records if _overlaps(r.time, r.until, period.start, period.end)]


def _overlaps(start: Instant | None, until: Instant | None, since: Instant, end: Instant) -> bool:
    return start is not None and start < end and (until or start) >= since


def _tell_rolling(
    t: Telling, asked: Asked, line: Line, check: Quota, file: PersonFile, amounts: Amounts
) -> None:
    assert check.rolling is not None
    found = line.finding
    length = check.rolling.as_elapsed()
    window = limit_words(check.rolling)
    t.say(f"The rule is: {name(check.amount_of)}, {owed_words(check)}.")
    t.say(f"At each moment the {window} before it are looked at, a day being 24 hours.")
    start = found.since - length
    for record in file.of_type(check.amount_of):
        if record.time is None or not _overlaps(record.time, record.until, start, asked.as_of):
            continue
        until = "" if record.until is None else f" to {full(record.until, t.zone)}"
        t.say(
            f"{sentence_name(check.amount_of)} is recorded: {full(record.time, t.zone)}{until}.",
            record.id,
        )
        t.mark(record.time, f"{term(record.type)} recorded", "o")
    reached = amounts.within(start + 1, found.since + 1) / UNIT_SIZES[check.unit]
    end = asked.as_of if found.until is None else found.until
    t.say(
        f"In the {window} up to {full(found.since, t.zone)} that comes to "
        f"{amount_words(check, round(reached, 2))}. From then on it was more than allowed."
    )
    t.mark(found.since, "more than allowed from here", "!")
    if found.until is None:
        t.say(f"It still was at {full(asked.as_of, t.zone)}.")
        t.mark(end, "the moment of this answer", ">")
    else:
        t.say(f"It was no longer so from {full(end, t.zone)}, or the state was over then.")
        t.mark(end, "no longer more than allowed")
    for part in amounts.spells:
        t.bar(part.start, min(part.end, asked.as_of), "=")
    t.bar(found.since, end, "#")
