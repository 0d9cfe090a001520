"""One person's time in custody as a picture needs it: spells, events, limits, findings.

Made of what the rooms tell the engine, read with its eyes. A record is shown only where the viewer
reads the whole compartment in which its kind is kept; what follows from several, only where all of
them are open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from standards.checks import MaxDuration
from standards.derive import derive
from standards.durations import ZERO, Duration
from standards.instants import OPEN, Instant, from_datetime, to_datetime
from standards.knowledge import known_records
from standards.places import zone_of
from standards.records import Archive, Record
from standards.rulebook.derivations import SolitaryByLocalDay
from standards.spells import Joined, Stretch, join
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.archive import archive_of_some
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.kinds import kinds
from throughcare.duties.queries.duty import Duty
from throughcare.duties.queries.of_person import of_person
from throughcare.duties.rules import checks_on, rulebook
from throughcare.register.actions import record

# The rule whose limit is drawn (Rule 43.1(b)); how many days it says stands in the rulebook.
LIMIT_RULE: Final = "nmr-43-1-b"
CUSTODY, PLACES, STATUS = "custody", "places", "status"
SEPARATION, RESTRICTIONS, OTHER = "separation", "restrictions", "other"
LANES: Final = (CUSTODY, PLACES, STATUS, SEPARATION, RESTRICTIONS, OTHER)
_LANE_OF: Final = {
    "in_custody": CUSTODY, "placement": PLACES, "separation": SEPARATION, "solitary": SEPARATION,
    "commitment_order_valid": STATUS, "untried": STATUS, "sentenced": STATUS, "civil": STATUS,
}  # fmt: skip
# The same row once more under another name, for rules that ask for a part of the people.
_SAID_ALREADY: Final = frozenset({
    "movement", "bed_assigned", "separated", "separation_started", "identity",
    "woman_in_custody", "child_in_custody", "untried_child_in_custody", "sentenced_in_custody",
    "untried_custody_of_child_started", "commitment_order_valid_and_registered", "commitment",
    "untried_children", "sentenced_children", "criminal", "admission_untried",
    "admission_of_woman", "admission_of_girl", "admission_of_child",
    "admission_or_transfer_or_release_of_child", "meaningful_contact_minutes", "vep_in_custody",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Something that held in [since, until), joined of `parts` records. `until` None: goes on."""

    lane: str
    kind: str
    since: datetime
    until: datetime | None
    place: str = ""
    parts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened at a moment, or is planned for one."""

    kind: str
    at: datetime
    place: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The last moment until which a spell that began at `since` may go on."""

    since: datetime
    at: datetime
    limit: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything of one person that this viewer may see over time, each list in its order."""

    person: UUID
    spells: Sequence[Spell]
    events: Sequence[Event]
    limits: Sequence[Limit]
    findings: Sequence[Duty]


@reading
def timeline_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Timeline:
    """The time of a person; leaves an entry. Raises NotThere or Refused, as reading the file."""
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    whole = subject_of(person_id).person
    assert whole is not None  # whoever is read of is there
    readable = frozenset(
        one for one in Compartment
        if one is not Compartment.AGG and may_about(viewer, Act.READ, one, whole, at=at)
    )  # fmt: skip
    findings = of_person(viewer, whole, at=at)
    with engine_eyes():
        archive = archive_of_some([whole], known_at=at)
    shown = _Shown(archive, readable, at=at)
    record(
        event="read.timeline", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
        content={"compartments": sorted(readable), "findings": [one.id for one in findings]},
    )  # fmt: skip
    return Timeline(
        person=whole, spells=shown.spells(), events=shown.events(), limits=shown.limits(),
        findings=findings,
    )  # fmt: skip


class _Shown:
    """The records of an archive that somebody who reads these compartments may see."""

    def __init__(self, archive: Archive, readable: frozenset[Compartment], *, at: datetime) -> None:
        self.archive, self.readable, self.now = archive, readable, from_datetime(at)
        known = known_records(archive.records, as_of=self.now, known_at=self.now)
        self.records = [one for one in known if self._opens(one.type)]
        self.solitary = list(self._solitary(known))
        self.rule = checks_on(at.date()).get(LIMIT_RULE)

    def spells(self) -> list[Spell]:
        """Spells of one kind in one place that join are one; the oldest first."""
        by_what: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for one in (*self.records, *self.solitary):
            if one.since is not None and one.type not in _SAID_ALREADY:
                place = one.place or "" if one.type == "placement" else ""
                by_what[one.type, place].append(one)
        found = [
            self._spell(kind, place, joined)
            for (kind, place), records in by_what.items()
            for joined in self._joined(records, self._gap(kind))
        ]
        return sorted(found, key=lambda one: (one.since, one.kind))

    def events(self) -> list[Event]:
        """What happened at a moment, the oldest first; plans after it."""
        found = [
            Event(kind=one.type, at=_moment(when), place=one.place or "", planned=one.at is None)
            for one in self.records
            if one.type not in _SAID_ALREADY
            and (when := one.at if one.at is not None else one.planned_at) is not None
        ]
        return sorted(found, key=lambda one: (one.at, one.kind))

    def limits(self) -> list[Limit]:
        """The line at which solitary confinement must end, of each spell that may come so far."""
        rule = self.rule
        if not isinstance(rule, MaxDuration):
            return []
        spells = self._joined(self.solitary, rule.merge_gap)
        ends = [
            (one.start, limit) for one in spells
            if one.end > (limit := rule.limit.after(one.start, one.zone))
        ]  # fmt: skip
        return [
            Limit(since=_moment(start), at=_moment(end), limit=rule.limit) for start, end in ends
        ]

    def _opens(self, kind: str) -> bool:
        known = kinds().get(kind)
        return known is not None and known.compartment in self.readable

    def _solitary(self, known: Sequence[Record]) -> Iterator[Record]:
        """What follows from separation and contact, where both are open."""
        wanted = [
            one for one in rulebook().derivations
            if isinstance(one, SolitaryByLocalDay)
            and self._opens(one.source) and self._opens(one.contact)
        ]  # fmt: skip
        kept = self.archive.kept or frozenset()
        found = derive(known, wanted, archive=self.archive, kept=kept, as_of=self.now)
        return (one for one in found if not one.uncertain)

    def _gap(self, kind: str) -> Duration:
        """Separation joins over cells, orders, prisons and short gaps as the rule says."""
        joins = _LANE_OF.get(kind) == SEPARATION and isinstance(self.rule, MaxDuration)
        return self.rule.merge_gap if joins and isinstance(self.rule, MaxDuration) else ZERO

    def _joined(self, records: Iterable[Record], gap: Duration) -> list[Joined]:
        return join([self._stretch(one) for one in records], gap)

    def _stretch(self, one: Record) -> Stretch:
        assert one.since is not None
        zone = zone_of(one, self.archive.places, self.archive.zone)
        end = OPEN if one.until is None else one.until
        return Stretch(one.since, end, zone, evidence=(one.id,))

    def _spell(self, kind: str, place: str, joined: Joined) -> Spell:
        return Spell(
            lane=_lane(kind), kind=kind, place=place, since=_moment(joined.start),
            until=None if joined.is_open else _moment(joined.end), parts=len(joined.parts),
        )  # fmt: skip


def _lane(kind: str) -> str:
    if kind in _LANE_OF:
        return _LANE_OF[kind]
    known = kinds().get(kind)
    restricts = known is not None and known.compartment in (Compartment.DIS, Compartment.INC)
    return RESTRICTIONS if restricts else OTHER


def _moment(instant: Instant) -> datetime:
    return to_datetime(instant, "UTC")
