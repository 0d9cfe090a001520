"""Finding a person's name again in another spelling, another script, or mistyped.

A room stores `search_text` in a column under a trigram index, asks the index for candidates near
`search_text(query)`, and lets `rank` put them in order. A match is a suggestion to a person who
looks, never a statement that two people are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from throughcare.kernel.sounds import Sound, sound_of, words_of

_SKELETON, _SOUND = 0.6, 0.4  # chosen by judgment, not fitted
_LEFT_OUT = 0.04  # what each part costs that only one of the two names has


class Match(NamedTuple):
    """A candidate with its likeness, from 0 (nothing in common) to 1 (same in every part)."""

    likeness: float
    candidate: str


def keys_of(name: str) -> set[str]:
    """The search keys of a name: one skeleton for each part, whatever the script and the order."""
    return {sound_of(word).skeleton for word in words_of(name)}


def search_text(name: str) -> str:
    """The keys as one text for a column with a trigram index; the order of parts is gone."""
    return " ".join(sorted(keys_of(name)))


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1, the same in both directions."""
    first = [sound_of(word) for word in words_of(one)]
    second = [sound_of(word) for word in words_of(other)]
    return _of_parts(first, second)


def rank(query: str, candidates: Iterable[str]) -> list[Match]:
    """The candidates, the most alike first; those equally alike in the order of their text."""
    asked = [sound_of(word) for word in words_of(query)]
    found = [
        Match(_of_parts(asked, [sound_of(word) for word in words_of(candidate)]), candidate)
        for candidate in candidates
    ]
    return sorted(found, key=lambda match: (-match.likeness, match.candidate))


def _of_parts(one: list[Sound], other: list[Sound]) -> float:
    """The best pairs of parts first, each part once; parts left over cost a little."""
    if not one or not other:
        return 0.0
    pairs = sorted(
        ((_of_part(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
        reverse=True,
    )
    total, left, right = 0.0, set(range(len(one))), set(range(len(other)))
    for alike, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            total += alike
    matched = min(len(one), len(other))
    return max(0.0, total / matched - _LEFT_OUT * (len(left) + len(right)))


def _of_part(one: Sound, other: Sound) -> float:
    bones = Indel.normalized_similarity(one.skeleton, other.skeleton)
    if bones < 1:
        liquid = one.skeleton.replace("l", "r"), other.skeleton.replace("l", "r")
        bones = max(bones, 0.97 * Indel.normalized_similarity(*liquid))
    return _SKELETON * bones + _SOUND * _of_sound(one, other)


def _of_sound(one: Sound, other: Sound) -> float:
    if one.short == other.short:
        return Indel.normalized_similarity(one.sound, other.sound)
    short = one.sound if one.short else other.sound
    shared = LCSseq.similarity(one.sound, other.sound)
    return shared / len(short) if short else 0.0
