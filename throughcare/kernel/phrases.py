"""Phrases of the lists, and where a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from throughcare.kernel.folding import Word, fold, visible

_PART: Final = re.compile(r"[^\W\d_]+\*?|\d+|[^\w\s]")
_NUMBER: Final = "0"  # in a phrase it stands for any number
_HEAD: Final = 2  # letters by which phrases are kept apart, so that a long text is searched quickly
_LEFT: Final = 3  # letters that must remain of a word when an article or particle is taken off


@dataclass(frozen=True, slots=True)
class Speech:
    """What all lists share: words that are numbers, and what Arabic joins to the next word."""

    numbers: frozenset[str] = frozenset()
    joined: tuple[str, ...] = ()

    def forms(self, word: Word) -> tuple[str, ...]:
        """The word as it stands, and without each article or particle joined to it."""
        folded = word.folded
        if folded.isascii():
            return (folded,)
        rests = (folded.removeprefix(one) for one in self.joined if folded.startswith(one))
        return folded, *(rest for rest in rests if len(rest) >= _LEFT)

    def is_number(self, word: Word) -> bool:
        """Whether it is a number in digits or in words."""
        return word.folded[:1].isdigit() or word.folded in self.numbers


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands in a text, from the first word to the one after the last."""

    begin: int
    end: int


class Phrases:
    """The phrases of one list, ready to be looked for."""

    def __init__(self, written: Iterable[str], speech: Speech) -> None:
        self._speech = speech
        self._by_head: dict[str, Sequence[tuple[str, ...]]] = {}
        self._numbered: Sequence[tuple[str, ...]] = ()
        for phrase in written:
            parts = tuple(_parts(phrase))
            head = _head(parts[0])
            self._by_head[head] = (*self._by_head.get(head, ()), parts)
        self._numbered = self._by_head.pop(_NUMBER, ())

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every place in the text where one of the phrases stands."""
        for begin, word in enumerate(words):
            for parts in self._candidates(word):
                end = begin + len(parts)
                if end <= len(words) and all(map(self._fits, parts, words[begin:end])):
                    yield Hit(begin, end)

    def _candidates(self, word: Word) -> Sequence[tuple[str, ...]]:
        """The phrases that begin as the word does."""
        forms = self._speech.forms(word)
        found = self._by_head.get(word.folded[:_HEAD], ())
        for head in {form[:_HEAD] for form in forms[1:]} - {word.folded[:_HEAD]}:
            found = [*found, *self._by_head.get(head, ())]
        if self._numbered and self._speech.is_number(word):
            found = [*found, *self._numbered]
        return found

    def _fits(self, part: str, word: Word) -> bool:
        if part == _NUMBER:
            return self._speech.is_number(word)
        if part.endswith("*"):
            return any(form.startswith(part[:-1]) for form in self._speech.forms(word))
        return part in self._speech.forms(word)


def _parts(phrase: str) -> list[str]:
    return _PART.findall(visible(fold(phrase)))


def _head(part: str) -> str:
    return part.rstrip("*")[:_HEAD]
