"""One part of a phrase of the lists, and whether a word of a text is it.

word     this word               word+    the word in its forms (`endings`)
word*    what begins so          =word    with exactly these accents
^word    with a capital letter that no beginning of a sentence explains
@kind    any word of that kind   0        any number          ~   up to three other words
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from throughcare.kernel.endings import is_ending
from throughcare.kernel.folding import Word, fold, visible

NUMBER: Final = "0"
GAP: Final = "~"
SENTENCE_ENDS: Final = frozenset(".!?;؟؛")
_PART: Final = re.compile(r"[=^]?[^\W\d_]+[*+]?|@\w+|\d+|[^\w\s]")
_OPENS: Final = frozenset("\"'«“„(-–—:")


@dataclass(frozen=True, slots=True)
class Part:
    """One word or sign of a phrase as it is compared, with what may differ from it."""

    text: str
    mark: str = ""
    rest: str = ""

    @property
    def open(self) -> bool:
        """Whether more letters may follow."""
        return bool(self.rest)

    @property
    def head(self) -> str:
        """What every word begins with, folded, that it fits."""
        return fold(self.text)

    def fits(self, forms: Sequence[str], word: Word) -> bool:
        """Whether a word is it; `forms` are the word without what is joined to it."""
        if self.mark == "=":
            return word.written.casefold() == self.text
        if self.rest == "*":
            return any(form.startswith(self.text) for form in forms)
        if self.rest == "+":
            long = len(self.text)
            return any(form.startswith(self.text) and is_ending(form[long:]) for form in forms)
        return self.text in forms


def parts_of(phrase: str) -> tuple[Part, ...]:
    """The parts of a phrase as it is written in a list."""
    return tuple(_part(piece) for piece in _PART.findall(visible(phrase.casefold())))


def _part(piece: str) -> Part:
    if piece == "^":
        return Part("", mark="^", rest="*")
    if len(piece) > 1 and piece[0] == "@":
        return Part(piece[1:], mark="@")
    mark = piece[0] if len(piece) > 1 and piece[0] in "=^" else ""
    rest = piece[-1] if len(piece) > 1 and piece[-1] in "*+" else ""
    bare = piece[len(mark) : len(piece) - len(rest)]
    return Part(bare if mark == "=" else fold(bare), mark, rest)


def capital_of_its_own(words: Sequence[Word], at: int) -> bool:
    """Whether the word has a capital letter, and not because a sentence begins with it."""
    if not words[at].written[:1].isupper():
        return False
    before = words[at - 1].written if at else "."
    return before not in SENTENCE_ENDS and before not in _OPENS


class Kind:
    """Words of one kind, which a phrase names together: `@somebody`."""

    def __init__(self, written: Iterable[str]) -> None:
        self.parts = tuple(parts_of(one)[0] for one in written)
        self._whole = frozenset(one.text for one in self.parts if not one.open and not one.mark)
        self._others = tuple(one for one in self.parts if one.open or one.mark)

    def has(self, forms: Sequence[str], word: Word) -> bool:
        """Whether the word is of the kind."""
        if any(form in self._whole for form in forms):
            return True
        return any(one.fits(forms, word) for one in self._others)
