"""The lists of words (`lists/`), each a group of phrases with a name that is said to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from throughcare.casework.assessment.instruments.demands import LISTS
from throughcare.casework.assessment.instruments.folding import Word, fold
from throughcare.casework.assessment.instruments.phrases import Phrases, Speech

_NO_LANGUAGE = ("says", "not_meant")


@dataclass(frozen=True, slots=True)
class Group:
    """Words that name one thing, such as religion. `not_meant` hold one and mean another thing."""

    key: str
    says: str
    languages: frozenset[str]
    phrases: Phrases
    not_meant: Phrases

    def found_in(self, words: Sequence[Word]) -> str:
        """The first words of a text that name it, as they were written; "" if none do."""
        meant = list(self.phrases.hits(words))
        besides = list(self.not_meant.hits(words)) if meant else []
        for hit in meant:
            if not any(other.begin <= hit.begin and hit.end <= other.end for other in besides):
                return " ".join(word.written for word in words[hit.begin : hit.end])
        return ""


@cache
def written(name: str) -> Mapping[str, Any]:
    """A file of `lists/` as it is written."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    held: Mapping[str, Any] = yaml.load((LISTS / name).read_text(encoding="utf-8"), Loader=loader)
    return held


@cache
def speech() -> Speech:
    """What the lists share."""
    return Speech(
        numbers=frozenset(fold(word) for word in written("counting.yaml")["numbers"]),
        joined=tuple(fold(word) for word in written("protected.yaml")["joined_before"]),
    )


def phrases(of: Iterable[str]) -> Phrases:
    """A plain list of phrases."""
    return Phrases(of, speech())


def named_in(name: str, words: Sequence[Word]) -> Iterator[tuple[Group, str]]:
    """Each group of a file that a text names, with the words that do."""
    # Nearly every text names none: one look at all phrases together spares one at each group.
    if next(_all_phrases(name).hits(words), None) is None:
        return
    for group in groups(name):
        found = group.found_in(words)
        if found:
            yield group, found


@cache
def groups(name: str) -> tuple[Group, ...]:
    """The groups of a file, in its order."""
    return tuple(_group(key, entry) for key, entry in written(name)["groups"].items())


@cache
def _all_phrases(name: str) -> Phrases:
    return phrases([one for entry in written(name)["groups"].values() for one in _written(entry)])


def _written(entry: Mapping[str, Any]) -> list[str]:
    return [phrase for key in _languages(entry) for phrase in entry[key]]


def _languages(entry: Mapping[str, Any]) -> list[str]:
    return [key for key in entry if key not in _NO_LANGUAGE]


def _group(key: str, entry: Mapping[str, Any]) -> Group:
    return Group(
        key=key,
        says=entry["says"],
        languages=frozenset(_languages(entry)),
        phrases=phrases(_written(entry)),
        not_meant=phrases(entry.get("not_meant", ())),
    )
