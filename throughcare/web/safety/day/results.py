"""What became of each entry that was sent, in words, and what stays typed because of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.safety.actions import Fate, Outcome
from throughcare.web.people.shown.staff import names_of
from throughcare.web.safety.day.slots import Typed

# What stays typed, by person and slot, with what is wrong there (empty where nothing is).
Kept = Mapping[tuple[UUID, str], tuple[Typed, str]]
STAYS: Final = frozenset({Fate.REFUSED, Fate.HELD_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One entry and its fate. `said`: the whole sentence for the person at the screen."""

    person: UUID
    slot: str
    typed: Typed
    fate: Fate
    said: str

    @property
    def stays(self) -> bool:
        """Whether it stays typed, because it is not written."""
        return self.fate in STAYS

    @property
    def sign(self) -> str:
        """A sign beside the words: colour alone says nothing."""
        return {Fate.WRITTEN: "✓", Fate.ALREADY: "=", Fate.CONFLICT: "!"}.get(self.fate, "✗")


def sentences(outcomes: Sequence[Outcome]) -> list[str]:
    """Each outcome in words, in their order."""
    names = names_of(one.by for one in outcomes if one.by)
    return [_sentence(one, names) for one in outcomes]


def _sentence(one: Outcome, names: Mapping[str, str]) -> str:
    told = {"who": names.get(one.by, one.by), "why": one.said}
    match one.fate:
        case Fate.WRITTEN:
            return _("Written.")
        case Fate.ALREADY:
            if one.by:
                return _("It was there already, written by %(who)s.") % told
            return _("It was there already.")
        case Fate.CONFLICT:
            return (
                _("%(who)s has written other hours for that time. Both entries are kept, and the "
                  "director decides.") % told
            )  # fmt: skip
        case Fate.HELD_BACK:
            return _("Not written yet, because another entry is wrong.")
    return _("Refused: %(why)s") % told
