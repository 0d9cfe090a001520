"""Finding a person's name again in another spelling, another script, or mistyped.

A room keeps `keys_of` each name, asks the database for names that share keys with `asked_of` the
question, and puts them in order by `likeness`. A match is a suggestion to a person who looks, never
a statement that two people are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import yaml
from rapidfuzz.distance import Indel, LCSseq

from throughcare.kernel.sounds import Sound, joined, sounds_of
from throughcare.kernel.words import words_of

Readings = tuple[Sound, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each likeness counts: see name_weights.yaml."""

    consonants: float
    sounds: float
    neighbouring: float
    other_reading: float
    left_out: float
    least: float
    handed_over: int
    equal: float
    alike: float
    one_away: float
    trusted: int
    share: float


@cache
def weights() -> Weights:
    """The weights that ship with the service."""
    text = files("throughcare.kernel").joinpath("name_weights.yaml").read_text(encoding="utf-8")
    return Weights(**yaml.safe_load(text))


class Asked(NamedTuple):
    """One reading of a word of a question: the number of the word, the key, whether it is usual."""

    word: int
    key: str
    usual: bool


def keys_of(name: str) -> set[str]:
    """The keys under which a name is kept: one for each reading of each word, and of neighbours."""
    return {one.key for one in asked_of(name)}


def asked_of(text: str) -> list[Asked]:
    """What to look for: every reading of every word; two neighbouring words written as one too."""
    words = [sounds_of(word) for word in words_of(text)]
    pairs = [(joined(one[0], other[0]),) for one, other in pairwise(words)]
    return [
        Asked(number, key, key == readings[0].skeleton)
        for number, readings in enumerate([*words, *pairs])
        for key in dict.fromkeys(one.skeleton for one in readings)
    ]


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 (nothing) to 1 (every part), the same in both directions."""
    return likeness_of_words(_words(one), _words(other))


class Nearness(NamedTuple):
    """How near a name is to a question: the higher, the nearer.

    `in_order`, from 0 to 1, says how far the words come in the order in which they were asked. It
    puts names in order that are alike otherwise.
    """

    likeness: float
    in_order: float


class Question:
    """What somebody typed, read once and compared with many names."""

    def __init__(self, text: str) -> None:
        self._read = [sounds_of(word) for word in words_of(text)]
        self._sorted, self._bones = sorted(self._read), _bones(self._read)

    def nearness(self, spelled: Sequence[str]) -> Nearness:
        """To the nearest of the spellings of one name."""
        return max((self._to(name) for name in spelled), default=Nearness(0.0, 0.0))

    def _to(self, name: str) -> Nearness:
        read = [sounds_of(word) for word in words_of(name)]
        alike = likeness_of_words(self._sorted, sorted(read))
        in_order = LCSseq.normalized_similarity(self._bones, _bones(read))
        return Nearness(round(alike, 3), in_order)


def _bones(words: Sequence[Readings]) -> list[str]:
    return [readings[0].skeleton for readings in words]


def _words(name: str) -> list[Readings]:
    return sorted(sounds_of(word) for word in words_of(name))


def likeness_of_words(one: list[Readings], other: list[Readings]) -> float:
    """The best pairs of words first, each word once; words left over cost a little."""
    if not one or not other:
        return 0.0
    one, other = _as_written_by(one, other), _as_written_by(other, one)
    pairs: list[tuple[float, Readings, Readings, int, int]] = []
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            low, high = (a, b) if a <= b else (b, a)
            pairs.append((-_of_word_in_order(low, high), low, high, i, j))
    pairs.sort()
    total, left, right = 0.0, set(range(len(one))), set(range(len(other)))
    for unlike, _low, _high, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            total -= unlike
    matched = min(len(one), len(other))
    return max(0.0, total / matched - weights().left_out * (len(left) + len(right)))


def _as_written_by(words: list[Readings], other: list[Readings]) -> list[Readings]:
    """The words, two of them as one where the other name writes them as one."""
    for whole in other:
        bones = whole[0].skeleton
        if len(bones) < 3:
            continue
        for i, first in enumerate(words):
            if not bones.startswith(first[0].skeleton):
                continue
            for j, second in enumerate(words):
                # What is joined ends as its second word does: most need not be joined to be seen.
                if i == j or not bones.endswith(second[0].skeleton):
                    continue
                together = joined(first[0], second[0])
                if together.skeleton == bones:
                    rest = [word for k, word in enumerate(words) if k not in (i, j)]
                    return [*rest, (together,)]
    return words


@lru_cache(maxsize=200_000)
def _of_word_in_order(one: Readings, other: Readings) -> float:
    """The likeness of the two readings that are the most alike."""
    by = weights().other_reading
    return max(
        _of_sound(a, b) * (1 if i == j == 0 else by)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    )


_NEIGHBOURING = str.maketrans("lgzXJd", "rkssst")


def _of_sound(one: Sound, other: Sound) -> float:
    by = weights()
    bones = Indel.normalized_similarity(one.skeleton, other.skeleton)
    if bones < 1:
        rough = one.skeleton.translate(_NEIGHBOURING), other.skeleton.translate(_NEIGHBOURING)
        bones = max(bones, by.neighbouring * Indel.normalized_similarity(*rough))
    return by.consonants * bones + by.sounds * _of_vowels(one, other)


def _of_vowels(one: Sound, other: Sound) -> float:
    if one.short == other.short:
        return Indel.normalized_similarity(one.sound, other.sound)
    short = one.sound if one.short else other.sound
    shared = LCSseq.similarity(one.sound, other.sound)
    return shared / len(short) if short else 0.0
