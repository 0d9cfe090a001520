"""What a text says of what somebody is or believes: found, to warn the writer. Never to refuse.

Nothing is understood here and nothing is kept: which words were found is shown to the writer, and
to nobody else (docs/adr/0047). Pure: no database, no clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.kernel.folding import fold, words_of
from throughcare.kernel.phrases import Speech
from throughcare.kernel.word_groups import Group, group_of

_FILE: Final = Path(__file__).with_name("marks.yaml")


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a text, as they were written, and of what they speak: a key of the lists."""

    words: str
    of: str


def named_in(text: str) -> list[Named]:
    """Every place where a text speaks of it, in the order of the lists, each once."""
    words = words_of(text)
    found = [
        Named(" ".join(word.written for word in words[hit.begin : hit.end]), group.key)
        for group in groups()
        for hit in group.hits(words)
    ]
    return list(dict.fromkeys(found))


def names_any(*texts: str) -> bool:
    """Whether any of the texts does."""
    return any(named_in(text) for text in texts)


@cache
def groups() -> Sequence[Group]:
    """What is looked for, each with its words in the languages of the service."""
    written = _written()
    speech = Speech(joined=tuple(fold(word) for word in written["joined_before"]))
    return tuple(group_of(key, entry, speech) for key, entry in written["groups"].items())


@cache
def _written() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    held: Mapping[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    return held
