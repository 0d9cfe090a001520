"""Names of people who never lived: parts drawn one by one, put together as each language does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from throughcare.demo.plan import table
from throughcare.kernel.names import NamePart, PartKind, PersonName

MALE, FEMALE = "male", "female"
_ANY: Final = "any"
# The order in which a person of each language gives the parts.
_BUILT: Final = {
    "ar": (PartKind.GIVEN, PartKind.FATHERS, PartKind.FAMILY),
    "kk": (PartKind.GIVEN, PartKind.PATRONYMIC, PartKind.FAMILY),
    "ru": (PartKind.GIVEN, PartKind.PATRONYMIC, PartKind.FAMILY),
    "lg": (PartKind.FAMILY, PartKind.GIVEN),
    "fr": (PartKind.GIVEN, PartKind.FAMILY),
}
LANGUAGES: Final = tuple(_BUILT)


@dataclass(frozen=True, slots=True)
class Word:
    """A common name in its own script and in Latin letters."""

    text: str
    latin: str


def draw(source: Random, language: str, sex: str) -> PersonName:
    """A name of this language. Never a pair that somebody known bears."""
    while True:
        words = {kind: _word(source, language, sex, kind) for kind in _BUILT[language]}
        pair = (language, words[PartKind.GIVEN].latin, words[PartKind.FAMILY].latin)
        if pair not in _kept_out():
            return PersonName(tuple(_part(words[kind], kind) for kind in _BUILT[language]))


def given(source: Random, language: str, sex: str) -> str:
    """A given name alone, as for a small child, in Latin letters."""
    return _word(source, language, sex, PartKind.GIVEN).latin


def _word(source: Random, language: str, sex: str, kind: PartKind) -> Word:
    known = _words()
    if kind is PartKind.FATHERS:
        return source.choice(known[language, "given", MALE])
    if kind is PartKind.PATRONYMIC and (language, "ending", sex) in known:
        father, ending = (
            source.choice(known[language, "given", MALE]),
            known[language, "ending", sex][0],
        )
        return Word(father.text + ending.text, father.latin + ending.latin)
    return source.choice(
        known.get((language, kind.value, sex)) or known[language, kind.value, _ANY]
    )


def _part(word: Word, kind: PartKind) -> NamePart:
    return NamePart(word.text, kind, (word.latin,) if word.latin != word.text else ())


@cache
def _words() -> dict[tuple[str, str, str], list[Word]]:
    found = defaultdict[tuple[str, str, str], list[Word]](list)
    for row in table("names.csv"):
        found[row["language"], row["part"], row["sex"]].append(Word(row["text"], row["latin"]))
    return dict(found)


@cache
def _kept_out() -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (row["language"], row["given"], row["family"]) for row in table("kept_out.csv")
    )
