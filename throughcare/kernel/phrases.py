"""Phrases of the lists, and where a text has one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from throughcare.kernel.folding import Word
from throughcare.kernel.parts import (
    GAP,
    NUMBER,
    SENTENCE_ENDS,
    Kind,
    Part,
    capital_of_its_own,
    parts_of,
)

_MOST_BETWEEN: Final = 3
_LEFT: Final = 3  # letters that must remain of a word when an article or particle is taken off


@dataclass(frozen=True, slots=True)
class Speech:
    """What all lists share: numbers in words, what Arabic joins to a word, kinds of words."""

    numbers: frozenset[str] = frozenset()
    joined: tuple[str, ...] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)

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
        self._by_word: dict[str, list[tuple[Part, ...]]] = {}
        self._by_stem: dict[str, list[tuple[Part, ...]]] = {}
        self._numbered: list[tuple[Part, ...]] = []
        for phrase in dict.fromkeys(written):
            self._hold(parts_of(phrase))
        self._lengths = sorted({len(stem) for stem in self._by_stem})

    def _hold(self, parts: tuple[Part, ...]) -> None:
        first = parts[0]
        if first.text == NUMBER:
            self._numbered.append(parts)
            return
        begins = self._speech.kinds[first.text].parts if first.mark == "@" else (first,)
        for one in begins:
            held = self._by_stem if one.open else self._by_word
            held.setdefault(one.head, []).append((one, *parts[1:]))

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every place in the text where one of the phrases stands."""
        for begin, word in enumerate(words):
            for parts in self._candidates(word):
                end = self._end(parts, words, begin)
                if end:
                    yield Hit(begin, end)

    def _end(self, parts: Sequence[Part], words: Sequence[Word], begin: int) -> int:
        """Where the phrase ends that begins here; 0 if it does not stand here."""
        at = begin
        for number, part in enumerate(parts):
            if part.text == GAP:
                return self._end_after_gap(parts[number + 1 :], words, at)
            if at >= len(words) or not self._fits(part, words, at):
                return 0
            at += 1
        return at

    def _end_after_gap(self, parts: Sequence[Part], words: Sequence[Word], begin: int) -> int:
        for at in range(begin, min(begin + _MOST_BETWEEN + 1, len(words))):
            end = self._end(parts, words, at)
            if end or words[at].written in SENTENCE_ENDS:
                return end
        return 0

    def _candidates(self, word: Word) -> Sequence[tuple[Part, ...]]:
        """The phrases that begin as the word does."""
        found: list[tuple[Part, ...]] = []
        for form in self._speech.forms(word):
            found += self._by_word.get(form, ())
            for length in self._lengths:
                if length <= len(form):
                    found += self._by_stem.get(form[:length], ())
        if self._numbered and self._speech.is_number(word):
            found += self._numbered
        return found

    def _fits(self, part: Part, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if part.text == NUMBER:
            return self._speech.is_number(word)
        if part.mark == "^" and not capital_of_its_own(words, at):
            return False
        forms = self._speech.forms(word)
        if part.mark == "@":
            return self._speech.kinds[part.text].has(forms, word)
        return part.fits(forms, word)


@lru_cache(maxsize=20_000)
def _forms(folded: str, joined: tuple[str, ...]) -> tuple[str, ...]:
    if not folded.startswith(joined):
        return (folded,)
    rests = (folded.removeprefix(one) for one in joined if folded.startswith(one))
    return folded, *(rest for rest in rests if len(rest) >= _LEFT)
