"""The names that rules may use, and which list each parameter of a check takes its name from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from standards.rulebook.errors import Problem
from standards.rulebook.located import Items, Section

VOCABULARY_FILE = "vocabulary.yaml"
RECORDS = "records"
APPLIES_TO = "applies_to"
SECTIONS = (
    "records", "events", "states", "guards", "groups", "applies_to", "amounts", "exemptions",
    "counts", "measures", "per", "levels", "keys", "case_records", "review_reasons",
)  # fmt: skip
# Where the name of each parameter is listed. `always` is a while without any state.
SECTION_OF: Mapping[str, str] = {
    **dict.fromkeys(("trigger", "response", "event", "planned"), "events"),
    **dict.fromkeys(("state", "while"), "states"),
    "guard": "guards",
    **dict.fromkeys(("group", "from_group"), "groups"),
    **dict.fromkeys(("record", "placements"), RECORDS),
    **dict.fromkeys(("unless", "exempt_if", "exempt_pair_if", "excuse"), "exemptions"),
    "amount_of": "amounts",
    "count": "counts",
    "of": "measures",
    "per": "per",
    "key": "keys",
    "level": "levels",
    "review_reason": "review_reasons",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of names. `names` maps a section to its names with what each means, if said."""

    names: Mapping[str, Mapping[str, str]]
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, section: str) -> Mapping[str, str]:
        """The names of a section."""
        return self.names.get(section, {})

    def knows_field(self, name: str) -> bool:
        """Is `record.field` listed?"""
        record, _, own = name.partition(".")
        return own in self.fields.get(record, ())

    def field_names(self) -> list[str]:
        """Every field as `record.field`."""
        return [f"{record}.{own}" for record, owns in self.fields.items() for own in owns]

    def with_more(self, other: Vocabulary) -> Vocabulary:
        """This vocabulary with the names of another one added."""
        names = {section: {**self.of(section), **other.of(section)} for section in SECTIONS}
        records = {*self.fields, *other.fields}
        empty: frozenset[str] = frozenset()
        fields = {r: self.fields.get(r, empty) | other.fields.get(r, empty) for r in records}
        return Vocabulary(names, fields)


def read_vocabulary(section: Section, file: str) -> tuple[Vocabulary, list[Problem]]:
    """Read vocabulary.yaml: each section is a list of names, or names with their meaning."""
    problems: list[Problem] = []
    names: dict[str, dict[str, str]] = {}
    fields: dict[str, frozenset[str]] = {}
    for key, value in section.items():
        line = section.line_of(key)
        if key not in SECTIONS:
            remedy = f"use one of {', '.join(SECTIONS)}"
            problems.append(Problem(file, line, f"'{key}' is no section of names", remedy))
        elif isinstance(value, Items):
            names[key] = {str(name): "" for name in value}
        elif isinstance(value, Section):
            names[key] = {
                name: said if isinstance(said, str) else "" for name, said in value.items()
            }
            if key == RECORDS:
                fields = _fields(value, file, problems)
        else:
            what = f"'{key}' lists no names"
            problems.append(Problem(file, line, what, "write '- name' below it, one a line"))
    return Vocabulary(names, fields), problems


def _fields(records: Section, file: str, problems: list[Problem]) -> dict[str, frozenset[str]]:
    found = {}
    for record, owns in records.items():
        if isinstance(owns, Items):
            found[record] = frozenset(str(own) for own in owns)
        else:
            what = f"record '{record}' has no list of fields"
            line = records.line_of(record)
            problems.append(Problem(file, line, what, f"write {record}: [at]"))
    return found
