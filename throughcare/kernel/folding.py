"""A text as words that can be compared: no capital letters, no accents, no hidden signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Letters with the marks that are written on them; a number; or one other sign.
_PIECE: Final = re.compile(
    r"(?:[^\W\d_][\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u06d6-\u06ed]*)+"
    r"|\d+(?:[.,]\d+)?|[^\w\s]"
)
_TATWEEL: Final = "\u0640"
# One letter in several shapes; hyphens and dashes are one sign, and so are apostrophes.
_SAME: Final = str.maketrans("ىیېکة‐‑‒–’ʼ", "يييكه----''")
_SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK", "ARABIC")


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of a text: as it is compared, and as it was written."""

    folded: str
    written: str


def words_of(text: str) -> list[Word]:
    """The words, numbers and signs of a text, in order."""
    return [Word(fold(piece), piece) for piece in _PIECE.findall(visible(text))]


def visible(text: str) -> str:
    """The text without signs that nobody sees and that would part a word."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text).replace(_TATWEEL, "")
    return "".join(sign for sign in whole if unicodedata.category(sign) != "Cf")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Small letters without accents, vowel signs and variants of one letter."""
    apart = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
    return bare.translate(_SAME)


def mixed_word(words: Iterable[Word]) -> str:
    """The first word with letters of two scripts, so that it only looks like another; or ""."""
    for word in words:
        scripts = set() if word.folded.isascii() else set(map(_script, word.folded))
        if len(scripts - {""}) > 1:
            return word.written
    return ""


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "")
