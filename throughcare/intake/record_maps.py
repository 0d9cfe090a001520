"""The part of a mapping that says which records a row gives."""

from __future__ import annotations

from collections.abc import Callable, Collection

from throughcare.intake.model import ATTRIBUTES, INSTANTS, NUMBERS, Condition, RecordMap, Source
from throughcare.intake.nearest import did_you_mean
from throughcare.intake.nodes import Node
from throughcare.intake.sources import DATE, FIELD, NUMBER, TEXT, Forms, read_source
from throughcare.intake.vocabulary import Vocabulary

NONE = "none"


def read_record(node: Node, words: Vocabulary, forms: Forms) -> RecordMap:
    """One entry of `records`. Raises BadInput."""
    keys = node.group(("type", "when", "fields", *ATTRIBUTES))
    if "type" not in keys:
        raise node.fail(
            "this record has no type",
            "write `type: separation` or another name of `throughcare records schema`",
        )
    if "at" not in keys and "from" not in keys:
        raise node.fail(
            "this record does not say when it happened",
            "write `at: COLUMN` for an event, `from:` and `to:` for a spell",
        )
    attributes = {
        key: read_source(keys[key], forms, _role(key)) for key in ATTRIBUTES if key in keys
    }
    if "who" in keys and is_none(keys["who"]):
        attributes["who"] = Source(line=keys["who"].line)
    fields = read_group(keys.get("fields"), sorted(words.fields), forms, lambda _: FIELD)
    return RecordMap(
        _type(keys["type"], words, forms),
        attributes,
        fields,
        _conditions(keys.get("when")),
        node.line,
    )


def _type(node: Node, words: Vocabulary, forms: Forms) -> Source:
    """A plain text is the type itself; a group names the column that tells it."""
    if not node.is_text:
        source = read_source(node, forms)
        for word in (source.values or {}).values():
            if word is not None:
                check_type(word, node, words)
        return source
    check_type(node.text(), node, words)
    return Source(constant=node.text(), line=node.line)


def check_type(name: str, node: Node, words: Vocabulary) -> None:
    """Refuse a type that the vocabulary does not have. Raises BadInput."""
    if name not in words.types:
        raise node.fail(
            f"'{name}' is not a type of record", did_you_mean(name, sorted(words.types))
        )


def _conditions(node: Node | None) -> tuple[Condition, ...]:
    """`when: {column: value}`, `{column: [values]}` or `{column: any}` (not blank)."""
    if node is None:
        return ()
    found = []
    for column, wanted in node.group().items():
        words = frozenset(word.text() for word in wanted.items())
        found.append(Condition(column, None if words == {"any"} else words, wanted.line))
    return tuple(found)


def read_group(
    node: Node | None,
    known: Collection[str] | None,
    forms: Forms,
    role: Callable[[str], Collection[str]] = lambda _: TEXT,
) -> dict[str, Source]:
    """A group of names, each with its source."""
    if node is None:
        return {}
    return {name: read_source(part, forms, role(name)) for name, part in node.group(known).items()}


def is_none(node: Node) -> bool:
    """Is it the word none?"""
    return node.is_text and node.text() == NONE


def _role(name: str) -> Collection[str]:
    if name in INSTANTS:
        return DATE
    return NUMBER if name in NUMBERS else TEXT
