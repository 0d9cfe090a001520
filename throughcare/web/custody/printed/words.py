"""The words of the papers by language, from `words/*.yaml`. Not the catalogues of the pages.

A paper is in the person's language, which is often not one that the officer reads, and its words
change only with care: so they stand apart, whole for each language, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

LANGUAGES: Final = ("ar", "en", "fr", "kk", "ru")
RIGHT_TO_LEFT: Final = frozenset({"ar"})
# In which the paper is printed where the person's language has no words here.
OTHERWISE: Final = "en"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the leaflet: what it says, and what to ask after reading it aloud."""

    title: str
    lines: Sequence[str]
    ask: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the papers in one language. `reviewed`: whether a native speaker read them.

    `moment` is how day and hour are written, in the signs of Django.
    """

    language: str
    reviewed: bool
    moment: str
    titles: Mapping[str, str]
    intro: Mapping[str, str]
    labels: Mapping[str, str]
    ask: str
    parts: Sequence[Part]
    belongings: Mapping[str, str]
    steps: Mapping[str, str]
    fields: Mapping[str, str]
    values: Mapping[str, str]

    @property
    def direction(self) -> str:
        """The direction of its writing, as HTML names it."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def yes_or_no(self, given: object) -> str:
        """A flag in words."""
        if isinstance(given, bool):
            return self.labels["yes" if given else "no"]
        return self.labels["unknown"]


@cache
def words_in(language: str) -> Words:
    """The words of a language. Raises FileNotFoundError for one without words."""
    where = files("throughcare.web.custody.printed").joinpath("words", f"{language}.yaml")
    said: Mapping[str, Any] = yaml.load(where.read_text(encoding="utf-8"), Loader=_AsWritten)
    return Words(
        language=language, reviewed=said["reviewed_by_a_native_speaker"] == "yes",
        moment=said["moment"],
        titles={one: said[one] for one in ("leaflet", "aloud", "receipt", "reception")},
        intro=said["intro"], labels=said["labels"], ask=said["ask"],
        parts=[Part(one["title"], one["lines"], one["ask"]) for one in said["parts"]],
        belongings=said["property"], steps=said["steps"], fields=said["fields"],
        values=said["values"],
    )  # fmt: skip


class _AsWritten(yaml.SafeLoader):
    """Keys such as `yes` and `no` are words here, and stay so."""


_AsWritten.yaml_implicit_resolvers = {}
