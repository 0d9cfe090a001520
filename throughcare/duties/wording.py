"""What rules and kinds of record are called in the five languages that officers read.

English is the rulebook itself. A text that nobody has translated yet stands in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from throughcare.duties.rules import rulebook
from throughcare.report.words import term

TRANSLATED: Final = ("fr", "ar", "ru", "kk")
_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """One language: `title` and `says` of each rule, and the phrase for each term."""

    rules: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)


def title_of(rule_id: str, language: str) -> str:
    """What a rule is called."""
    return _of_rule(rule_id, "title", language) or rulebook().entries[rule_id].title


def says_of(rule_id: str, language: str) -> str:
    """What a rule says, in our own words."""
    return _of_rule(rule_id, "says", language) or rulebook().entries[rule_id].says


def term_of(name: str, language: str) -> str:
    """The officer's phrase for a record, state, guard or field of the rulebook."""
    return words(language).terms.get(name) or words(_ENGLISH).terms.get(name) or term(name)


@cache
def words(language: str) -> Words:
    """All that is written in a language; nothing where there is no file of it."""
    if language not in (_ENGLISH, *TRANSLATED):
        return Words()
    file = files("throughcare.duties").joinpath("words", f"{language}.yaml")
    if not file.is_file():
        return Words()
    said = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    return Words(said.get("rules", {}), said.get("terms", {}))


def _of_rule(rule_id: str, part: str, language: str) -> str | None:
    return words(language).rules.get(rule_id, {}).get(part)
