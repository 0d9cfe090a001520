"""The arithmetic of a rule about how long something may last."""

from __future__ import annotations

from standards.checks import MaxDuration
from standards.civil import to_wall
from standards.findings import Flag, Status
from standards.instants import DAY, OPEN, Instant
from standards.spells import Joined
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import spell_of, tell_end, tell_spell
from throughcare.explain.words import between, by_calendar, capital, clock_changed, full
from throughcare.report.model import Line
from throughcare.report.words import limit_words


def tell_length(t: Telling, asked: Asked, line: Line, check: MaxDuration) -> None:
    """From the beginning of the spell, over its limit, to its end."""
    found = spell_of(asked, line, check.state, gap=check.merge_gap)
    if found is None:
        return
    file, spell = found
    tell_spell(t, asked, file, check.state, spell, check.merge_gap)
    limit = check.limit.after(spell.start, spell.zone)
    later = capital(limit_words(check.limit))
    verb = "is" if limit > asked.as_of else "was"
    t.say(
        f"{later} later, {by_calendar(check.limit, t.zone)}, {verb} {full(limit, t.zone)}. "
        "An end at that very moment is still in time."
    )
    t.mark(limit, f"the limit: {limit_words(check.limit)}", "!")
    tell_end(t, asked, file, spell)
    _tell_sum(t, asked, line, check, spell, limit)
    _draw(t, asked, line, spell, limit)


def _tell_sum(
    t: Telling, asked: Asked, line: Line, check: MaxDuration, spell: Joined, limit: Instant
) -> None:
    end = min(spell.end, asked.as_of)
    civil = check.limit.is_civil
    lasted = between(spell.start, end, t.zone, by_calendar=civil)
    allowed = limit_words(check.limit)
    verb = "is" if spell.end != OPEN else "makes"
    if line.finding.status == Status.BREACHED:
        over = between(limit, end, t.zone, by_calendar=civil)
        so_far = "" if spell.end != OPEN else " so far"
        t.say(f"That {verb} {lasted}{so_far}: {over} more than the {allowed} allowed.")
        if line.finding.since != limit:
            t.say(
                f"At the limit itself there was a break. The rule was broken when it began again, "
                f"on {full(line.finding.since, t.zone)}."
            )
    elif end == limit:
        t.say(f"That {verb} exactly {allowed}. A limit is broken only when it is exceeded.")
        if to_wall(spell.start, t.zone) % DAY == 0 and spell.end != OPEN:
            t.say("Both moments stand as 00:00. With other hours of the day it could be longer.")
    else:
        left = between(end, limit, t.zone, by_calendar=civil)
        t.say(f"That {verb} {lasted}: {left} less than the {allowed} allowed.")
    if Flag.PLANNED_PAST_LIMIT in line.finding.flags and spell.plan is not None:
        late = between(limit, spell.plan, t.zone, by_calendar=civil)
        t.say(f"The planned end lies {late} after the limit. If it is kept, the rule is broken.")
    if civil and clock_changed(spell.start, end, t.zone):
        t.say("The clocks were changed in between. Days are counted by the calendar.")


def _draw(t: Telling, asked: Asked, line: Line, spell: Joined, limit: Instant) -> None:
    end = min(spell.end, asked.as_of)
    if line.finding.status == Status.BREACHED:
        t.bar(spell.start, min(limit, end), "=")
        t.bar(line.finding.since, end, "#")
    else:
        t.bar(spell.start, end, "=")
        if spell.end == OPEN:
            t.bar(end, limit, "-")
    known = spell.parts[0].end
    for part in spell.parts[1:]:
        t.bar(known, part.start, ".")
        known = max(known, part.end)
