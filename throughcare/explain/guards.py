"""Why something was allowed or not: what stood behind it at the time."""

from __future__ import annotations

from standards.checks import OnlyWith
from standards.findings import Status
from standards.instants import OPEN, Instant
from standards.person.file import PersonFile
from standards.person.guards import agree, exempt_spells, guards_of, holds_at, validity
from standards.records import Record
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.plans import tell_plan
from throughcare.explain.spells import spell_of, tell_end, tell_group, tell_spell
from throughcare.explain.words import between, full, name, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, term

_MOST_TOLD = 6


def tell_guard(t: Telling, asked: Asked, line: Line, check: OnlyWith) -> None:
    """Which of the three forms: an event, a state, or something planned."""
    if check.planned is not None:
        tell_plan(t, asked, line, check)
    elif check.event is not None:
        _tell_event(t, asked, line, check, check.event)
    elif check.state is not None:
        _tell_state(t, asked, line, check, check.state)


def _tell_event(t: Telling, asked: Asked, line: Line, check: OnlyWith, event: str) -> None:
    found, file = line.finding, asked.file_of(line.finding.who)
    moment = found.duty
    t.say(f"{sentence_name(event)} is recorded on {full(moment, t.zone)}.", *found.evidence[:1])
    t.mark(moment, term(event), "o")
    tell_group(t, asked, file, check.group)
    t.say(f"It is allowed only with this in place at that moment: {name(check.guard)}.")
    _tell_validity(t, check)
    record = asked.raw(found.evidence[0], found.who) if found.evidence else None
    if file is None or record is None:
        return
    guards = [
        (owner, guard)
        for owner, guard in guards_of(check, file, asked.company, staff=record.by_staff)
        if agree(record.key, guard.key)
    ]
    if not guards:
        t.say(f"No {name(check.guard)} is recorded for it.")
    for owner, guard in guards[:_MOST_TOLD]:
        _tell_one(t, check, owner, guard, moment)
    if found.status == Status.BREACHED and guards:
        t.say("So nothing valid was in place at that moment. One that comes later mends nothing.")


def _tell_validity(t: Telling, check: OnlyWith) -> None:
    if not check.min_lead.is_zero:
        t.say(f"It must have been there {limit_words(check.min_lead)} before.")
    if check.max_age is not None:
        t.say(f"It counts for {limit_words(check.max_age)}, and is then too old.")


def _tell_one(
    t: Telling, check: OnlyWith, owner: PersonFile, guard: Record, moment: Instant
) -> None:
    valid = validity(check, owner, guard)
    when = guard.time
    if valid is None or when is None:
        t.say(f"One {name(check.guard)} is recorded, but it was valid at no time.", guard.id)
        return
    start, end = valid
    until = "without an end" if end == OPEN else f"to {full(end, t.zone)}"
    told = "was valid then" if holds_at(guard, valid, moment) else "was not valid then"
    if when != start:
        t.say(f"{sentence_name(check.guard)} is recorded on {full(when, t.zone)}.", guard.id)
    t.say(
        f"{sentence_name(check.guard)} counts from {full(start, t.zone)} {until}: it {told}.",
        guard.id,
    )
    if guard.made_at is not None and guard.time is not None and guard.made_at > guard.time:
        t.say("It was made later than its own date. Dating back does not help.", guard.id)
    t.mark(start, f"from here: {term(check.guard)}")
    if end != OPEN:
        t.mark(end, f"up to here: {term(check.guard)}")


def _tell_state(t: Telling, asked: Asked, line: Line, check: OnlyWith, state: str) -> None:
    found = spell_of(asked, line, state)
    if found is None:
        return
    file, spell = found
    tell_spell(t, asked, file, state, spell)
    t.say(f"At every moment of it this must be in place: {name(check.guard)}.")
    _tell_validity(t, check)
    if not check.grace.is_zero:
        free = check.grace.after(spell.start, spell.zone)
        t.say(f"The first {limit_words(check.grace)} are free, up to {full(free, t.zone)}.")
        t.mark(free, "the end of the time that is free", "!")
    guards = [g for g in file.of_type(check.guard) if agree(line.finding.key, g.key)]
    for guard in guards[:_MOST_TOLD]:
        _tell_cover(t, asked, check, file, guard)
    for exempt in exempt_spells(check.exempt_if, file):
        t.say(f"Time under {name(check.exempt_if or '')} is left out.", *exempt.evidence)
    if not guards:
        t.say(f"No {name(check.guard)} is recorded.")
    tell_end(t, asked, file, spell)
    _tell_hole(t, asked, line, check)
    end = min(spell.end, asked.as_of)
    t.bar(spell.start, end, "=")


def _tell_cover(t: Telling, asked: Asked, check: OnlyWith, file: PersonFile, guard: Record) -> None:
    valid = validity(check, file, guard)
    if valid is None:
        t.say(f"One {name(check.guard)} is recorded, but it was valid at no time.", guard.id)
        return
    start, end = valid
    until = "without an end" if end == OPEN else f"to {full(end, t.zone)}"
    later = " It begins after this answer and does not count yet." if start > asked.as_of else ""
    t.say(f"{sentence_name(check.guard)} holds from {full(start, t.zone)} {until}.{later}",
          guard.id)  # fmt: skip
    if guard.made_at is not None and guard.time is not None and guard.made_at > guard.time:
        t.say("It was made later than its own date. Dating back does not help.", guard.id)
    t.mark(start, f"from here: {term(check.guard)}", "o")
    if end != OPEN:
        t.mark(end, f"up to here: {term(check.guard)}", "!")


def _tell_hole(t: Telling, asked: Asked, line: Line, check: OnlyWith) -> None:
    found = line.finding
    match found.status:
        case Status.BREACHED:
            end = asked.as_of if found.until is None else found.until
            t.say(
                f"From {full(found.since, t.zone)} to {full(end, t.zone)} none was valid: "
                f"{between(found.since, end, t.zone)}{' so far' if found.until is None else ''}."
            )
            t.bar(found.since, end, "#")
        case Status.DUE if found.until is not None:
            t.say(f"A next one is called for by {full(found.until, t.zone)}.")
            t.mark(found.until, "a next one is called for by here", "!")
            t.bar(asked.as_of, found.until, "-")
        case Status.MET:
            t.say("No moment of it was without one.")
