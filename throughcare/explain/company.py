"""What must never be, people who must be apart, and too many people for a place."""

from __future__ import annotations

from standards.checks import Never, Separate, WithinRatio
from standards.durations import ZERO
from standards.findings import Finding
from standards.instants import Instant
from standards.person.within_ratio import (
    COUNTED_GROUPS,
    OCCUPANTS,
    ONE,
    ONE_PER_CELL,
    TRIGGERING_GROUPS,
)
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import number, spell_of, tell_end, tell_group, tell_spell
from throughcare.explain.words import between, capital, full, isolated, name, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, plural, term


def tell_never(t: Telling, asked: Asked, line: Line, check: Never) -> None:
    """The event, or the stretch of the state."""
    found = line.finding
    if check.event is not None:
        t.say(
            f"{sentence_name(check.event)} is recorded on {full(found.since, t.zone)}.",
            *found.evidence[:1],
        )
        t.mark(found.since, term(check.event), "o")
        tell_group(t, asked, asked.file_of(found.who), check.group)
    elif check.state is not None:
        told = spell_of(asked, line, check.state, gap=ZERO)
        if told is None:
            return
        file, spell = told
        tell_spell(t, asked, file, check.state, spell)
        tell_end(t, asked, file, spell)
        end = asked.as_of if found.until is None else found.until
        length = between(found.since, end, t.zone)
        t.say(f"That is {length}{' so far' if found.until is None else ''}. None is allowed.")
        t.bar(found.since, end, "#")
        return
    t.say("The rule allows none, for any reason or length of time.")


def tell_apart(t: Telling, asked: Asked, line: Line, check: Separate) -> None:
    """The time that both groups spent in one place."""
    found, zone = line.finding, t.zone
    file = asked.file_of(found.who)
    tell_group(t, asked, file, check.group)
    t.say(
        f"The rule keeps {name(check.group)} and {name(check.from_group)} apart: not in one "
        f"{check.level} at one time."
    )
    mine = [r for r in map(asked.raw, found.evidence) if r is not None and r.who == found.who]
    others = [r for r in map(asked.raw, found.evidence) if r is not None and r.who != found.who]
    if mine:
        where = mine[0].place
        place = f": {isolated(where)}" if where else ""
        t.say(
            f"The records place the person in a {check.level} then{place}",
            *(r.id for r in mine),
        )
    people = len({r.who for r in others})
    end = asked.as_of if found.until is None else found.until
    many = plural(people, "person", "people") if people else "at least one person"
    t.say(
        f"In the same {check.level} they place {many} who then counted among "
        f"{name(check.from_group)}. They are not named here.",
        *(r.id for r in others),
    )
    t.say(
        f"Both were there from {full(found.since, zone)} to {full(end, zone)}: "
        f"{between(found.since, end, zone)}{' so far' if found.until is None else ''}."
    )
    _tell_left_out(t, (check.exempt_if, check.exempt_pair_if))
    t.mark(found.since, "together from here")
    t.mark(end, "together up to here" if found.until is not None else "still together",
           "" if found.until is not None else ">")  # fmt: skip
    t.bar(found.since, end, "#")


def _tell_left_out(t: Telling, exemptions: tuple[str | None, ...]) -> None:
    for one in exemptions:
        if one is not None:
            t.say(f"Time under {name(one)} is left out. This time was not under it.")


def tell_ratio(t: Telling, asked: Asked, line: Line, check: WithinRatio) -> None:
    """The count at the beginning of the stretch, against what the place allows."""
    found = line.finding
    t.say(f"The rule looks at a place: {isolated(found.who)}")
    people = _people(asked, found, check, found.since)
    place = asked.archive.places.get(found.who)
    measures = place.measures if place is not None else {}
    t.say(
        f"Counted there on {full(found.since, t.zone)}: {plural(people, 'person', 'people')}.",
        *found.evidence,
    )
    if check.count in TRIGGERING_GROUPS:
        t.say(f"At least one of them was {name(TRIGGERING_GROUPS[check.count])}.")
    t.say(_sum(check, people, measures))
    end = asked.as_of if found.until is None else found.until
    length = between(found.since, end, t.zone)
    so_far = " so far" if found.until is None else ""
    t.say(f"That went on to {full(end, t.zone)}: {length}{so_far}.")
    if not check.min_length.is_zero:
        allowed = limit_words(check.min_length)
        t.say(f"Up to {allowed} at a stretch would be allowed. This was longer.")
    _tell_left_out(t, (check.exempt_if,))
    t.mark(found.since, "too many from here")
    t.mark(end, "up to here" if found.until is not None else "still so",
           "" if found.until is not None else ">")  # fmt: skip
    t.bar(found.since, end, "#")


def _people(asked: Asked, found: Finding, check: WithinRatio, moment: Instant) -> int:
    counted = COUNTED_GROUPS.get(check.count)
    there = {
        file.who
        for file, stretch in asked.company.present(found.who, ("placement",))
        if stretch.start <= moment < stretch.end
        and (counted is None or file.in_group(counted, moment) is not None)
    }
    return len(there)


def _sum(check: WithinRatio, people: int, measures: dict[str, float] | object) -> str:
    known = dict(measures) if isinstance(measures, dict) else {}
    if check.of == OCCUPANTS:
        whole = known.get(check.count, 0.0)
        each = number(whole / people) if people else "0"
        return (
            f"{capital(term(check.count))} is recorded as {number(whole)}. Shared by {people}, "
            f"that is {each} each. At least {number(check.min or 0)} each is wanted."
        )
    most = f"At most {number(check.max or 0)}" if check.max is not None else ""
    if check.of in (ONE, ONE_PER_CELL):
        return f"{most} may be there."
    fixed = known.get(check.of, 0.0)
    if not fixed:
        return f"{capital(term(check.of))} is recorded as none, so anybody there is too many."
    ratio = number(people / fixed)
    return (
        f"{capital(term(check.of))} is {number(fixed)}: {people} divided by {number(fixed)} is "
        f"{ratio}. {most} is allowed."
    )
