"""The fields of one entry in a row, and the entry that they become: the same by form and device."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from throughcare.casework.safety.actions import DayWords
from throughcare.casework.safety.terms import EntryTable
from throughcare.web.device.shown import key_of as of_field

# Each slot of a row, in the order of the Tab key. Of contacts there are two: most days have both a
# talk and something else, and who has more saves and types on.
SLOTS: Final[Mapping[str, EntryTable]] = {
    "out": EntryTable.OUT_OF_CELL,
    "met": EntryTable.CONTACT,
    "again": EntryTable.CONTACT,
    "asked": EntryTable.HEALTH_REQUEST,
    "visit": EntryTable.HEALTH_VISIT,
}
PARTS: Final = ("key", "kind", "from", "to", "answers")
LASTING: Final = frozenset({EntryTable.OUT_OF_CELL, EntryTable.CONTACT})
_CLOCK: Final = re.compile(r"(\d{1,2})[:.]?(\d{2})(?::\d{2}(?:\.\d+)?)?")
_LONGEST: Final = 40  # signs of any part
_A_DAY: Final = timedelta(days=1)


class Unreadable(Exception):
    """What is typed can be no entry; the words say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One entry as it is typed: every part a text. `person` is whose row it stands in."""

    person: UUID
    entry: EntryTable
    key: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    answers: str = ""

    @property
    def empty(self) -> bool:
        """Whether nobody typed anything: a request that is chosen beforehand is no visit."""
        chosen = self.kind if self.entry != EntryTable.HEALTH_VISIT else ""
        return not (chosen or self.since or self.until)


def name_of(slot: str, part: str, person: UUID | str) -> str:
    """The name of a field of the form."""
    return f"{slot}.{part}.{person}"


def typed_in(posted: Mapping[str, str], slot: str, person: UUID) -> Typed:
    """What a row of the form holds in one slot."""
    key, kind, since, until, answers = (
        posted.get(name_of(slot, part, person), "").strip().replace("\0", "")[:_LONGEST]
        for part in PARTS
    )
    return Typed(
        person=person, entry=SLOTS[slot], key=key, kind=kind, since=since, until=until,
        answers=answers,
    )  # fmt: skip


def fresh_key() -> str:
    """A key for a slot, made with the form."""
    return str(uuid4())


def key_of(typed: Typed, on: date) -> UUID:
    """The key of the entry: that of its slot, and of what stands in it.

    The same form sent again has the same keys and is written once. Whoever goes back to it and
    changes an hour has written another entry: it is not passed over as sent before.
    """
    said = (str(typed.person), on.isoformat(), typed.kind, typed.since, typed.until)
    return of_field(uuid_in(typed.key), *said)


def words_of(
    typed: Typed, *, key: UUID, on: date, zone: ZoneInfo, said_at: datetime | None = None
) -> DayWords:
    """The entry. Raises Unreadable."""
    if typed.entry in LASTING and not (typed.since and typed.until):
        raise Unreadable(_("Say from when to when."))
    if not typed.since:
        raise Unreadable(_("Say at what time."))
    since = _moment(typed.since, on, zone)
    until = None
    if typed.entry in LASTING:
        until = _moment(typed.until, on, zone)
        if _clock(typed.until) == time(0, 0) and until < since:
            until = _moment(typed.until, on + _A_DAY, zone)  # until midnight
    kind = "" if typed.entry in (EntryTable.OUT_OF_CELL, EntryTable.HEALTH_VISIT) else typed.kind
    return DayWords(
        person_id=typed.person, entry=typed.entry, key=key, since=since, until=until, kind=kind,
        answers=uuid_in(typed.answers) if typed.entry == EntryTable.HEALTH_VISIT else None,
        said_at=said_at,
    )  # fmt: skip


def _moment(said: str, on: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, _clock(said), zone)


def _clock(said: str) -> time:
    found = _CLOCK.fullmatch(said)
    try:
        return time(int(found[1]), int(found[2])) if found else time.fromisoformat(said)
    except ValueError:
        raise Unreadable(_("A time is written like 09:30.")) from None


def uuid_in(said: str) -> UUID | None:
    """A number as a page carries it; None for anything else."""
    try:
        return UUID(said)
    except ValueError:
        return None
