"""A plan as records: what the rooms would tell the engine if it were carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from standards.civil import local_day, midnight
from standards.instants import HOUR, MINUTE, Instant
from standards.places import holds
from standards.records import Archive, Record
from standards.rulebook.derivations import SolitaryByLocalDay
from throughcare.duties.rules import rulebook

PLACEMENT: Final = "placement"
# What a separation is to the rules, as the room of safety tells it.
_OF_REGIME: Final = (
    "separation", "separation_started", "contact_log", "meaningful_contact_minutes",
    "out_of_cell_log", "close_confinement_or_disciplinary_segregation",
    "solitary_or_closed_or_dark_cell",
)  # fmt: skip
_BEHIND_A_DOOR: Final = _OF_REGIME[-2:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """So many hours a day in the cell, and so much meaningful contact, for days from a moment."""

    begins: Instant
    days: int
    hours: float
    minutes: int

    kinds = frozenset(_OF_REGIME)

    def ends(self, zone: str) -> Instant:
        """So many local days later; of a plan that begins within a day, its last one is whole."""
        first = local_day(self.begins, zone)
        whole = midnight(first, zone) == self.begins
        return midnight(first + self.days + (0 if whole else 1), zone)

    def laid_over(self, archive: Archive) -> Archive:
        """The same people under this regime."""
        planned = [one for who in archive.persons for one in self._of(who, archive.zone)]
        kept = (archive.kept or frozenset()) | self.kinds
        return replace(archive, records=[*archive.records, *planned], kept=kept)

    def _of(self, who: str, zone: str) -> Iterator[Record]:
        told = _Teller(who, self.begins)
        end = self.ends(zone)
        yield told.spell("separation", self.begins, end, kind="own_cell")
        yield told.event("separation_started", self.begins)
        derivation = _solitary()
        if self.hours * HOUR >= derivation.alone_for.as_elapsed():
            for kind in _BEHIND_A_DOOR:
                yield told.spell(kind, self.begins, end)
        for start, stop in _days(self.begins, end, zone):
            talked = min(start + self.minutes * MINUTE, stop)
            out = min(start + int((24 - self.hours) * HOUR), stop)
            if talked > start:
                kind = derivation.meaningful_kinds[0]
                yield told.spell(derivation.contact, start, talked, kind=kind)
                yield told.spell("meaningful_contact_minutes", start, talked)
            else:
                # Planned without any contact, which is not the same as nothing being known of it.
                none = derivation.not_meaningful_kinds[0]
                yield told.event(derivation.contact, start, kind=none, amount=0)
                yield told.event("meaningful_contact_minutes", start, amount=0)
            if out > start:
                yield told.spell("out_of_cell_log", start, out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A place is empty from a moment, and its people lie in another one; judged after days."""

    place: str
    to: str
    begins: Instant
    days: int

    kinds = frozenset({PLACEMENT, "bed_assigned", "shared_cell_assignment"})

    def ends(self, zone: str) -> Instant:
        """The moment at which it is judged."""
        return midnight(local_day(self.begins, zone) + self.days, zone)

    def laid_over(self, archive: Archive) -> Archive:
        """The same people, with places in the other unit: into free ones first."""
        moving = [one for one in archive.records if self._leaves(one)]
        cells = _Cells(archive, self.to, [one for one in archive.records if _lies(one, self)])
        new = [record for one in moving for record in self._moved(one, cells)]
        gone = {id(one) for one in moving}
        kept = [
            replace(one, until=self.begins) if id(one) in gone or self._bed(one) else one
            for one in archive.records
        ]
        return replace(archive, records=[*kept, *new])

    def _leaves(self, one: Record) -> bool:
        return one.type == PLACEMENT and self._there(one)

    def _bed(self, one: Record) -> bool:
        return one.type == "bed_assigned" and self._there(one)

    def _there(self, one: Record) -> bool:
        """Whether a spell of lying in the place that is closed goes on when it closes."""
        begun = one.since is not None and one.since < self.begins
        goes_on = one.until is None or one.until > self.begins
        return begun and goes_on and one.place is not None and holds(self.place, one.place)

    def _moved(self, one: Record, cells: _Cells) -> Iterator[Record]:
        cell, shared = cells.next()
        told = _Teller(one.who or "", self.begins)
        yield told.spell(PLACEMENT, self.begins, one.until, place=cell)
        if shared:
            yield told.event("shared_cell_assignment", self.begins, place=cell)


Plan = Regime | Closure


class _Cells:
    """The cells of a unit, each with its number of people; the one with most room is next."""

    def __init__(self, archive: Archive, unit: str, lying: Iterable[Record]) -> None:
        self.lie = Counter(one.place for one in lying)
        below = [name for name in archive.places if holds(unit, name)]
        deepest = max(name.count("/") for name in below)
        self.room: Mapping[str, float] = {
            name: archive.places[name].measures.get("design_capacity", 1)
            for name in sorted(below) if name.count("/") == deepest
        }  # fmt: skip

    def next(self) -> tuple[str, bool]:
        """Where the next one lies, and whether that cell is shared."""
        cell = max(self.room, key=lambda name: self.room[name] - self.lie[name])
        self.lie[cell] += 1
        return cell, self.room[cell] > 1 or self.lie[cell] > 1


def _lies(one: Record, plan: Closure) -> bool:
    """Whether somebody lies in the other unit when it is to take the people in."""
    begun = one.type == PLACEMENT and one.since is not None and one.since <= plan.begins
    there = one.place is not None and holds(plan.to, one.place)
    return begun and there and (one.until is None or one.until > plan.begins)


class _Teller:
    """Records of one person that nobody keeps, entered when the plan begins."""

    def __init__(self, who: str, at: Instant) -> None:
        self.who, self.at, self.number = who, at, 0

    def spell(
        self, kind_of_record: str, since: Instant, until: Instant | None, *,
        kind: str | None = None, place: str | None = None,
    ) -> Record:  # fmt: skip
        """Something that would hold."""
        return Record(
            id=self._name(), type=kind_of_record, who=self.who, since=since, until=until,
            kind=kind, place=place, recorded_at=self.at,
        )  # fmt: skip

    def event(
        self, kind_of_record: str, at: Instant, *, kind: str | None = None,
        place: str | None = None, amount: float | None = None,
    ) -> Record:  # fmt: skip
        """Something that would happen."""
        return Record(
            id=self._name(), type=kind_of_record, who=self.who, at=at, place=place, kind=kind,
            amount=amount, recorded_at=self.at,
        )  # fmt: skip

    def _name(self) -> str:
        self.number += 1
        return f"planned:{self.who}:{self.number}"


def _solitary() -> SolitaryByLocalDay:
    """What makes separation solitary, with its numbers (Rule 44)."""
    return next(one for one in rulebook().derivations if isinstance(one, SolitaryByLocalDay))


def _days(begins: Instant, ends: Instant, zone: str) -> Sequence[tuple[Instant, Instant]]:
    """The local days, and the part of one at the beginning."""
    found, start = [], begins
    while start < ends:
        stop = min(midnight(local_day(start, zone) + 1, zone), ends)
        found.append((start, stop))
        start = stop
    return found
