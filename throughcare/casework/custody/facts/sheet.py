"""The records of one person as they are made: who, when, and since when it was known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from standards.civil import day_number, midnight
from standards.instants import Instant, from_datetime, to_datetime, zone_info
from standards.records import Filling, Record
from throughcare.casework.custody.facts.ages import identities
from throughcare.casework.custody.facts.knowing import Known
from throughcare.casework.custody.facts.told import Told
from throughcare.casework.custody.models import Step
from throughcare.casework.people.told import Identity

# What a step says where it was asked and nobody knew, or where there is none.
NOT_KNOWN = frozenset({"not_known", "unknown"})
NONE = "none"
EMPTY = Filling(entered_at=None)


class Sheet:
    """Collects records. A name is made of the row it rests on and of the type."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.who = str(told.whole)
        self.records: list[Record] = []
        self._names: Counter[str] = Counter()

    @cached_property
    def identities(self) -> list[tuple[Known, Identity]]:
        """Since when until when which identity counted."""
        return list(identities(self.told))

    def event(
        self, kind: str, row: UUID, at: datetime | None, known: Known, *, key: object = None,
        place: str | None = None, fields: Mapping[str, Filling] | None = None,
        by_staff: str | None = None, said: str | None = None,
    ) -> None:  # fmt: skip
        """Something that happened at a moment; nothing where the moment is not known."""
        if at is None:
            return
        self.records.append(
            Record(
                id=self._name(row, kind), type=kind, who=self.who, at=from_datetime(at),
                key=_text(key), place=place, fields=fields or {}, by_staff=by_staff, kind=said,
                recorded_at=from_datetime(known.since), voided_at=_instant(known.until),
            )
        )  # fmt: skip

    def spell(
        self, kind: str, row: UUID, since: datetime, until: datetime | None, known: Known, *,
        key: object = None, place: str | None = None, made_at: Instant | None = None,
        said: str | None = None,
    ) -> None:  # fmt: skip
        """Something that held in [since, until); nothing where it held at no instant."""
        if until is not None and until <= since:
            return
        self.records.append(
            Record(
                id=self._name(row, kind), type=kind, who=self.who, since=from_datetime(since),
                until=_instant(until), key=_text(key), place=place, made_at=made_at, kind=said,
                recorded_at=from_datetime(known.since), voided_at=_instant(known.until),
            )
        )  # fmt: skip

    def plan(self, kind: str, row: UUID, planned_at: datetime, known: Known) -> None:
        """What is planned for a moment."""
        self.records.append(
            Record(
                id=self._name(row, kind), type=kind, who=self.who,
                planned_at=from_datetime(planned_at), recorded_at=from_datetime(known.since),
                voided_at=_instant(known.until),
            )
        )  # fmt: skip

    def filling(self, step: Step, name: str) -> Filling:
        """Whether and when a field of a step was filled; said to be unknown or none counts so.

        A reason stands beside it as `<name>_why`.
        """
        value = step.value.get(name)
        if value in (None, ""):
            return EMPTY
        entered = from_datetime(self.told.of_steps.entered_at(step, name, of_value=True))
        reasoned = bool(step.value.get(f"{name}_why"))
        if isinstance(value, str) and value in NOT_KNOWN:
            return Filling(entered, unknown=True, reasoned=reasoned)
        # "None" is an answer in itself: there is nothing to give a further reason for.
        return Filling(entered, unknown=value in (NONE, []), reasoned=value in (NONE, []))

    def moment(self, value: object) -> datetime | None:
        """A day, or a day and hour, as a step holds it; without an offset it is local."""
        try:
            text = str(value)
            if len(text) == len("2026-03-01"):
                return self.start_of(date.fromisoformat(text))
            read = datetime.fromisoformat(text)
        except ValueError:
            return None
        if read.tzinfo is None:
            return read.replace(tzinfo=zone_info(self.told.zone))
        return read

    def start_of(self, day: date) -> datetime:
        """00:00 of a local day."""
        return self.when(midnight(day_number(day), self.told.zone))

    def when(self, instant: Instant) -> datetime:
        """An instant on the clock of the place."""
        return to_datetime(instant, self.told.zone)

    def _name(self, row: UUID, kind: str) -> str:
        name = f"{row}:{kind}"
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name}:{self._names[name]}"


def _instant(moment: datetime | None) -> Instant | None:
    return None if moment is None else from_datetime(moment)


def _text(key: object) -> str | None:
    return None if key is None else str(key)
