"""How a joined spell came about: its beginning, its parts, the group, its end."""

from __future__ import annotations

from standards.durations import ZERO, Duration
from standards.groups import ADULTS, ADULTS_ASSUMED, CHILDREN, comes_of_age
from standards.instants import ALWAYS, OPEN, Instant
from standards.person.custody import CUSTODY_ENDS
from standards.person.file import ANY_KEY, GENERAL_POPULATION, PLACEMENT, PersonFile
from standards.spells import Joined, Stretch
from throughcare.explain.asked import Asked
from throughcare.explain.beginnings import tell_beginning
from throughcare.explain.model import Telling
from throughcare.explain.words import between, full, name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, number_words, plural, term

_MOST_PARTS = 8


def spell_of(
    asked: Asked, line: Line, state: str, *, gap: Duration = ZERO, uncertain: bool = False
) -> tuple[PersonFile, Joined] | None:
    """The joined spell that a finding is about, and whose file it stands in."""
    file = asked.file_of(line.finding.who)
    if file is None:
        return None
    key: object = line.finding.key if asked.check.is_per_thing else ANY_KEY
    spells = file.joined(state, group=asked.check.group, gap=gap, key=key, uncertain=uncertain)
    found = next((spell for spell in spells if spell.start == line.finding.duty), None)
    return None if found is None else (file, found)


def tell_parts(t: Telling, spell: Joined, gap: Duration) -> None:
    """The breaks inside a spell, and why they do not end it."""
    known = spell.parts[0].end
    breaks = 0
    for part in spell.parts[1:]:
        if part.start > known:
            breaks += 1
            if breaks <= _MOST_PARTS:
                length = between(known, part.start, t.zone, by_calendar=gap.is_civil)
                t.say(
                    f"It stopped on {full(known, t.zone)} and began again on "
                    f"{full(part.start, t.zone)}: a break of {length}.",
                    *part.evidence,
                )
            t.mark(known, "a break began")
            t.mark(part.start, "the break ended")
        elif breaks <= _MOST_PARTS and part.end > known and part.evidence:
            t.say(
                f"A further record goes on from {full(part.start, t.zone)}, without a break.",
                *part.evidence,
            )
        known = max(known, part.end)
    if breaks > _MOST_PARTS:
        t.say(f"There were {plural(breaks, 'break')} in all.")
    if not gap.is_zero:
        t.say(f"No break of more than {limit_words(gap)} is recorded, so it counts as one spell.")


def tell_end(t: Telling, asked: Asked, file: PersonFile, spell: Joined) -> None:
    """How it ended, or that it did not."""
    if spell.is_open:
        if spell.plan is not None:
            t.say(
                f"Its end is planned for {full(spell.plan, t.zone)}. That had not come yet on "
                f"{full(asked.as_of, t.zone)}, so it is only a plan."
            )
            t.mark(spell.plan, "planned end")
        else:
            t.say(
                "No end is recorded, so it counts as still going on at "
                f"{full(asked.as_of, t.zone)}, the moment of this answer. If it had ended by then, "
                "the end has to be recorded."
            )
        t.mark(asked.as_of, "the moment of this answer", ">")
    elif spell.inferred:
        t.say(
            f"Its end was not written down. A later record shows that it was over by "
            f"{full(spell.end, t.zone)}{_what_ended_it(file, spell.end)}. So it is taken to have "
            "ended then."
        )
        t.mark(spell.end, "ended (this follows from a later record)")
    elif _left_group(asked, file, spell):
        t.say(
            f"From {full(spell.end, t.zone)} the person no longer counted among "
            f"{name(asked.check.group or '')}. The rule looks no further."
        )
        t.mark(spell.end, "the rule looks no further")
    else:
        last = next((p for p in spell.parts if p.end == spell.end), spell.parts[-1])
        _tell_written_end(t, asked, spell, last)
        t.mark(spell.end, "ended")


