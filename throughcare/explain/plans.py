"""Something planned, and what must be ready a while before it."""

from __future__ import annotations

from standards.checks import OnlyWith
from standards.findings import Status
from standards.instants import Instant
from standards.person.custody import CUSTODY_ENDS
from standards.records import Record
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.spells import tell_group
from throughcare.explain.words import between, full, name, sentence_name
from throughcare.report.model import Line
from throughcare.report.words import limit_words, plural, term


def tell_plan(t: Telling, asked: Asked, line: Line, check: OnlyWith) -> None:
    """From the plan back to the deadline, and whether it was ready by then."""
    found = line.finding
    record = asked.raw(found.evidence[0], found.who) if found.evidence else None
    if record is None or record.planned_at is None or check.planned is None:
        return
    planned, known = record.planned_at, found.duty
    what, guard = name(check.planned), name(check.guard)
    t.say(
        f"{sentence_name(check.planned)} is planned for {full(planned, t.zone)}. That was known "
        f"from {full(known, t.zone)}.",
        record.id,
    )
    t.mark(known, f"the date of {term(check.planned)} became known", "o")
    t.mark(planned, f"{term(check.planned)} planned")
    _tell_versions(t, asked, line, check, record)
    tell_group(t, asked, asked.file_of(found.who), check.group)
    t.say(f"Before {what} there must be {guard}.")
    deadline = _tell_deadline(t, asked, check, planned, known)
    if check.max_age is not None:
        oldest = check.max_age.before(planned, t.zone)
        t.say(f"One from before {full(oldest, t.zone)} is too old for it.")
    _tell_answer(t, asked, line, check, deadline)


def _tell_versions(t: Telling, asked: Asked, line: Line, check: OnlyWith, latest: Record) -> None:
    file = asked.file_of(line.finding.who)
    kind = f"planned_{check.planned}"
    earlier = [r for r in file.of_type(kind) if r.id != latest.id] if file is not None else []
    if earlier:
        t.say(
            f"{plural(len(earlier), 'other version')} of the date "
            f"{'is' if len(earlier) == 1 else 'are'} on file. The one entered last counts.",
            *(r.id for r in earlier),
        )


def _tell_deadline(
    t: Telling, asked: Asked, check: OnlyWith, planned: Instant, known: Instant
) -> Instant:
    lead = check.min_lead.before(planned, t.zone)
    short = check.short_notice.after(known, t.zone)
    deadline = min(max(lead, short), planned)
    if check.min_lead.is_zero:
        t.say("It must be there by the planned time.")
    else:
        t.say(
            f"It must be there {limit_words(check.min_lead)} before, by the calendar: by "
            f"{full(lead, t.zone)}."
        )
    if deadline != lead:
        t.say(
            f"The date became known late, so the time is {limit_words(check.short_notice)} from "
            f"then, but never past the planned time: by {full(deadline, t.zone)}."
        )
    t.mark(deadline, "the deadline", "!")
    return deadline


def _tell_answer(t: Telling, asked: Asked, line: Line, check: OnlyWith, deadline: Instant) -> None:
    found = line.finding
    guard = asked.raw(found.evidence[1], found.who) if len(found.evidence) > 1 else None
    end = asked.as_of
    if guard is not None and guard.time is not None:
        when = max(guard.time, guard.made_at or guard.time)
        late = when > deadline
        end = max(when, found.duty)
        t.say(f"{sentence_name(check.guard)} is recorded on {full(when, t.zone)}.", guard.id)
        t.mark(when, term(check.guard), "o")
        apart = between(min(when, deadline), max(when, deadline), t.zone)
        if when == deadline:
            t.say("That is exactly at the deadline, so in time.")
        else:
            t.say(f"That is {apart} {'too late' if late else 'before the deadline, so in time'}.")
    elif found.status == Status.DUE:
        t.say(f"No {name(check.guard)} that counts is recorded yet.")
        t.say(f"There is still time: {between(asked.as_of, deadline, t.zone)}.")
        t.bar(asked.as_of, deadline, "-")
    elif found.until is None:
        late_by = between(deadline, asked.as_of, t.zone)
        t.say(f"No {name(check.guard)} that counts is recorded. It is {late_by} late so far.")
    else:
        end = found.until
        t.say(f"No {name(check.guard)} that counts is recorded up to {full(end, t.zone)}.")
        order = "before the deadline or at it" if end <= deadline else "after the deadline"
        file = asked.file_of(found.who)
        ended = (
            []
            if file is None
            else [
                record.id
                for kind in {check.planned or "", *CUSTODY_ENDS}
                for when, record in file.events(kind)
                if when == end
            ]
        )
        t.say(f"Then {name(check.planned or '')} came or custody ended, {order}.", *ended)
        t.mark(end, "the duty was over", "o")
    t.bar(found.duty, min(end, deadline), "=")
    t.bar(deadline, end, "#")
