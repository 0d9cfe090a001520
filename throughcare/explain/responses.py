"""The arithmetic of a rule that calls for something: once after a trigger, or again and again."""

from __future__ import annotations

from standards.checks import CUSTODY, RecurWithin, RespondWithin
from standards.civil import local_day, midnight
from standards.findings import Flag, Status
from standards.instants import Instant
from standards.person.file import ANY_KEY, PersonFile
from standards.spells import Joined
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import spell_of, tell_end, tell_group, tell_spell
from throughcare.explain.words import between, by_calendar, capital, full, name, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, plural, term

_MOST_TOLD = 6


def tell_response(t: Telling, asked: Asked, line: Line, check: RespondWithin) -> None:
    """From the trigger, over the deadline, to the answer or its absence."""
    found, file = line.finding, asked.file_of(line.finding.who)
    trigger = found.evidence[0] if found.evidence else ""
    answer = name(check.response)
    t.say(f"{sentence_name(check.trigger)} is recorded on {full(found.duty, t.zone)}.", trigger)
    t.mark(found.duty, term(check.trigger), "o")
    tell_group(t, asked, file, check.group)
    if check.limit.is_zero:
        t.say(f"It calls for {answer} by that same moment.")
    else:
        t.say(f"It calls for {answer} within {limit_words(check.limit)}.")
    deadline = _deadline(check, found.duty, t.zone)
    _tell_deadline(t, asked, check, found.duty, deadline)
    if not check.accept_early.is_zero:
        t.say(f"One given up to {limit_words(check.accept_early)} before counts as well.")
    if check.key is not None and found.key is not None:
        t.say("Only an answer to the same case counts, and one answer serves one case.")
    _tell_answer(t, asked, line, check, deadline)


def _deadline(check: RespondWithin, start: Instant, zone: str) -> Instant:
    deadline = check.limit.after(start, zone)
    return midnight(local_day(deadline, zone) + 1, zone) if check.to_end_of_day else deadline


def _tell_deadline(
    t: Telling, asked: Asked, check: RespondWithin, start: Instant, deadline: Instant
) -> None:
    verb = "is" if deadline > asked.as_of else "was"
    later = capital(limit_words(check.limit))
    if check.to_end_of_day:
        reached = full(check.limit.after(start, t.zone), t.zone)
        t.say(
            f"{later} later {verb} {reached}. The whole of that day may be used: the deadline "
            f"{verb} the midnight that ends it, {full(deadline, t.zone)}. Midnight itself is late."
        )
    elif not check.limit.is_zero:
        counted = by_calendar(check.limit, t.zone)
        t.say(f"{later} later, {counted}, {verb} {full(deadline, t.zone)}. That is the deadline.")
    t.mark(deadline, "the deadline", "!")


def _tell_answer(
    t: Telling, asked: Asked, line: Line, check: RespondWithin, deadline: Instant
) -> None:
    found, answer = line.finding, name(check.response)
    civil = check.limit.is_civil
    given = _given(asked, line, check)
    if given is not None:
        when, record = given
        t.say(f"{capital(answer)} is recorded on {full(when, t.zone)}.", record)
        t.mark(when, term(check.response), "o")
        _tell_given(t, check, found.duty, when, deadline)
    elif found.until is not None and found.status in (Status.BREACHED, Status.LAPSED):
        _tell_ended(t, asked, line, check, deadline)
    else:
        t.say(f"No {answer} that counts is recorded up to {full(asked.as_of, t.zone)}.")
        t.mark(asked.as_of, "the moment of this answer", ">")
        if found.status == Status.DUE:
            left = between(asked.as_of, deadline, t.zone, by_calendar=civil)
            t.say(f"There is still time: {left}.")
        else:
            late = between(deadline, asked.as_of, t.zone, by_calendar=civil)
            t.say(f"That is {late} past the deadline so far.")
    end = found.until if found.status != Status.DUE and found.until is not None else asked.as_of
    t.bar(found.duty, min(end, deadline), "=")
    t.bar(deadline, end, "#")
    if found.status == Status.DUE:
        t.bar(asked.as_of, deadline, "-")


def _given(asked: Asked, line: Line, check: RespondWithin) -> tuple[Instant, str] | None:
    """The answer among the records that the finding rests on."""
    for one in line.finding.evidence[1:]:
        record = asked.raw(one, line.finding.who)
        if record is not None and record.type == check.response and record.time is not None:
            return record.time, one
    return None


def _tell_given(
    t: Telling, check: RespondWithin, start: Instant, when: Instant, deadline: Instant
) -> None:
    civil = check.limit.is_civil
    if when <= start:
        t.say("It was there already when it was called for. That counts as in time.")
        return
    took = between(start, when, t.zone, by_calendar=civil)
    late = when > deadline or (when == deadline and check.to_end_of_day)
    if late and when == deadline:
        t.say(f"That is {took} after it was called for: at midnight, just too late.")
    elif late:
        over = between(deadline, when, t.zone, by_calendar=civil)
        t.say(f"That is {took} after it was called for: {over} too late.")
    elif when == deadline:
        t.say(f"That is {took} after it was called for: exactly at the deadline, so in time.")
    else:
        left = between(when, deadline, t.zone, by_calendar=civil)
        t.say(f"That is {took} after it was called for: {left} before the deadline, so in time.")


