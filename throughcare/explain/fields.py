"""Whether a record was complete in time."""

from __future__ import annotations

from standards.checks import RequiresFields
from standards.findings import Status
from standards.instants import Instant
from standards.person.file import PersonFile
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import tell_group
from throughcare.explain.words import between, by_calendar, capital, full, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import join_words, limit_words, term


def tell_fields(t: Telling, asked: Asked, line: Line, check: RequiresFields) -> None:
    """What the record must say, by when, and when each part was entered."""
    found, file = line.finding, asked.file_of(line.finding.who)
    record = found.evidence[0] if found.evidence else ""
    t.say(f"{sentence_name(check.record)} is recorded on {full(found.duty, t.zone)}.", record)
    t.mark(found.duty, term(check.record), "o")
    tell_group(t, asked, file, check.group)
    wanted = join_words([f'"{field_words(one, check.record)}"' for one in check.fields])
    if check.enough is not None:
        t.say(f"At least {check.enough} of these must be written down: {wanted}.")
    else:
        t.say(f"It must be written down with it: {wanted}.")
    deadline = check.by.after(found.duty, t.zone)
    if check.by.is_zero:
        t.say("That must be there from the same moment.")
    else:
        t.say(
            f"The time for it is {limit_words(check.by)}, {by_calendar(check.by, t.zone)}: up to "
            f"{full(deadline, t.zone)}."
        )
    t.mark(deadline, "the deadline", "!")
    if file is not None:
        _tell_each(t, file, check, record, found.duty)
    _tell_result(t, asked, line, check, deadline)


def field_words(written: str, record: str) -> str:
    """The fact in plain words; the record is named where it is another one."""
    other, _, own = written.rpartition(".")
    return term(own) if other in ("", record) else f"{term(own)} ({term(other)})"


def _tell_each(
    t: Telling, file: PersonFile, check: RequiresFields, record: str, start: Instant
) -> None:
    missing = []
    for one in check.fields:
        kinds = dict.fromkeys((check.record, one.partition(".")[0]))
        entries = [
            (max(filling.entered_at, start), r.id)
            for kind in kinds
            for r in file.of_type(kind)
            if (filling := r.fields.get(one)) is not None
            and filling.entered_at is not None
            and (kind != check.record or r.id == record)
            and (not filling.unknown or (check.allow_unknown and filling.reasoned))
        ]
        words = field_words(one, check.record)
        if entries:
            when, by = min(entries)
            t.say(f'"{capital(words)}" was there on {full(when, t.zone)}.', by)
            t.mark(when, f"{words} entered", "o")
        else:
            missing.append(f'"{words}"')
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        t.say(f"{capital(join_words(missing))} {verb} not written down.")


def _tell_result(
    t: Telling, asked: Asked, line: Line, check: RequiresFields, deadline: Instant
) -> None:
    found = line.finding
    civil = check.by.is_civil
    end = asked.as_of
    match found.status:
        case Status.MET if found.until is not None:
            end = found.until
            t.say(f"So all that is needed was there by {full(end, t.zone)}, in time.")
        case Status.BREACHED if found.until is not None:
            end = found.until
            late = between(deadline, end, t.zone, by_calendar=civil)
            t.say(f"So it was complete on {full(end, t.zone)}: {late} too late.")
        case Status.BREACHED:
            late = between(deadline, end, t.zone, by_calendar=civil)
            t.say(f"So it is still not complete, {late} after the deadline.")
        case Status.DUE:
            t.say(f"There is still time: {between(end, deadline, t.zone, by_calendar=civil)}.")
            t.bar(end, deadline, "-")
    t.bar(found.duty, min(end, deadline), "=")
    t.bar(deadline, end, "#")
