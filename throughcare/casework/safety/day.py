"""What a unit writes of a day: the words of each entry, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.safety.contact_kinds import is_known
from throughcare.casework.safety.terms import AskedBy, EntryTable

_A_DAY: Final = timedelta(days=1)
PERIODS: Final = (EntryTable.OUT_OF_CELL, EntryTable.CONTACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """One entry of one person. `key` comes from the device: sent twice, it is written once.

    `until` of what lasted; `kind` of a contact, or who asked for health staff; `answers` the
    request that a visit answers; `said_at` what the clock of the device showed.
    """

    person_id: UUID
    entry: EntryTable
    key: UUID
    since: datetime
    until: datetime | None = None
    kind: str = ""
    answers: UUID | None = None
    said_at: datetime | None = None

    @property
    def ends(self) -> datetime:
        """The end; of what happened at a moment, that moment."""
        return self.until or self.since


class Fate(StrEnum):
    """What became of an entry."""

    WRITTEN = "written"
    ALREADY = "already"  # sent before, or another officer has written the same
    CONFLICT = "conflict"  # kept beside what stands until a person settles it
    REFUSED = "refused"
    HELD_BACK = "held_back"  # sound, and not written because another entry is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry. `row`: what was written, or stands; `by`: who wrote what stands."""

    key: UUID
    fate: Fate
    said: str = ""
    row: UUID | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayResult:
    """What became of every entry, in their order. Where one is refused, nothing is written."""

    outcomes: Sequence[Outcome]

    @property
    def written(self) -> bool:
        """Whether anything could be written."""
        return all(one.fate not in (Fate.REFUSED, Fate.HELD_BACK) for one in self.outcomes)


def unsound(words: DayWords, *, at: datetime) -> str:
    """What is wrong with an entry by itself, in a sentence; empty where nothing is."""
    if words.ends > at:
        return _("the time has not come; look at the clock of the device")
    if words.entry in PERIODS:
        return _unsound_period(words)
    if words.until is not None:
        return _("this happens at a moment and has no end")
    if words.entry == EntryTable.HEALTH_REQUEST and words.kind not in AskedBy.values:
        return _("it is not said who asked for health staff")
    return ""


def _unsound_period(words: DayWords) -> str:
    if words.until is None or words.until <= words.since:
        return _("the end is missing, or lies before the beginning")
    if words.until - words.since > _A_DAY:
        return _("this lasts longer than a day")
    if words.entry == EntryTable.CONTACT and not is_known(words.kind):
        return _("this kind of contact is none of the list")
    return ""