def _tell_ended(
    t: Telling, asked: Asked, line: Line, check: RespondWithin, deadline: Instant
) -> None:
    found = line.finding
    assert found.until is not None
    what = "Custody" if check.while_ == CUSTODY else sentence_name(check.while_)
    how = ", as a later record shows" if Flag.INFERRED_END in found.flags else ""
    t.say(f"{what} ended on {full(found.until, t.zone)}{how}.", *found.evidence[1:])
    t.mark(found.until, f"{what.lower()} ended", "o")
    t.say(f"Until then no {name(check.response)} that counts is recorded.")
    civil = check.limit.is_civil
    if found.status == Status.LAPSED:
        left = between(found.until, deadline, t.zone, by_calendar=civil)
        when = f"{left} before" if found.until < deadline else "exactly at"
        t.say(f"That was {when} the deadline. The duty ended with it.")
    else:
        late = between(deadline, found.until, t.zone, by_calendar=civil)
        t.say(f"That was {late} after the deadline. The rule was broken up to that moment.")


def tell_recurring(t: Telling, asked: Asked, line: Line, check: RecurWithin) -> None:
    """From one time that it was done to the next deadline, as long as the spell lasts."""
    found = spell_of(asked, line, check.state, gap=check.merge_gap)
    if found is None:
        return
    file, spell = found
    tell_spell(t, asked, file, check.state, spell, check.merge_gap)
    limit = limit_words(check.limit)
    t.say(f"While it lasts, {name(check.response)} is called for at least every {limit}.")
    if check.first_within is not None:
        first = limit_words(check.first_within)
        t.say(f"The first is called for within {first} of the beginning.")
    if not check.grace.is_zero:
        t.say(f"Each deadline is put off by {limit_words(check.grace)} of grace.")
    done = _done(asked, line, check, file, spell)
    for when, _ in done:
        t.mark(when, term(check.response), "o")
    if line.finding.status == Status.MET:
        _tell_all_kept(t, check, done)
        tell_end(t, asked, file, spell)
        t.bar(spell.start, min(spell.end, asked.as_of), "=")
        if not done:
            t.say("It was over before the first deadline.")
        return
    _tell_from_last(t, asked, line, check, spell, done)
    if spell.is_open or line.finding.until == spell.end:
        tell_end(t, asked, file, spell)


def _done(
    asked: Asked, line: Line, check: RecurWithin, file: PersonFile, spell: Joined
) -> list[tuple[Instant, str]]:
    key: object = line.finding.key if check.is_per_thing else ANY_KEY
    return [
        (when, record.id)
        for when, record in file.events(check.response)
        if spell.start <= when <= spell.end and (key is ANY_KEY or record.key == key)
    ]


def _tell_all_kept(t: Telling, check: RecurWithin, done: list[tuple[Instant, str]]) -> None:
    for when, record in done[:_MOST_TOLD]:
        t.say(f"{sentence_name(check.response)} is recorded on {full(when, t.zone)}.", record)
    if len(done) > _MOST_TOLD:
        t.say(
            f"And {plural(len(done) - _MOST_TOLD, 'more time')} after that.",
            *(record for _, record in done[_MOST_TOLD:]),
        )
    if done:
        t.say("Each came by its deadline, and none was open at the end.")


def _tell_from_last(
    t: Telling,
    asked: Asked,
    line: Line,
    check: RecurWithin,
    spell: Joined,
    done: list[tuple[Instant, str]],
) -> None:
    """The cycle that a breach or an open duty is about."""
    found, answer = line.finding, name(check.response)
    deadline = found.until if found.status == Status.DUE else found.since
    assert deadline is not None
    start = found.since if found.status == Status.DUE else None
    before = [pair for pair in done if pair[0] <= (start if start is not None else deadline)]
    last = before[-1] if before else None
    if last is None:
        t.say(f"Up to {_upto(asked, deadline, t.zone)} no {answer} is recorded in this spell.")
    else:
        t.say(f"The last {answer} before was on {full(last[0], t.zone)}.", last[1])
    verb = "is" if deadline > asked.as_of else "was"
    t.say(f"From there the deadline {verb} {full(deadline, t.zone)}.")
    t.mark(deadline, "the deadline", "!")
    t.bar(spell.start if last is None else last[0], min(deadline, asked.as_of), "=")
    if found.status == Status.DUE:
        t.say(f"There is still time: {between(asked.as_of, deadline, t.zone)}.")
        t.bar(asked.as_of, deadline, "-")
        return
    end = asked.as_of if found.until is None else found.until
    late = between(deadline, end, t.zone, by_calendar=check.limit.is_civil)
    t.bar(deadline, end, "#")
    after = next((pair for pair in done if pair[0] == found.until), None)
    if after is not None:
        t.say(f"The next came on {full(after[0], t.zone)}: {late} too late.", after[1])
    elif found.until is None:
        t.say(f"None is recorded since. It is {late} late so far.")
    else:
        t.say(f"None came before the end, {late} after the deadline.")


def _upto(asked: Asked, deadline: Instant, zone: str) -> str:
    return full(min(deadline, asked.as_of), zone)
