"""No item and no evidence may rest on what somebody is or believes: `lists/protected.yaml`.

Source: Nelson Mandela Rules 2 and 66; International Covenant on Civil and Political Rights,
articles 2, 18, 19 and 26.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.groups import (
    groups,
    named_in,
    phrases,
    written,
)
from throughcare.casework.assessment.instruments.texts import HEAD, MUST_NOT_COUNT, Said, texts_of
from throughcare.kernel.folding import Word, mixed_word
from throughcare.kernel.phrases import Phrases
from throughcare.kernel.word_groups import Group

_LIST: Final = "protected.yaml"
_HELP: Final = "help"
_LEFT_OUT: Final = HEAD | MUST_NOT_COUNT
_INSTEAD: Final = (
    "say what the person did, to whom and when, without it; what must not count belongs under 'not'"
)
_OFFER: Final = "say that it is an offer, as in: choice of chaplain if asked for; or remove it"


def characteristics() -> tuple[Group, ...]:
    """What nobody may be rated on, each with its words in the languages of the lists."""
    return groups(_LIST)


@cache
def languages() -> tuple[str, ...]:
    """The languages for which there are words of every characteristic."""
    common = frozenset.intersection(*(group.languages for group in characteristics()))
    return tuple(sorted(common))


def protected_problems(top: Section, file: str) -> Iterator[Problem]:
    """Each text that names a characteristic where evidence stands, or offers nothing in `help`."""
    for said in texts_of(top, _LEFT_OUT):
        yield from _named(said, file)
        mixed = mixed_word(said.words)
        if mixed:
            what = f"{said.place} has a word with letters of two alphabets, and no list finds it"
            yield Problem(file, said.line, what, "write the word in one alphabet")


def _named(said: Said, file: str) -> Iterator[Problem]:
    for group, found in named_in(_LIST, said.words):
        if said.key != _HELP:
            what = f"{said.place} is built on {group.says} ('{found}')"
            yield Problem(file, said.line, what, _INSTEAD)
        elif not is_offer(said.words):
            what = f"{said.place} brings in {group.says} ('{found}') and is not said to be an offer"
            yield Problem(file, said.line, what, _OFFER)


def is_offer(words: Sequence[Word]) -> bool:
    """Whether a help is given only to whoever wants it."""
    return next(_offers().hits(words), None) is not None


@cache
def _offers() -> Phrases:
    offers = written(_LIST)["offers"]
    return phrases([phrase for language in offers.values() for phrase in language])
