"""Mapping files: YAML that turns a foreign table into records. See examples/README.md.

Keys of the whole file: `mapping` (its name), `zone`, `assumptions`, `kept`, `files`.
Keys of one kind of file, at the top or under a name pattern in `files`: `person`, `dates`,
`century_from`, `blank`, `decimal`, `encoding`, `delimiter`, `sheet`, `labels`, `persons`,
`places`, `records` (and `zone`).
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from throughcare.errors import BadInput
from throughcare.intake.how_read import forms_of, items_of, options_of, zone_of
from throughcare.intake.model import (
    MEASURES,
    Source,
    SourceMap,
    TableMap,
)
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.nodes import Node, read_yaml
from throughcare.intake.record_maps import check_type, is_none, read_group, read_record
from throughcare.intake.sources import DAY, NUMBER, TEXT, Forms, read_source
from throughcare.intake.vocabulary import Vocabulary, vocabulary

KNOWN_ASSUMPTIONS = ("segregation_is_solitary", "persons_are_adults")
WHOLE = ("mapping", "assumptions", "kept", "files")
TABLE = (
    "zone",
    "person",
    "dates",
    "century_from",
    "blank",
    "decimal",
    "encoding",
    "delimiter",
    "sheet",
    "labels",
    "persons",
    "places",
    "records",
)
PERSON_KEYS = ("birth_date", "sex", "zone")
PLACE_KEYS = ("place", "closed", "zone", *MEASURES)


def read_mapping(file: Path, known: Collection[str] = KNOWN_ASSUMPTIONS) -> SourceMap:
    """Read a mapping. Raises BadInput with file, line and remedy.

    `known` are the names of the assumptions that the rulebook can act on.
    """
    top = read_yaml(file, "mapping").group((*WHOLE, *TABLE))
    words = vocabulary()
    shared = {key: node for key, node in top.items() if key in TABLE and key != "zone"}
    sections = _sections(top.get("files"))
    tables = tuple(_table(glob, {**shared, **own}, words, file) for glob, own in sections.items())
    return SourceMap(
        name=top["mapping"].text() if "mapping" in top else file.stem,
        path=file,
        zone=zone_of(top.get("zone")),
        assumptions=_assumptions(top.get("assumptions"), known),
        kept=_kept(top.get("kept"), words),
        tables=tables,
    )


def _sections(node: Node | None) -> dict[str, dict[str, Node]]:
    if node is None:
        return {"*": {}}
    return {glob: own.group(TABLE) for glob, own in node.group().items()}


def _table(glob: str, keys: dict[str, Node], words: Vocabulary, file: Path) -> TableMap:
    forms = forms_of(keys, ambiguous=_ambiguous)
    parts = {key: keys[key] for key in ("records", "persons", "places") if key in keys}
    if not parts:
        raise BadInput(
            f"nothing says what the rows{'' if glob == '*' else f' of {glob}'} are",
            where=str(file),
            remedy="write `records:` (or `persons:`, `places:`); see examples/README.md",
        )
    table = TableMap(
        glob=glob,
        zone=zone_of(keys.get("zone")),
        person=_person(keys.get("person"), forms),
        options=options_of(keys),
        blank=frozenset(word.text() for word in items_of(keys.get("blank"))),
        decimal=_decimal(keys.get("decimal")),
        labels=read_group(keys.get("labels"), None, forms),
        persons=read_group(keys.get("persons"), PERSON_KEYS, forms, _person_role),
        places=read_group(keys.get("places"), PLACE_KEYS, forms, _place_role),
        records=tuple(read_record(node, words, forms) for node in items_of(keys.get("records"))),
    )
    _check_person(table, keys, file)
    if table.places and "place" not in table.places:
        raise keys["places"].fail(
            "'places' does not say which column names the place",
            "write `place: ...` with its column in `places`",
        )
    return table


def _check_person(table: TableMap, keys: dict[str, Node], file: Path) -> None:
    """Whether rows have persons is too weighty to be left unsaid."""
    if table.needs_person and "person" not in keys:
        raise BadInput(
            "the mapping does not say which column tells persons apart",
            where=str(file),
            remedy="write `person: COLUMN`, or `person: none` if each row is its own person",
        )


def _person(node: Node | None, forms: Forms) -> Source | None:
    return None if node is None or is_none(node) else read_source(node, forms)


def _decimal(node: Node | None) -> str:
    if node is not None and node.text() not in (".", ","):
        raise node.fail("'decimal' is a point or a comma", 'write `decimal: ","`')
    return "." if node is None else node.text()


def _ambiguous(form: str) -> str:
    return (
        f"state one form for each column, for example `from: {{column: start, dates: {form}}}`; "
        "if one column mixes both, it must be mended at its source"
    )


def _kept(node: Node | None, words: Vocabulary) -> frozenset[str] | None:
    if node is None:
        return None
    for part in items_of(node):
        check_type(part.text(), part, words)
    return frozenset(part.text() for part in items_of(node))


def _assumptions(node: Node | None, known: Collection[str]) -> dict[str, str]:
    if node is None or node.is_blank:
        return {}
    found = {}
    for name, text in node.group().items():
        if name not in known:
            raise text.fail(
                f"'{name}' is not an assumption that the rules know", did_you_mean(name, known)
            )
        found[name] = text.text()
    return found


def _person_role(name: str) -> Collection[str]:
    return DAY if name == "birth_date" else TEXT


def _place_role(name: str) -> Collection[str]:
    return NUMBER if name in MEASURES else TEXT
