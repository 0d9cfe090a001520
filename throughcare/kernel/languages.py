"""The closed list of languages, and what a person can do in each.

Codes are the shortest of ISO 639: two letters where there are two (639-1), else three (639-3).
Sign languages are languages of their own.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from babel import Locale
from django.utils.translation import gettext as _

from throughcare.kernel.errors import UnknownLanguage


class Direction(StrEnum):
    """Which way the script runs; signed languages have none."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code, its name in its own words and in English, its direction."""

    code: str
    own_name: str
    english_name: str
    direction: Direction
    signed: bool

    def name_in(self, reader: str) -> str:
        """Its name in the reader's language (a code); in English where that has no name for it."""
        return Locale.parse(reader, sep="-").languages.get(self.code) or self.english_name


@dataclass(frozen=True, slots=True)
class Command:
    """What a person can do in a language. None is not yet asked, which is not no.

    For a signed language `speaks` means signs, and `understands` means follows signing.
    """

    language: Language
    speaks: bool | None = None
    understands: bool | None = None
    reads: bool | None = None


@cache
def all_languages() -> Mapping[str, Language]:
    """All languages by code, in the order of the list."""
    text = files("throughcare.kernel").joinpath("languages.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Language(
            row["code"],
            row["own_name"],
            row["english_name"],
            Direction(row["direction"]),
            row["signed"] == "yes",
        )
        for row in csv.DictReader(text.splitlines())
    }


def language(code: str) -> Language:
    """The language with this code. Raises UnknownLanguage."""
    found = all_languages().get(code)
    if found is None:
        raise UnknownLanguage(
            _("there is no language '%(code)s' in the list") % {"code": code},
            remedy=_("choose one of: %(codes)s") % {"codes": ", ".join(all_languages())},
        )
    return found
