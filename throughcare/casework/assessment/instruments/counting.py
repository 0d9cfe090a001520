"""No number, rank or colour is made of a person, and no judgement by the software: words and keys.

The words are data: `lists/counting.yaml`. Source: docs/promises.md, 1 and 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Section
from throughcare.casework.assessment.instruments.groups import named_in, phrases, written
from throughcare.casework.assessment.instruments.texts import HEAD, MUST_NOT_COUNT, texts_of
from throughcare.kernel.folding import Word, words_of
from throughcare.kernel.phrases import Phrases

_LIST: Final = "counting.yaml"
JUDGEMENTS: Final = "final_judgements"
_WORDS: Final = "say it in words: what was seen, how often, how long ago; ratings are not added up"


def counting_problems(top: Section, file: str) -> Iterator[Problem]:
    """Each text that speaks of a total, a cut-off, a weight, a rank or a colour."""
    for said in texts_of(top, HEAD | MUST_NOT_COUNT):
        for group, found in named_in(_LIST, said.words):
            what = f"{said.place} speaks of {group.says} ('{found}')"
            yield Problem(file, said.line, what, _WORDS)


def computed_problems(top: Section, file: str) -> Iterator[Problem]:
    """Each text of a final judgement by which the software would give or suggest one."""
    judgements = Section(top.line_of(JUDGEMENTS))
    judgements.update({key: value for key, value in top.items() if key == JUDGEMENTS})
    for said in texts_of(judgements, HEAD):
        found = _first(_list("computed"), said.words)
        if found:
            what = f"{said.place} lets the software judge ('{found}')"
            yield Problem(file, said.line, what, "leave it to the assessor, with reasons")


def label_trouble(label: str) -> str:
    """What a label or an option must not hold: a number or a colour; "" if it holds neither."""
    words = words_of(label)
    if any(word.folded[:1].isdigit() for word in words):
        return "a number"
    return "a colour" if _first(_list("label_colours"), words) else ""


def counting_key(key: str) -> bool:
    """Whether a key can only mean a number about a person."""
    return bool(_first(_list("keys"), words_of(key)))


def computed_key(key: str) -> bool:
    """Whether a key lets the software give a judgement."""
    return bool(_first(_list("computed_keys"), words_of(key)))


def _first(wanted: Phrases, words: Sequence[Word]) -> str:
    hit = next(wanted.hits(words), None)
    return "" if hit is None else " ".join(word.written for word in words[hit.begin : hit.end])


@cache
def _list(name: str) -> Phrases:
    return phrases(written(_LIST)[name])