def _tell_written_end(t: Telling, asked: Asked, spell: Joined, last: Stretch) -> None:
    """The end; where the separation goes on longer, contact took the rest of it out."""
    end = full(spell.end, t.zone)
    own = asked.raw(last.evidence[0]) if last.evidence else None
    derivation = asked.derivation(getattr(asked.check, "state", None) or "")
    goes_on = own is not None and (own.until is None or own.until > spell.end)
    if goes_on and own is not None and derivation is not None and own.type == derivation.source:
        t.say(
            f"The {name(own.type)} went on after that. But from {end} the log shows enough "
            f"contact, so {name(derivation.state)} ended then.",
            *last.evidence,
        )
    else:
        t.say(f"It ended on {end}.", *last.evidence)


def _left_group(asked: Asked, file: PersonFile, spell: Joined) -> bool:
    """Did the group end while what it was about went on?"""
    group = asked.check.group
    if group is None or all(member.end != spell.end for member in file.group(group)):
        return False
    own = [asked.raw(one, file.who) for one in spell.evidence]
    return all(r is None or r.type == group or r.until != spell.end for r in own)


def _what_ended_it(file: PersonFile, end: Instant) -> str:
    for kind in (*CUSTODY_ENDS, GENERAL_POPULATION, PLACEMENT):
        if any(when == end for when, _ in file.events(kind)):
            return f" ({term(kind)})"
    return ""


def tell_group(t: Telling, asked: Asked, file: PersonFile | None, group: str | None) -> None:
    """Why the person is in the group that the rule is about."""
    if group is None or file is None:
        return
    if group in (CHILDREN, ADULTS):
        _tell_age(t, asked, file, group)
        return
    members = file.group(group)
    if not members:
        t.say(f"The rule is about {name(group)}. Nothing records that this person is.")
    for member in members:
        if member.start == ALWAYS:
            t.say(f"The rule is about {name(group)}. The person is recorded so.")
        else:
            end = "" if member.end == OPEN else f" to {full(member.end, t.zone)}"
            t.say(
                f"The rule is about {name(group)}. The person counts there from "
                f"{full(member.start, t.zone)}{end}. Only that time is judged.",
                *member.evidence,
            )


def _tell_age(t: Telling, asked: Asked, file: PersonFile, group: str) -> None:
    of_age = comes_of_age(file.person, file.zone)
    said = f"The rule is about {name(group)}."
    if of_age is None:
        if ADULTS_ASSUMED in asked.archive.assumptions:
            t.say(f"{said} No birth date is recorded; everybody is assumed to be an adult.")
        else:
            t.say(f"{said} No birth date is recorded. Until one is, the person counts as a child.")
        return
    person = file.person
    if person is not None and person.birth_date_is_latest:
        t.say(
            f"{said} The birth date is not known to the day. The latest possible day is taken, so "
            f"the person counts as a child until {full(of_age, t.zone)}."
        )
        return
    past = of_age <= asked.as_of
    verb, counts = ("came", "counted") if past else ("comes", "counts")
    t.say(
        f"{said} By the birth date the person {verb} of age (18) on {full(of_age, t.zone)}, and "
        f"{counts} as a child until then."
    )
    within = any(finding.duty <= of_age for finding in asked.findings)
    if of_age <= asked.as_of and within:
        t.mark(of_age, "came of age (18)")


def tell_spell(
    t: Telling, asked: Asked, file: PersonFile, state: str, spell: Joined, gap: Duration = ZERO
) -> None:
    """Beginning, group and parts of a spell; its end is told apart."""
    tell_beginning(t, asked, file, state, spell)
    tell_group(t, asked, file, asked.check.group)
    tell_parts(t, spell, gap)


def number(amount: float) -> str:
    """A number with up to two decimals: 3, 3.4, 2.67."""
    two = f"{amount:,.2f}".rstrip("0").rstrip(".")
    return number_words(amount) if float(amount).is_integer() else two
