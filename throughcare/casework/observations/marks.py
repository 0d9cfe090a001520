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

from throughcare.casework.observations.lands import lands, tongues
from throughcare.kernel.folding import fold, words_of
from throughcare.kernel.parts import Kind
from throughcare.kernel.phrases import Speech
from throughcare.kernel.word_groups import Group, group_of

LANGUAGES: Final = ("en", "fr", "ar", "ru", "kk")
_LISTS: Final = Path(__file__).with_name("words")


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
    common, lists = _written("common"), {language: _written(language) for language in LANGUAGES}
    speech = Speech(
        joined=tuple(fold(word) for word in common["joined_before"]), kinds=_kinds(lists)
    )
    return tuple(
        group_of(key, _entry(key, says, lists), speech) for key, says in common["groups"].items()
    )


def _entry(key: str, says: str, lists: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """One group out of the lists of all languages, as `word_groups` reads it."""
    found = {language: list(of["groups"][key]["words"]) for language, of in lists.items()}
    if key == "origin":
        for language in lists:
            found[language] += lands(language, _left_out(lists))
    not_meant = [one for of in lists.values() for one in of["groups"][key].get("not_meant", ())]
    everywhere = [one for of in lists.values() for one in of.get("never_meant", ())]
    return {"says": says, **found, "not_meant": not_meant + everywhere}


def _kinds(lists: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Kind]:
    """The kinds of words of the lists, by name and language; tongues are known from CLDR."""
    found = {
        f"{name}_{language}": Kind(words)
        for language, of in lists.items()
        for name, words in of.get("kinds", {}).items()
    }
    for language in lists:
        found[f"tongue_{language}"] = Kind(tongues(language, _left_out(lists)))
    return found


def _left_out(lists: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Of all languages together: jersey is a shirt in English and an island in French."""
    return frozenset(fold(one) for of in lists.values() for one in of.get("leave_out", ()))


def _written(name: str) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (_LISTS / f"{name}.yaml").read_text(encoding="utf-8")
    held: Mapping[str, Any] = yaml.load(text, Loader=loader)
    return held
