"""One chapter file: its head, and the entries below `rules`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from standards.rulebook.entry import (
    ATTESTED,
    KINDS,
    MONITORED,
    PRINCIPLE,
    SET_BY,
    SEVERITIES,
    DatedValues,
    Entry,
    Source,
)
from standards.rulebook.errors import Problem
from standards.rulebook.fields import Fields, plain
from standards.rulebook.located import Section

HEAD_KEYS = (
    "instrument", "reference", "adopted", "instruments", "prefix", "numbered_rules", "part",
    "chapter", "note", "rules",
)  # fmt: skip
ENTRY_KEYS = (
    "id", "cite", "number", "title", "says", "kind", "severity", "applies_to", "check",
    "values", "set_by", "set_by_note", "question", "answers", "evidence", "ask_every",
    "derivation", "age_rule", "note", "mended", "needs", "related", "source", "confidence",
    "sources", "checked_on",
)  # fmt: skip
SOURCE_KEYS = ("source", "at", "confidence")
CONFIDENCES = ("high", "medium", "low")
_UNDATED = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text that rules come from."""

    name: str
    title: str
    reference: str
    adopted: date


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a chapter file. A file on several instruments names them; else there is one."""

    instruments: dict[str, Instrument]
    prefix: str
    part: str
    chapter: str
    note: str

    def instrument(self, name: str) -> Instrument | None:
        """The instrument an entry names, or the file's only one."""
        if name:
            return self.instruments.get(name)
        return next(iter(self.instruments.values())) if len(self.instruments) == 1 else None


def read_chapter(section: Section, file: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a chapter file, and what is wrong with its form."""
    problems: list[Problem] = []
    fields = Fields(section, file, problems, "head of the file")
    fields.only(HEAD_KEYS)
    head = _read_head(fields)
    if not fields.has("rules"):
        fields.problem("rules", "'rules' is missing", "write the rules below 'rules:'")
    entries = [
        _read_entry(Fields(part, file, problems, str(part.get("id", "a rule"))), head)
        for part in fields.parts("rules")
    ]
    return entries, problems


def _read_head(fields: Fields) -> Head:
    several = fields.parts("instruments")
    if several:
        found = [
            _read_instrument(Fields(part, fields.file, fields.problems, "instruments"), "name")
            for part in several
        ]
    else:
        found = [_read_instrument(fields, "instrument")]
    return Head(
        instruments={instrument.name: instrument for instrument in found},
        prefix=fields.text("prefix"),
        part=fields.text("part"),
        chapter=fields.text("chapter", required="name the chapter of the instrument"),
        note=fields.text("note"),
    )


def _read_instrument(fields: Fields, name: str) -> Instrument:
    return Instrument(
        name=fields.text(name, required="name the instrument"),
        title=fields.text("instrument", required="write the instrument's full title"),
        reference=fields.text("reference", required="cite the resolution or document"),
        adopted=fields.day("adopted", required=True) or _UNDATED,
    )


def _read_entry(fields: Fields, head: Head) -> Entry:
    fields.only(ENTRY_KEYS)
    name = fields.text("id", required="give the rule an id")
    if head.prefix and name and not name.startswith(head.prefix + "-"):
        fields.problem("id", f"'{name}' does not begin with '{head.prefix}-'", "change the id")
    kind = fields.choice("kind", KINDS)
    sources = _read_sources(fields)
    instrument = _instrument_of(fields, head, sources)
    return Entry(
        id=name,
        cite=fields.text("cite", required="cite the rule or paragraph, such as '43.1(b)'"),
        number=fields.number("number"),
        title=fields.text("title", required="give the rule a short title"),
        says=fields.text("says", required="say in one sentence what the rule demands"),
        kind=kind,
        severity=fields.choice("severity", SEVERITIES, required=kind != PRINCIPLE),
        applies_to=fields.texts("applies_to", required="write applies_to: [all]"),
        instrument=instrument.title,
        reference=instrument.reference,
        adopted=instrument.adopted,
        part=head.part,
        chapter=head.chapter,
        text_note=head.note,
        file=fields.file,
        line=fields.section.line,
        check=_read_check(fields, kind),
        values=_read_values(fields, kind),
        set_by=fields.choice("set_by", SET_BY, required=kind == MONITORED),
        set_by_note=fields.text("set_by_note"),
        question=fields.text("question", required=_if(kind == ATTESTED, "write the question")),
        answers=fields.texts("answers", required=_if(kind == ATTESTED, _ANSWERS)),
        evidence=fields.texts("evidence", required=_if(kind == ATTESTED, "list what shows it")),
        ask_every=fields.duration("ask_every") if _asks(fields, kind) else None,
        derivation=fields.text("derivation"),
        age_rule={key: str(said) for key, said in (fields.part("age_rule") or {}).items()},
        note=fields.text("note"),
        mended=fields.text("mended"),
        needs=fields.texts("needs"),
        related=fields.texts("related"),
        sources=sources,
        checked_on=fields.day("checked_on"),
    )


_ANSWERS = "write answers: ['yes', partly, 'no']"


def _if(wanted: bool, remedy: str) -> str:
    return remedy if wanted else ""


def _asks(fields: Fields, kind: str) -> bool:
    return kind == ATTESTED or fields.has("ask_every")


def _read_sources(fields: Fields) -> tuple[Source, ...]:
    if fields.has("source"):
        confidence = fields.choice("confidence", CONFIDENCES)
        return (Source(fields.text("source"), fields.text("cite"), confidence),)
    found = []
    for part in fields.parts("sources"):
        own = Fields(part, fields.file, fields.problems, fields.name)
        own.only(SOURCE_KEYS)
        name = own.text("source", required="name the source")
        found.append(Source(name, own.text("at"), own.choice("confidence", CONFIDENCES)))
    return tuple(found)


def _instrument_of(fields: Fields, head: Head, sources: tuple[Source, ...]) -> Instrument:
    """The instrument an entry belongs to: that of its first source, or the file's only one."""
    for source in sources:
        if source.name not in head.instruments:
            remedy = f"name it in the head of the file, or use {', '.join(head.instruments)}"
            fields.problem("sources", f"the source '{source.name}' is unknown", remedy)
    found = head.instrument(sources[0].name if sources else "")
    if found is not None:
        return found
    if not sources:
        remedy = f"write source: {next(iter(head.instruments), 'its name')}"
        fields.problem("source", "the file has several instruments and the rule names none", remedy)
    return Instrument("", "", "", _UNDATED)


def _read_check(fields: Fields, kind: str) -> dict[str, Any] | None:
    check = fields.part("check")
    if kind == MONITORED and check is None:
        remedy = "write check: with a pattern, or make the rule attested or a principle"
        fields.problem("check", "a monitored rule needs a check", remedy)
    if kind != MONITORED and check is not None:
        fields.problem("check", f"a rule of kind {kind} has no check", "make it monitored")
    return check


def _read_values(fields: Fields, kind: str) -> tuple[DatedValues, ...]:
    """The dated sets of numbers; each begins with the day from which it holds."""
    found: list[DatedValues] = []
    for part in fields.parts("values"):
        own = Fields(part, fields.file, fields.problems, f"{fields.name} values")
        since = own.day("from", required=True)
        rest = {key: plain(value) for key, value in part.items() if key != "from"}
        if since is not None:
            if any(earlier.since == since for earlier in found):
                own.problem("from", f"two sets of values begin on {since}", "keep one of them")
            found.append(DatedValues(since, rest, part.line, part.lines))
    if kind == MONITORED and not found:
        fields.problem("values", "the rule has no dated values", "write values: - from: DATE")
    return tuple(found)
