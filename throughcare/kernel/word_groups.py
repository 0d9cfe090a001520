"""Groups of phrases that name one thing, and the phrases that hold such a word and mean another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from throughcare.kernel.folding import Word
from throughcare.kernel.phrases import Hit, Phrases, Speech

_NO_LANGUAGE: Final = ("says", "not_meant")


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
        hit = next(self.hits(words), None)
        return "" if hit is None else " ".join(word.written for word in words[hit.begin : hit.end])

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every place of a text that names it and is not part of a phrase that is not meant."""
        meant = list(self.phrases.hits(words))
        besides = list(self.not_meant.hits(words)) if meant else []
        for hit in meant:
            if not any(other.begin <= hit.begin and hit.end <= other.end for other in besides):
                yield hit


def written_phrases(entry: Mapping[str, Any]) -> list[str]:
    """The phrases of a group as it is written, in all its languages."""
    return [phrase for key in _languages(entry) for phrase in entry[key]]


def group_of(key: str, entry: Mapping[str, Any], speech: Speech) -> Group:
    """A group as it is written, ready to be looked for."""
    return Group(
        key=key,
        says=entry["says"],
        languages=frozenset(_languages(entry)),
        phrases=Phrases(written_phrases(entry), speech),
        not_meant=Phrases(entry.get("not_meant", ()), speech),
    )


def _languages(entry: Mapping[str, Any]) -> list[str]:
    return [key for key in entry if key not in _NO_LANGUAGE]
