"""One finding explained, whatever its pattern."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from standards.checks import (
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
from standards.durations import ZERO, Duration
from standards.findings import Flag, Status
from throughcare.explain.amounts import tell_quota
from throughcare.explain.asked import Asked
from throughcare.explain.company import tell_apart, tell_never, tell_ratio
from throughcare.explain.conclusions import conclusion, what_next
from throughcare.explain.fields import tell_fields
from throughcare.explain.guards import tell_guard
from throughcare.explain.lengths import tell_length
from throughcare.explain.model import Telling, Told
from throughcare.explain.responses import tell_recurring, tell_response
from throughcare.explain.spells import spell_of, tell_end, tell_group, tell_parts
from throughcare.explain.words import full, name, sentence_name
from throughcare.report.model import Line, Rule
from throughcare.report.words import limit_words, term

_TELLERS: dict[type[Check], Callable[[Telling, Asked, Line, Any], None]] = {
    RespondWithin: tell_response,
    RecurWithin: tell_recurring,
    MaxDuration: tell_length,
    Never: tell_never,
    OnlyWith: tell_guard,
    Separate: tell_apart,
    RequiresFields: tell_fields,
    Quota: tell_quota,
    WithinRatio: tell_ratio,
}


def tell(asked: Asked, line: Line, rule: Rule) -> Told:
    """The steps from the records to the answer, and the answer."""
    t = Telling(line.zone)
    state: str = getattr(asked.check, "state", None) or ""
    if line.finding.status == Status.UNKNOWN and _is_uncertain(asked, line, state):
        _tell_uncertain(t, asked, line, state)
    else:
        _TELLERS[type(asked.check)](t, asked, line, asked.check)
    _tell_flags(t, asked, line)
    return Told(
        line=line,
        steps=tuple(t.steps),
        conclusion=conclusion(asked, line),
        next=what_next(asked, line, rule),
        marks=tuple(sorted(t.marks, key=lambda mark: mark.at)),
        bars=tuple(t.bars),
    )


def _gap(check: Check) -> Duration:
    gap = getattr(check, "merge_gap", ZERO)
    assert isinstance(gap, Duration)
    return gap


def _is_uncertain(asked: Asked, line: Line, state: str) -> bool:
    if not state:
        return False
    return spell_of(asked, line, state, gap=_gap(asked.check), uncertain=True) is not None


def _tell_uncertain(t: Telling, asked: Asked, line: Line, state: str) -> None:
    """A state that may or may not have held: nobody logged what decides it."""
    found = spell_of(asked, line, state, gap=_gap(asked.check), uncertain=True)
    assert found is not None
    file, spell = found
    derivation = asked.derivation(state)
    source = derivation.source if derivation is not None else state
    t.say(f"{sentence_name(source)} began on {full(spell.start, t.zone)}.", *spell.evidence[:1])
    t.mark(spell.start, f"{term(source)} began")
    tell_group(t, asked, file, asked.check.group)
    tell_parts(t, spell, _gap(asked.check))
    tell_end(t, asked, file, spell)
    alone_for = getattr(derivation, "alone_for", None)
    hours = limit_words(alone_for) if alone_for is not None else "22 hours"
    t.say(
        f"The rule is about {name(state)}. {sentence_name(source)} is {name(state)} when a person "
        f"is held for {hours} or more in a day without meaningful human contact (Nelson Mandela "
        "Rules 44)."
    )
    t.say(
        "These records hold no log of contact, and no assumption was declared in its place. So "
        f"nobody can tell from them whether this {name(source)} was {name(state)}."
    )
    t.bar(spell.start, min(spell.end, asked.as_of), "?")


def _tell_flags(t: Telling, asked: Asked, line: Line) -> None:
    """What a reader must know beside the status and is not part of the reasoning above."""
    flags, found = line.finding.flags, line.finding
    state = getattr(asked.check, "state", None)
    if Flag.PROVISIONAL in flags and state is not None:
        told = spell_of(asked, line, state, gap=_gap(asked.check))
        if told is not None:
            _, spell = told
            t.say(
                f"This could still change. If it begins again by {full(spell.reach, t.zone)}, it "
                "counts on as the same spell."
            )
            t.mark(spell.reach, "from here on, a new beginning is a new spell")
    said = " ".join(step.text for step in t.steps)
    if Flag.PRESUMED_CHILD in flags and "child" not in said:
        t.say("No full birth date is recorded, so the person counts as a child.")
    if Flag.INFERRED_END in flags and "later record" not in said and found.until is not None:
        t.say(
            f"The end on {full(found.until, t.zone)} was not written down. It follows from a later "
            "record."
        )
    if Flag.NO_CONTACT_LOG in flags and "log of contact" not in said and "logged" not in said:
        t.say("No contact with other people was logged for this time.")
