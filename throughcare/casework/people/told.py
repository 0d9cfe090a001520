"""What the engine is told of many people's identity, in every version: who knew what, and when.

A fact stands in [recorded_at, gone_at): until it is struck out or another takes its place. Behind
the wall; asks nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from standards.records import Person as Known
from throughcare.casework.people.kinds import Kind, Standing
from throughcare.casework.people.models import Fact, Merge, Person
from throughcare.kernel.partial_dates import Precision, parse

NOT_KNOWN = "unknown"
# So many files are read at once; more of them through a cursor, which asks twice and holds less.
FEW = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A fact in one version. `entered` says when each field of it was first filled."""

    id: UUID
    kind: str
    value: Mapping[str, object]
    verified: bool
    recorded_at: datetime
    entered: Mapping[str, datetime]
    gone_at: datetime | None
    made_in: int

    def stands(self, at: datetime) -> bool:
        """Whether the fact was known, and not yet replaced, at the moment."""
        return self.recorded_at <= at and (self.gone_at is None or at < self.gone_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Birth date and sex as the rules know them. None is not known."""

    born: date | None = None
    born_is_latest: bool = False
    sex: str | None = None

    def known(self, whole: UUID, zone: str | None) -> Known:
        """The same for the engine."""
        return Known(
            id=str(whole), birth_date=self.born, birth_date_is_latest=self.born_is_latest,
            sex=self.sex, zone=zone,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A whole file: when it was opened, where it is held, and all that was ever said in it."""

    whole: UUID
    opened_at: datetime
    held_at: str | None
    said: Sequence[Said] = field(default_factory=tuple)

    def of_kind(self, kind: Kind) -> list[Said]:
        """Every version of the facts of a kind, in the order of their entry."""
        return [one for one in self.said if one.kind == kind]

    def identity(self, at: datetime) -> Identity:
        """As known at a moment. Of several facts a verified one counts, then the latest."""
        born, sex = self._best(Kind.BIRTH_DATE, at), self._best(Kind.SEX, at)
        day = parse(str(born.value["date"])) if born else None
        said = str(sex.value["sex"]) if sex else None
        return Identity(
            born=day.latest if day else None,
            born_is_latest=bool(day and day.precision in (Precision.MONTH, Precision.YEAR)),
            sex=None if said == NOT_KNOWN else said,
        )

    def spans(self) -> list[tuple[datetime, datetime | None, Identity]]:
        """Since when until when which identity was known; neighbours that say the same are one."""
        turns = {self.opened_at}
        for one in self.said:
            if one.kind in (Kind.BIRTH_DATE, Kind.SEX):
                turns |= {one.recorded_at} | ({one.gone_at} if one.gone_at else set())
        found: list[tuple[datetime, datetime | None, Identity]] = []
        for since in sorted(turns):
            known = self.identity(since)
            if found and found[-1][2] == known:
                continue
            if found:
                found[-1] = (found[-1][0], since, found[-1][2])
            found.append((since, None, known))
        return found

    def _best(self, kind: Kind, at: datetime) -> Said | None:
        return max(
            (one for one in self.of_kind(kind) if one.stands(at)),
            key=lambda one: (one.verified, one.recorded_at, one.made_in),
            default=None,
        )


def whole_files() -> list[UUID]:
    """Every file that stands for itself, in the order of the ids. As the owner of the tables."""
    merged = Merge.objects.filter(undone_at=None).values("merged")
    return list(Person.objects.exclude(id__in=merged).order_by("id").values_list("id", flat=True))


def histories_of(parts: Mapping[UUID, UUID]) -> dict[UUID, History]:
    """The histories of whole files, from their parts (part to whole), in two queries."""
    said: dict[UUID, list[Said]] = defaultdict(list)
    for part, facts in _facts_by_part(list(parts)).items():
        said[parts[part]] += _versions(facts)
    files = Person.objects.filter(id__in=list(parts)).order_by("opened_at", "id")
    by_id = {one.id: one for one in files}
    # A file that was joined to another was opened when the first of the two was.
    opened: dict[UUID, datetime] = {}
    for one in files:
        opened.setdefault(parts[one.id], one.opened_at)
    return {
        whole: History(
            whole=whole, opened_at=moment, held_at=by_id[whole].held_at if whole in by_id else None,
            said=tuple(sorted(said[whole], key=lambda one: (one.recorded_at, one.made_in))),
        )
        for whole, moment in opened.items()
    }  # fmt: skip


def _facts_by_part(parts: Sequence[UUID]) -> dict[UUID, list[Fact]]:
    found: dict[UUID, list[Fact]] = defaultdict(list)
    asked = Fact.objects.filter(person__in=parts).exclude(kind=Kind.PHOTO)
    asked = asked.order_by("recorded_at", "made_in")
    for fact in asked if len(parts) <= FEW else asked.iterator(chunk_size=10_000):
        found[fact.person_id].append(fact)
    return found


def _versions(facts: Sequence[Fact]) -> list[Said]:
    """Each fact with the entry of its fields and its end, from the chain it stands in."""
    followed = {fact.supersedes_id: fact.recorded_at for fact in facts if fact.supersedes_id}
    entered: dict[UUID, dict[str, datetime]] = {}
    versions = []
    for fact in facts:  # in the order of entry, so that the one before is there
        before = entered.get(fact.supersedes_id, {}) if fact.supersedes_id else {}
        entered[fact.id] = {
            name: before.get(name, fact.recorded_at)
            for name, value in fact.value.items()
            if value not in (None, "", NOT_KNOWN)
        }
        ends = [at for at in (fact.voided_at, followed.get(fact.id)) if at is not None]
        versions.append(
            Said(
                id=fact.id, kind=fact.kind, value=fact.value,
                verified=fact.standing == Standing.VERIFIED, recorded_at=fact.recorded_at,
                entered=entered[fact.id], gone_at=min(ends, default=None), made_in=fact.made_in,
            )
        )  # fmt: skip
    return versions
