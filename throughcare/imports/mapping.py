"""Mapping files of an import: YAML that says what the columns of another register are.

Keys of the whole file: `mapping` (the name of the other register), `files`. Keys of one kind of
file, at the top or under a name pattern in `files`: see PART. docs/importing.md explains each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from throughcare.casework.custody.terms import LeftHow, MovementKind, OrderKind, Status
from throughcare.casework.people.kinds import Use
from throughcare.errors import BadInput
from throughcare.imports.model import (
    ImportMap,
    JanuaryFirst,
    Merged,
    NameMap,
    NamePartMap,
    PartMap,
)
from throughcare.intake.how_read import forms_of, items_of, options_of, zone_of
from throughcare.intake.model import Source
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.nodes import Node, read_yaml
from throughcare.intake.sources import DATE, DAY, TEXT, Forms, read_source
from throughcare.kernel.names import PartKind

WHOLE: Final = ("mapping", "files")
PART: Final = (
    "zone", "dates", "century_from", "blank", "encoding", "delimiter", "sheet", "merged",
    "january_first", "key", "person", "known_by", "persons", "order", "stay", "status",
    "placement", "movement",
)  # fmt: skip
PERSONS: Final = ("names", "birth_date", "sex", "nationality", "language", "numbers")
# What each group may say, and how it is read; the first line is what it must say.
GROUPS: Final[Mapping[str, tuple[tuple[str, ...], Mapping[str, Collection[str]]]]] = {
    "order": (
        ("kind", "authority", "number", "issued_on"),
        {"kind": TEXT, "authority": TEXT, "number": TEXT, "issued_on": DAY, "valid_from": DATE,
         "valid_to": DATE, "reason": TEXT},
    ),
    "stay": (("admitted_at",), {"admitted_at": DATE, "left_at": DATE, "left_how": TEXT}),
    "status": (("value",), {"value": TEXT, "since": DATE, "until": DATE}),
    "placement": (
        ("place",), {"place": TEXT, "bed": TEXT, "since": DATE, "until": DATE, "reason": TEXT},
    ),
    "movement": (
        ("kind", "left_at"),
        {"kind": TEXT, "to_place": TEXT, "left_at": DATE, "arrived_at": DATE,
         "expected_at": DATE, "reason": TEXT},
    ),
}  # fmt: skip
# The words that the service keeps; a mapping translates those of the file into them.
WORDS: Final[Mapping[tuple[str, str], Collection[str]]] = {
    ("persons", "sex"): ("female", "male", "other", "unknown"),
    ("order", "kind"): OrderKind.values,
    ("stay", "left_how"): LeftHow.values,
    ("status", "value"): Status.values,
    ("movement", "kind"): MovementKind.values,
}


def read_import_map(file: Path) -> ImportMap:
    """Read a mapping of an import. Raises BadInput with file, line and remedy."""
    top = read_yaml(file, "mapping").group((*WHOLE, *PART))
    if "mapping" not in top:
        raise BadInput(
            "the mapping does not name the other register", where=str(file),
            remedy="write `mapping: ...` with a name that stays: rows are known again by it",
        )  # fmt: skip
    shared = {key: node for key, node in top.items() if key in PART}
    sections = (
        {glob: node.group(PART) for glob, node in top["files"].group().items()}
        if ("files" in top)
        else {"*": {}}
    )
    parts = tuple(_part(glob, {**shared, **own}, file) for glob, own in sections.items())
    return ImportMap(source=top["mapping"].text(), path=file, parts=parts)


def _part(glob: str, keys: dict[str, Node], file: Path) -> PartMap:
    if "person" not in keys:
        raise BadInput(
            "the mapping does not say which column holds the number of the person",
            where=str(file), remedy="write `person: COLUMN`",
        )  # fmt: skip
    forms = forms_of(keys, ambiguous=_ambiguous)
    persons = keys["persons"].group(PERSONS) if "persons" in keys else {}
    groups = {name: _group(name, keys[name], forms) for name in GROUPS if name in keys}
    if not persons and not groups:
        raise BadInput(
            f"nothing says what the rows{'' if glob == '*' else f' of {glob}'} are",
            where=str(file), remedy=f"write one of: persons, {', '.join(GROUPS)}",
        )  # fmt: skip
    if persons and "names" not in persons:
        raise keys["persons"].fail(
            "'persons' does not say where the names stand", "write `names:`; see docs/importing.md"
        )
    person = keys["person"].text()
    return PartMap(
        glob=glob,
        zone=zone_of(keys.get("zone")),
        options=options_of(keys),
        blank=frozenset(word.text() for word in items_of(keys.get("blank"))),
        forms=forms.default,
        merged=_one_of(keys.get("merged"), Merged, Merged.REFUSE),
        january_first=_one_of(keys.get("january_first"), JanuaryFirst, JanuaryFirst.DAY),
        key=tuple(one.text() for one in items_of(keys.get("key"))) or (person,),
        person=person,
        known_by=keys["known_by"].text() if "known_by" in keys else person,
        names=tuple(_name(node) for node in items_of(persons.get("names"))),
        facts=_facts(persons, forms),
        numbers=_numbers(persons.get("numbers"), forms),
        groups=groups,
        line=keys["person"].line,
    )


def _facts(persons: dict[str, Node], forms: Forms) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for name in ("birth_date", "sex", "nationality", "language"):
        if name in persons:
            source = read_source(persons[name], forms, DAY if name == "birth_date" else TEXT)
            found[name] = _known_words("persons", name, source, persons[name])
    return found


def _numbers(node: Node | None, forms: Forms) -> dict[str, Source]:
    if node is None:
        return {}
    return {system: read_source(one, forms, TEXT) for system, one in node.group().items()}


def _group(name: str, node: Node, forms: Forms) -> dict[str, Source]:
    must, may = GROUPS[name]
    given = node.group(may)
    missing = [key for key in must if key not in given]
    if missing:
        raise node.fail(
            f"'{name}' does not say where {', '.join(missing)} stands",
            f"write `{missing[0]}: COLUMN`, or `{missing[0]}: {{constant: ...}}`",
        )
    found = {}
    for key, one in given.items():
        found[key] = _known_words(name, key, read_source(one, forms, may[key]), one)
    return found


def _known_words(group: str, key: str, source: Source, node: Node) -> Source:
    """Refuse a translation into a word that the service does not know."""
    words = WORDS.get((group, key))
    if words is None:
        return source
    said = (
        [source.constant] if source.constant is not None else list((source.values or {}).values())
    )
    for word in said:
        if word is not None and word not in words:
            raise node.fail(
                f"'{word}' is not a word of '{key}'",
                did_you_mean(word, words) or f"choose one of: {', '.join(words)}",
            )
    return source


def _name(node: Node) -> NameMap:
    keys = node.group(("use", "parts"))
    if "parts" not in keys:
        raise node.fail("a name needs its parts", "write `parts: [COLUMN, ...]`")
    use = _one_of(keys.get("use"), Use, Use.RECORDED)
    return NameMap(use.value, tuple(_name_part(one) for one in keys["parts"].items()))


def _name_part(node: Node) -> NamePartMap:
    if node.is_text:
        return NamePartMap(node.text(), line=node.line)
    keys = node.group(("column", "kind", "spelled", "split"))
    if "column" not in keys:
        raise node.fail("a part of a name needs its column", "write `column: COLUMN`")
    kind = _one_of(keys.get("kind"), PartKind, PartKind.UNSPECIFIED)
    split = "split" in keys and keys["split"].text() == "yes"
    spelled = tuple(one.text() for one in items_of(keys.get("spelled")))
    return NamePartMap(keys["column"].text(), kind.value, spelled, split, node.line)


def _one_of(node: Node | None, words: Any, without: Any) -> Any:
    if node is None:
        return without
    try:
        return words(node.text())
    except ValueError as error:
        known = [one.value for one in words]
        raise node.fail(
            f"'{node.text()}' is not known here", f"choose one of: {', '.join(known)}"
        ) from error


def _ambiguous(_form: str) -> str:
    return "state one of the two; the rows that were meant otherwise must be mended first"
