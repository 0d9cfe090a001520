"""A French translation of ours, and one of a licensed tool with its texts that must not leave."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from tests.casework.assessment.instruments.conftest import GENERIC, TEXT
from tests.casework.assessment.instruments.licensed import LICENSED, texts
from throughcare.casework.assessment.instruments.reading import Outcome
from throughcare.casework.assessment.instruments.sheet import sheet_of
from throughcare.casework.assessment.instruments.translating import translation_of

LANGUAGES: Final = ("fr", "ar", "ru", "kk")
FRENCH: Final = GENERIC.with_name("generic.fr.yaml").read_text(encoding="utf-8")
LICENSED_FRENCH: Final = FRENCH.replace("of: tc-generic", "of: house-tool").replace(
    "title: Outil général de Throughcare sur les besoins et la conduite", "title: Outil maison"
)
_READ: Final = yaml.safe_load(LICENSED_FRENCH)
_SHORTEST: Final = 3
_FRENCH_SECRETS: Final = frozenset(
    text
    for part in ("domains", "ratings", "strength_ratings", "final_judgements")
    for text in texts(_READ[part])
    if len(text.split()) >= _SHORTEST
)


def told_in_french(text: str) -> set[str]:
    """Which licensed French texts stand in a text."""
    return {secret for secret in _FRENCH_SECRETS if secret in text}


def translated(folder: Path, words: str = FRENCH, original: str = TEXT) -> Outcome:
    """What comes of a translation beside its original, both written to disk."""
    path, written = folder / "tool.fr.yaml", folder / "tool.yaml"
    path.write_text(words, encoding="utf-8")
    written.write_text(original, encoding="utf-8")
    return translation_of(sheet_of(path), sheet_of(written))


def licensed(folder: Path, words: str = LICENSED_FRENCH) -> Outcome:
    """The same of the licensed tool."""
    return translated(folder, words, LICENSED)
