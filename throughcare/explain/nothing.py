"""Why there is no finding: what was looked for, and what of it was there."""

from __future__ import annotations

from standards.checks import (
    ALWAYS_ON,
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.person.file import PersonFile
from standards.person.guards import exempt_at
from standards.rulebook.coverage import Reach
from standards.rulebook.derivations import SolitaryByLocalDay
from throughcare.explain.asked import Asked
from throughcare.explain.model import Step
from throughcare.explain.words import capital, full, name, sentence_name
from throughcare.report.words import join_words, limit_words, plural, term


def why_nothing(asked: Asked) -> tuple[Step, ...]:
    """Steps that end in: nothing is due and nothing was broken, or that nobody can tell."""
    if asked.file is None and not _is_place(asked):
        return (
            Step(
                f"By {full(asked.known_at, asked.zone)} nothing about this person had been "
                "entered, or nothing had happened yet. So there is nothing to judge."
            ),
        )
    steps = [_looked_for(asked.check)]
    found = [] if asked.file is None else _looked_at(asked, asked.file, asked.check)
    # What is on file and does not fall under the rule is an answer, whatever else is missing.
    answered = any(step.records for step in found)
    return (*steps, *found, _end(asked, answered=answered))


def _is_place(asked: Asked) -> bool:
    return isinstance(asked.check, WithinRatio)


def _end(asked: Asked, *, answered: bool) -> Step:
    if asked.covered.reach == Reach.NOT and not answered:
        missing = join_words([term(one) for one in asked.covered.missing])
        return Step(
            "These records cannot answer this rule at all, so their silence does not show that the "
            f"rule was kept. What is not recorded: {missing}."
        )
    return Step(
        "By the records nothing is due and nothing was broken. Records can only show what was "
        "written down."
    )


def _looked_for(check: Check) -> Step:
    if isinstance(check, WithinRatio):
        return Step("The rule looks at each place in which people are held.")
    what = join_words([name(one) for one in watched(check)], "or")
    return Step(f"The rule applies where this is recorded: {what}.")


def watched(check: Check) -> list[str]:
    """The names whose records set a rule in motion."""
    match check:
        case RespondWithin():
            return [check.trigger]
        case OnlyWith(planned=str() as planned):
            return [f"planned_{planned}"]
        case Never() | OnlyWith():
            return [check.event or check.state or ""]
        case RequiresFields():
            return [check.record]
        case MaxDuration() | RecurWithin() | Quota():
            return [check.state]
        case Separate():
            return list(check.placements)
        case _:
            return ["placement"]


def _looked_at(asked: Asked, file: PersonFile, check: Check) -> list[Step]:
    match check:
        case Separate():
            return _apart(asked, file, check)
        case WithinRatio():
            return [Step(_no_crowd(check))]
        case Quota(rolling=rolling) if rolling is not None:
            return [Step(f"At no moment was there more {name(check.amount_of)} than allowed.")]
    steps = []
    for kind in watched(check):
        steps += _each(asked, file, check, kind)
    return steps


def _no_crowd(check: WithinRatio) -> str:
    said = "In no place where the person was held were there more people than allowed"
    if check.min_length.is_zero:
        return f"{said}."
    return f"{said} for longer than {limit_words(check.min_length)} at a stretch."


def _each(asked: Asked, file: PersonFile, check: Check, kind: str) -> list[Step]:
    moments = [(when, record.id) for when, record in file.events(kind)]
    if isinstance(check, OnlyWith) and check.planned is not None:
        moments = [(r.known_from or 0, r.id) for r in file.of_type(kind)]
    if not moments:
        moments = [(s.start, s.evidence[0] if s.evidence else "") for s in
                   (part for _, part in file.state(kind)) if s.has_beginning]  # fmt: skip
    if not moments and (contact := _enough_contact(asked, file, kind)):
        return contact
    if not moments:
        return [Step(f"None is recorded: no {name(kind)} up to {full(asked.as_of, asked.zone)}.")]
    return [
        Step(
            f"{sentence_name(kind)} is recorded on {full(when, asked.zone)}, but "
            f"{_why_not(asked, file, check, when, record)}.",
            (record,) if record else (),
        )
        for when, record in moments
    ]


def _enough_contact(asked: Asked, file: PersonFile, kind: str) -> list[Step]:
    """Separation that did not amount to solitary confinement."""
    derivation = asked.derivation(kind)
    sources = file.of_type(derivation.source) if derivation is not None else ()
    if not isinstance(derivation, SolitaryByLocalDay) or not sources:
        return []
    when = join_words([full(r.time, asked.zone) for r in sources if r.time is not None])
    logs = [log.id for log in file.of_type(derivation.contact)]
    return [
        Step(
            f"{sentence_name(derivation.source)} is recorded, beginning on {when}. By the log of "
            "contact the person had meaningful contact with others for long enough in every day "
            f"of it. So it was not {name(kind)} (Nelson Mandela Rules 44).",
            (*(r.id for r in sources), *logs),
        )
    ]


def _why_not(asked: Asked, file: PersonFile, check: Check, when: int, record_id: str) -> str:
    planned = isinstance(check, OnlyWith) and check.planned is not None
    moment = asked.as_of if planned else when
    if check.group is not None and file.in_group(check.group, moment) is None:
        people = name(check.group)
        if planned:
            return f"the person does not count among {people} any more"
        return f"the person did not then count among {people}"
    record = asked.raw(record_id, file.who)
    if isinstance(check, RespondWithin):
        if check.while_ != ALWAYS_ON and file.window_at(check.while_, when) is None:
            return f"that was outside {name(check.while_)}, where this duty does not live"
        if check.unless is not None:
            return f"{name(check.unless)} is recorded, and then the duty does not arise"
    key = record.key if record is not None else None
    if isinstance(check, OnlyWith) and exempt_at(check.exempt_if, file, when, key):
        return f"{name(check.exempt_if or '')} is recorded, and then it is left out"
    if record is not None and record.until is not None and record.until <= (record.since or 0):
        return "its end is not after its beginning, so it held at no time"
    return "no time of it falls under the rule"


def _apart(asked: Asked, file: PersonFile, check: Separate) -> list[Step]:
    if not file.group(check.group):
        return [
            Step(f"The rule protects {name(check.group)}. By the records this person is not there.")
        ]
    placed = [record for kind in check.placements for record in file.of_type(kind)]
    if not placed:
        return [Step("No place is recorded for this person.")]
    unknown = sum(r.place is None or r.place.count("/") + 1 < check.depth for r in placed)
    said = [
        Step(
            f"{plural(len(placed), 'record')} of a place {'is' if len(placed) == 1 else 'are'} on "
            f"file. At no time was anybody who counts among {name(check.from_group)} recorded in "
            f"the same {check.level}, apart from time that the rule leaves out.",
            tuple(r.id for r in placed),
        )
    ]
    if unknown:
        said.append(
            Step(
                capital(
                    f"{plural(unknown, 'of them does', 'of them do')} not say which "
                    f"{check.level}: nobody can tell about that time."
                )
            )
        )
    return said
