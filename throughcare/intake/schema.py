"""The record schema: the columns of a file that needs no mapping, and what they mean."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from throughcare.intake.model import ATTRIBUTES, MEASURES, RecordMap, Source, TableMap
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.vocabulary import Vocabulary, vocabulary

PERSON_TYPE, PLACE_TYPE = "person", "place"
INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the record schema."""

    name: str
    kind: str
    meaning: str
    example: str


_OFFSET = "2026-03-01T10:00+01:00"
COLUMNS = (
    Column("type", "name", "what the row records; see the lists below", "separation"),
    Column("who", "text", "the person (or thing) it is about; blank for a place alone", "P-1042"),
    Column("at", INSTANT, "when an event happened", _OFFSET),
    Column("from", INSTANT, "when a spell began", _OFFSET),
    Column("to", INSTANT, "when a spell ended; blank if it still goes on", _OFFSET),
    Column("planned_at", INSTANT, "when something planned is to happen (planned_release)", _OFFSET),
    Column("recorded_at", INSTANT, "when it was entered; blank: when it happened", _OFFSET),
    Column("made_at", INSTANT, "when the entry was made on paper", _OFFSET),
    Column("voided_at", INSTANT, "when the entry was struck out", _OFFSET),
    Column("supersedes", "record id", "the record that this one corrects", "R-17"),
    Column("id", "text", "the record's own number; blank: file and row", "R-18"),
    Column("key", "text", "what ties an answer to its trigger, such as a complaint's number", "k1"),
    Column("place", "path", "establishment/premises/unit/cell, as far as known", "North/A/2/204"),
    Column("zone", "time zone", "zone of the place; blank: that of --zone", "Africa/Tunis"),
    Column("amount", "number", "how much or how many", "45"),
    Column("by_staff", "text", "the member of staff who did it", "S-7"),
    Column("kind", "text", "which kind, where the record has kinds", "disciplinary"),
    Column(
        "birth_date",
        "date",
        "rows of type person: birth date; 1990 or 1990-05 if no more is known",
        "1990-05-17",
    ),
    Column("sex", "text", "rows of type person: man or woman (also male, female, m, f)", "woman"),
    *(
        Column(name, "number", f"rows of type place: {name.replace('_', ' ')}", "12")
        for name in MEASURES
    ),
    Column("closed", "yes or no", "rows of type place: a closed prison", "yes"),
    Column(
        "record.field",
        "text",
        "any field of a record by its full name; a value means that it "
        "was filled when the row was entered",
        "admission.at",
    ),
)
_PERSON_COLUMNS = ("birth_date", "sex", "zone")
_PLACE_COLUMNS = ("place", "closed", "zone", *MEASURES)


def plain_table(columns: list[str]) -> TableMap:
    """The table map of a file that is already in the record schema, from its columns."""
    records = RecordMap(
        type=_source("type"),
        attributes={name: _source(name) for name in ATTRIBUTES if name in columns},
        fields={name: _source(name) for name in columns if "." in name},
    )
    return TableMap(
        person=_source("who") if "who" in columns else Source(),
        persons={name: _source(name) for name in _PERSON_COLUMNS if name in columns},
        places={name: _source(name) for name in _PLACE_COLUMNS if name in columns},
        records=(records,),
        plain=True,
    )


def unknown_column(columns: list[str]) -> tuple[str, str] | None:
    """The first column that the schema does not have, with the nearest; None if all are known."""
    known = [column.name for column in COLUMNS if "." not in column.name]
    fields = vocabulary().fields
    for name in columns:
        if "." in name and name not in fields:
            return name, did_you_mean(name, sorted(fields))
        if "." not in name and name not in known:
            return name, did_you_mean(name, known)
    return None


def schema_as_data() -> dict[str, Any]:
    """The whole schema, for `throughcare records schema --format json`."""
    words: Vocabulary = vocabulary()
    return {
        "columns": [asdict(column) for column in COLUMNS],
        "records": {name: list(fields) for name, fields in words.records.items()},
        **{name: dict(listed) for name, listed in words.sections.items()},
    }


def _source(column: str) -> Source:
    return Source(columns=(column,))
