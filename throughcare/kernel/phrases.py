"""Phrases of the lists, and where a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from throughcare.kernel.folding import Word, fold, visible

_PART: Final = re.compile(r"=?[^\W\d_]+\*?|\d+|[^\w\s]")
_NUMBER: Final = "0"  # in a phrase it stands for any number
_EXACT: Final = "="  # before a word: its accents count, as jeûne (a fast) is not jeune (young)
_GAP: Final = "~"  # between two words: a few others may stand there, within one sentence
_MOST_BETWEEN: Final = 3
_SENTENCE_ENDS: Final = frozenset(".!?;؟؛")
_LEFT: Final = 3  # letters that must remain of a word when an article or particle is taken off


@dataclass(frozen=True, slots=True)
class Speech:
    """What all lists share: words that are numbers, and what Arabic joins to the next word."""

    numbers: frozenset[str] = frozenset()
    joined: tuple[str, ...] = ()

    def forms(self, word: Word) -> tuple[str, ...]:
        """The word as it stands, and without each article or particle joined to it."""
        return _forms(word.folded, self.joined)

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
        # By the first word, or by its beginning, so that a long text is searched quickly.
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        self._by_stem: dict[str, list[tuple[str, ...]]] = {}
        for phrase in written:
            parts = tuple(_parts(phrase))
            held = self._by_stem if parts[0].endswith("*") else self._by_word
            held.setdefault(_head(parts[0]), []).append(parts)
        self._numbered = self._by_word.pop(_NUMBER, [])
        self._lengths = sorted({len(stem) for stem in self._by_stem})

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every place in the text where one of the phrases stands."""
        for begin, word in enumerate(words):
            for parts in self._candidates(word):
                end = self._end(parts, words, begin)
                if end:
                    yield Hit(begin, end)

    def _end(self, parts: Sequence[str], words: Sequence[Word], begin: int) -> int:
        """Where the phrase ends that begins here; 0 if it does not stand here."""
        at = begin
        for number, part in enumerate(parts):
            if part == _GAP:
                return self._end_after_gap(parts[number + 1 :], words, at)
            if at >= len(words) or not self._fits(part, words[at]):
                return 0
            at += 1
        return at

    def _end_after_gap(self, parts: Sequence[str], words: Sequence[Word], begin: int) -> int:
        for at in range(begin, min(begin + _MOST_BETWEEN + 1, len(words))):
            end = self._end(parts, words, at)
            if end or words[at].written in _SENTENCE_ENDS:
                return end
        return 0

    def _candidates(self, word: Word) -> Sequence[tuple[str, ...]]:
        """The phrases that begin as the word does."""
        found: list[tuple[str, ...]] = []
        for form in self._speech.forms(word):
            found += self._by_word.get(form, ())
            for length in self._lengths:
                if length <= len(form):
                    found += self._by_stem.get(form[:length], ())
        if self._numbered and self._speech.is_number(word):
            found += self._numbered
        return found

    def _fits(self, part: str, word: Word) -> bool:
        if part == _NUMBER:
            return self._speech.is_number(word)
        if _is_exact(part):
            return word.written.casefold() == part[1:]
        if part.endswith("*"):
            return any(form.startswith(part[:-1]) for form in self._speech.forms(word))
        return part in self._speech.forms(word)


def _parts(phrase: str) -> list[str]:
    pieces = _PART.findall(visible(phrase.casefold()))
    return [piece if _is_exact(piece) else fold(piece) for piece in pieces]


def _head(part: str) -> str:
    return fold(part.removeprefix(_EXACT)) if _is_exact(part) else part.removesuffix("*")


def _is_exact(part: str) -> bool:
    return part.startswith(_EXACT) and part != _EXACT  # alone, it is a sign like others


@lru_cache(maxsize=20_000)
def _forms(folded: str, joined: tuple[str, ...]) -> tuple[str, ...]:
    if not folded.startswith(joined):
        return (folded,)
    rests = (folded.removeprefix(one) for one in joined if folded.startswith(one))
    return folded, *(rest for rest in rests if len(rest) >= _LEFT)
