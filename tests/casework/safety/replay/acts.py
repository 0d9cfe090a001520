"""What each type of record of a case becomes: an act at its moment, through the room's actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from standards.civil import local_day, midnight
from standards.instants import MINUTE, from_datetime, to_datetime
from tests.staff import written
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.safety import actions
from throughcare.casework.safety.actions import DayWords, Fate, OrderWords
from throughcare.casework.safety.terms import EntryTable

LONG_AGO: Final = datetime(2015, 1, 1, tzinfo=UTC)
_MINUTE: Final = timedelta(minutes=1)


def staff(prison: str) -> dict[str, Viewer]:
    """Who writes: they have been there for long."""
    roles = {
        "director": (Role.PRISON_DIRECTOR, 781), "reviewer": (Role.PRISON_DIRECTOR, 782),
        "wing": (Role.SECURITY_OFFICER, 783), "nurse": (Role.PHYSICIAN_NURSE, 784),
    }  # fmt: skip
    return {
        name: written(Viewer(account, posts=(HeldPost(role, prison, Period(LONG_AGO, None)),)))
        for name, (role, account) in roles.items()
    }


@dataclass
class Spell:
    """A separation that was written, and the days of it that have a log already."""

    person: UUID
    id: UUID
    zone: str
    since: datetime
    until: datetime | None = None


class Office:
    """The staff of one prison at work."""

    def __init__(self, prison: str, zone: str) -> None:
        self.staff, self.zone = staff(prison), zone
        self.spells: list[Spell] = []
        self._logged: set[tuple[UUID, int]] = set()

    def find(self, person: UUID, at: datetime, since: datetime, until: datetime | None) -> Spell:
        """Separated, whether or not anybody could have ordered it."""
        row = actions.find_separation(
            by=self.staff["director"], at=at, person_id=person, kind="segregation_cell",
            since=since, until=until, found="the case says so",
        )  # fmt: skip
        spell = Spell(person, row.spell, self.zone, since, until)
        self.spells.append(spell)
        return spell

    def end(self, spell: Spell, at: datetime, until: datetime) -> None:
        """Let out to the others."""
        actions.end_separation(
            by=self.staff["director"], at=at, person_id=spell.person, separation_id=spell.id,
            until=until,
        )  # fmt: skip
        spell.until = until

    def correct(self, spell: Spell, at: datetime, since: datetime, until: datetime | None) -> None:
        """It was in truth so."""
        actions.correct_separation(
            by=self.staff["director"], at=at, person_id=spell.person, separation_id=spell.id,
            kind="segregation_cell", since=since, until=until, why="the case says so",
        )  # fmt: skip
        spell.since, spell.until = since, until

    def strike(self, spell: Spell, at: datetime, row: UUID) -> None:
        """It never was."""
        actions.strike_out_entry(
            by=self.staff["director"], at=at, person_id=spell.person, kind="separation",
            row_id=row, why="the case says so",
        )  # fmt: skip

    def at_moment(self, person: UUID, moment: datetime) -> Spell:
        """The spell that runs then, by what is written."""
        return next(
            one for one in self.spells
            if one.person == person and one.since <= moment
            and (one.until is None or moment <= one.until)
        )  # fmt: skip

    def order(self, spell: Spell, at: datetime, **words: Any) -> None:
        """An order, as it was given."""
        said: dict[str, Any] = {
            "ground": "security", "authority": "A. Director", "authority_role": "director",
            "legal_ground": "article 1", "reasons": "r", "alternatives_tried": "talks",
            "end_at": None, "review_at": None, "made_at": at, "valid_from": at,
        }  # fmt: skip
        actions.find_order(
            by=self.staff["director"], at=at, person_id=spell.person, separation_id=spell.id,
            order=OrderWords(**{**said, **words}), found="the case says so",
        )  # fmt: skip

    def review(self, person: UUID, at: datetime) -> None:
        """Somebody independent looked at it."""
        actions.review_separation(
            by=self.staff["reviewer"], at=at, person_id=person,
            separation_id=self.at_moment(person, at).id, reviewed_at=at, reviewer="B. Judge",
            reviewer_role="judge", independent=True, outcome="continue", reasons="r",
        )  # fmt: skip

    def enter(self, person: UUID, at: datetime, entry: EntryTable, **words: Any) -> None:
        """An entry of a day."""
        by = self.staff["nurse" if entry == EntryTable.HEALTH_VISIT else "wing"]
        said = {"person_id": person, "entry": entry, "key": uuid4(), **words}
        (done,) = actions.enter_day(by=by, at=at, entries=[DayWords(**said)]).outcomes
        assert done.fate == Fate.WRITTEN, done

    def log_each_day(self, spell: Spell, at: datetime) -> None:
        """Food through the hatch, once in each part of a local day: alone, and a log is there."""
        end = min(spell.until or at, at)
        day = local_day(from_datetime(spell.since), self.zone)
        entries = []
        while (start := max(midnight(day, self.zone), from_datetime(spell.since))) + MINUTE <= (
            from_datetime(end)
        ):
            if (spell.id, day) not in self._logged:
                self._logged.add((spell.id, day))
                since = to_datetime(start, self.zone)
                entries.append(
                    DayWords(
                        person_id=spell.person, entry=EntryTable.CONTACT, key=uuid4(),
                        kind="food_hatch", since=since, until=since + _MINUTE,
                    )
                )  # fmt: skip
            day += 1
        done = actions.enter_day(by=self.staff["wing"], at=at, entries=entries)
        assert done.written, done.outcomes

    def health(
        self, person: UUID, at: datetime, kind: str, since: datetime, until: datetime | None
    ) -> Callable[[datetime], None]:
        """A state of health; what is given back writes its end."""
        state = actions.state_health(
            by=self.staff["nurse"], at=at, person_id=person, kind=kind, since=since, until=until
        )

        def end(moment: datetime) -> None:
            actions.end_health_state(
                by=self.staff["nurse"], at=moment, person_id=person, state_id=state.id,
                until=moment,
            )  # fmt: skip

        return end
