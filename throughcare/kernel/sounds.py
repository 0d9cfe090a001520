"""What is left of a name's word when spelling is taken away: consonants, and rough vowels.

Arabic writes no short vowels; Latin spellings of one Arabic or Kazakh name differ in theirs. So a
word has two forms: its `skeleton` (classes of consonants) and its `sound` (the same with a, i, u).
A spelling that may stand for several sounds (ky is ki, and ch in Luganda) gives several readings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from throughcare.kernel.letters import Readings, letters

MOST_READINGS = 4
_BEGINNING = "^"
_NOT_HEARD = re.compile(r"[^a-zXJ0-9]")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aiu]")
_LAST_H = re.compile(r"(?<=..)h$")


class Sound(NamedTuple):
    """The two forms of one word. `short` says that its script leaves short vowels out."""

    skeleton: str
    sound: str
    short: bool


@lru_cache(maxsize=100_000)
def sounds_of(word: str) -> tuple[Sound, ...]:
    """The readings of one word (see `words`), the usual one first; none twice. Never empty."""
    short = any("\u0600" <= sign <= "\u06ff" for sign in word)
    heard = [_sound(reading, short) for reading in _readings(_spelled(word))]
    return tuple(dict.fromkeys(heard))[:MOST_READINGS]


def joined(one: Sound, other: Sound) -> Sound:
    """The two words written as one."""
    return Sound(
        _single(one.skeleton + other.skeleton),
        _single(one.sound + other.sound),
        one.short and other.short,
    )


def _spelled(word: str) -> list[Readings]:
    """What each letter, or group of letters, of the word may stand for."""
    known, longest = letters().readings, letters().longest
    found: list[Readings] = []
    at, word = 0, f"{_BEGINNING}{word}"
    while at < len(word):
        size = next((n for n in range(longest, 0, -1) if word[at : at + n] in known), 0)
        if size or word[at] != _BEGINNING:
            found.append(known[word[at : at + size]] if size else (_foreign(word[at]),))
        at += size or 1
    return found


def _foreign(letter: str) -> str:
    """A letter of no list: itself in ASCII, else what the Latin letters for it stand for."""
    if letter.isascii():
        return letter
    known = letters().readings
    return "".join(known.get(one, (one,))[0] for one in anyascii(letter).lower())


def _readings(spelled: list[Readings]) -> list[str]:
    """The usual reading, then those that differ from it in one place, then all others at once."""
    usual = [one[0] for one in spelled]
    found = ["".join(usual)]
    for place, one in enumerate(spelled):
        found += ["".join([*usual[:place], other, *usual[place + 1 :]]) for other in one[1:]]
    return [*found[: MOST_READINGS - 1], "".join(one[-1] for one in spelled)]


def _sound(reading: str, short: bool) -> Sound:
    heard = _LAST_H.sub("", _single(_NOT_HEARD.sub("", reading)))
    return Sound(_single(_VOWELS.sub("", heard)) or heard, heard, short)


def _single(heard: str) -> str:
    return _DOUBLED.sub(r"\1", heard)
