"""What is typed of one person at one session, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a register. `key` comes from the form or the device: sent twice, written once."""

    person_id: UUID
    key: UUID
    came: str
    reason: str = ""
    said_at: datetime | None = None


class Fate(StrEnum):
    """What became of an entry."""

    WRITTEN = "written"
    ALREADY = "already"  # sent before, or somebody has written the same
    CONFLICT = "conflict"  # kept beside what stands until a person settles it
    REFUSED = "refused"
    HELD_BACK = "held_back"  # sound, and not written because another entry is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry. `by`: who wrote what stands."""

    key: UUID
    fate: Fate
    said: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of a group on a day, as the door tells it. `came` is None for who may only add."""

    person: UUID
    referral: UUID
    enrolled_at: datetime
    over_at: datetime | None
    written: UUID | None
    came: str | None
    reason: str | None
    written_by: str | None
    withdrawn_at: datetime | None
    gone_at: datetime | None
    gone_how: str | None

    def took_part(self, begins: datetime, ends: datetime, day: date, today: date) -> bool:
        """Whether somebody stands on the register of that session at all."""
        left = min([one for one in (self.over_at, self.withdrawn_at) if one], default=None)
        return self.enrolled_at < ends and (left is None or left > begins) and day <= today
