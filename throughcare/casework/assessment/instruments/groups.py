"""The lists of words (`lists/`), each a group of phrases with a name that is said to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from throughcare.casework.assessment.instruments.demands import LISTS
from throughcare.kernel.folding import Word, fold
from throughcare.kernel.phrases import Phrases, Speech
from throughcare.kernel.word_groups import Group, group_of, written_phrases


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
    return tuple(group_of(key, entry, speech()) for key, entry in written(name)["groups"].items())


@cache
def _all_phrases(name: str) -> Phrases:
    return phrases(
        [one for entry in written(name)["groups"].values() for one in written_phrases(entry)]
    )
