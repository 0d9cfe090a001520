"""The kinds of contact of the rulebook in the officer's words: those that count come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from throughcare.casework.safety.queries import meaningful_kinds, not_meaningful_kinds
from throughcare.web.safety.words import CONTACTS


@dataclass(frozen=True, slots=True)
class Kinds:
    """One group of kinds under its heading, as values with words."""

    heading: str
    choices: tuple[tuple[str, str], ...]


def groups() -> list[Kinds]:
    """The two lists of the rulebook, each under what it means."""
    return [
        Kinds(_("Counts as human contact"), _choices(meaningful_kinds())),
        Kinds(_("Does not count"), _choices(not_meaningful_kinds())),
    ]


def words_of(kind: str) -> str:
    """A kind in words; one that a country adds, by its name."""
    return str(CONTACTS.get(kind, kind.replace("_", " ")))


def _choices(kinds: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one, words_of(one)) for one in kinds)
