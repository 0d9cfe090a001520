"""How a spell began, and why it is taken as the state that a rule is about."""

from __future__ import annotations

from standards.findings import Flag
from standards.instants import Instant
from standards.person.custody import ADMISSION, CUSTODY_SPELLS
from standards.person.file import PersonFile
from standards.records import Record
from standards.rulebook.derivations import SolitaryByLocalDay
from standards.spells import Joined
from throughcare.explain.asked import Asked
from throughcare.explain.model import Telling
from throughcare.explain.words import capital, full, name, sentence_name
from throughcare.report.words import limit_words, term


def tell_beginning(t: Telling, asked: Asked, file: PersonFile, state: str, spell: Joined) -> None:
    """When it began and why it is taken as the state that the rule is about."""
    first = asked.raw(spell.evidence[0], file.who) if spell.evidence else None
    kind = first.type if first is not None else state
    if kind == ADMISSION or kind in CUSTODY_SPELLS:
        kind = "in_custody"
    derivation = asked.derivation(state)
    derived = derivation is not None and kind == derivation.source
    _tell_start(t, asked, file, state, kind if derived else state, spell, first)
    if derived and isinstance(derivation, SolitaryByLocalDay):
        _tell_solitary(t, asked, file, derivation, spell)
    elif derived:
        t.say(f"A record of {name(kind)} is enough for {name(state)}, whatever its ground.")


def _tell_start(
    t: Telling,
    asked: Asked,
    file: PersonFile,
    state: str,
    kind: str,
    spell: Joined,
    first: Record | None,
) -> None:
    """The recorded beginning, and the later one from which the rule counts, if it does."""
    written = first.since if first is not None and first.type == kind else None
    if written is None or written >= spell.start:
        t.say(f"{sentence_name(kind)} began on {full(spell.start, t.zone)}.", *spell.evidence[:1])
        t.mark(spell.start, f"{term(kind)} began")
        return
    began, since = f"{sentence_name(kind)} began on {full(written, t.zone)}.", spell.start
    group = asked.check.group
    if group is None or file.in_group(group, written) is not None:
        t.say(f"{began} It counts as {name(state)} from {full(since, t.zone)}.", *spell.evidence)
    else:
        t.say(
            f"{began} The rule counts it from {full(since, t.zone)}, when the person came to "
            f"count among {name(group)}.",
            *spell.evidence,
        )
    t.mark(written, f"{term(kind)} began")
    t.mark(since, "counted from here")


def _tell_solitary(
    t: Telling, asked: Asked, file: PersonFile, derivation: SolitaryByLocalDay, spell: Joined
) -> None:
    hours = limit_words(derivation.alone_for)
    t.say(
        f"Separation is {name(derivation.state)} when a person is held for {hours} or more in a "
        "day without meaningful human contact (Nelson Mandela Rules 44). Part of a day is judged "
        "in the same proportion."
    )
    kept = asked.archive.kept
    types = kept if kept is not None else {r.type for r in asked.archive.records}
    logs = contacts(file, derivation, spell.start, spell.end)
    if derivation.contact not in types:
        said = next(
            (a.text for a in asked.intake.assumptions if a.name == derivation.assumption), ""
        )
        declared = asked.rulebook.assumptions.get(derivation.assumption)
        said = said or (declared.says if declared is not None else "")
        t.say(
            "These records hold no log of contact. The separation is taken as "
            f"{name(derivation.state)} because whoever prepared these records declared this "
            f'assumption: "{capital(said)}"'
        )
    elif Flag.NO_CONTACT_LOG in spell.flags:
        t.say(
            "Contact is logged in these records, but on one day or more of this spell no contact "
            "was logged. Such a day counts as a day without contact.",
            *logs,
        )
    else:
        t.say("By the log of contact, each day of this spell was such a day.", *logs)


def contacts(
    file: PersonFile, derivation: SolitaryByLocalDay, start: Instant, end: Instant
) -> list[str]:
    """The logs of contact in that time."""
    logs = file.of_type(derivation.contact)
    return [
        log.id
        for log in logs
        if log.time is not None and log.time <= end and (log.until or log.time) >= start
    ]
