"""Every version of every record of the room: what stood when, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.entries import ENTRIES
from throughcare.casework.custody.models import Placement, Proposal
from throughcare.casework.people.doors import record
from throughcare.casework.people.files import ask_about, entering, may_about, parts_of
from throughcare.casework.rows.record import Record
from throughcare.register.queries import reasons_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One row as it was written. `kind` is its name in `entries.ENTRIES`.

    `why`: as the register keeps it. `replaced_by`: the row that took its place. `struck`: it was
    never so. `alone`: one person may strike it out here.
    """

    kind: str
    row: Record
    why: str
    replaced_by: UUID | None
    alone: bool

    @property
    def stands(self) -> bool:
        """Neither replaced nor struck out by the moment of the reading."""
        return self.row.stood_until is None

    @property
    def struck(self) -> bool:
        """Struck out."""
        return self.row.struck_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """All versions the viewer may read, the latest first, and what waits for a second person."""

    versions: Sequence[Version]
    proposals: Sequence[Proposal]
    write: bool


@entering
def earlier_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Earlier:
    """All that was ever recorded of this person here, in the compartments open to the viewer.

    Leaves an entry. Raises access's NotThere or Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    parts = parts_of(person_id)
    versions = [one for kind in ENTRIES for one in _versions(kind, viewer, person_id, parts, at)]
    versions.sort(key=lambda one: (one.row.recorded_at, str(one.row.id)), reverse=True)
    record(
        event="read.earlier", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person_id, compartment=Compartment.ID, content={"versions": len(versions)},
    )  # fmt: skip
    return Earlier(
        versions=versions, proposals=_proposals(parts, at),
        write=may_about(viewer, Act.WRITE, Compartment.ID, person_id, at=at),
    )  # fmt: skip


@entering
def version_of(
    viewer: Viewer, person_id: UUID, kind: str, row_id: UUID, *, at: datetime
) -> Version:
    """One version, for a form about it. Leaves an entry. Raises access's NotThere or Refused."""
    if kind not in ENTRIES:
        raise NotThere
    row = ENTRIES[kind].rows().filter(id=row_id, person__in=parts_of(person_id)).first()
    if row is None:
        raise NotThere
    code = ENTRIES[kind].compartment_of(row)
    leave = ask_about(viewer, Act.READ, code, person_id, at=at)
    record(
        event="read.entry", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person_id, compartment=code, content={"row": row_id},
    )  # fmt: skip
    return _version(kind, row, reasons_of(row._meta.db_table, [str(row.id)]), {})


@entering
def proposals_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> list[Proposal]:
    """What was proposed about this person, decided or waiting, the latest first.

    As known at `known_at`; now where none is given. Leaves an entry. Raises access's NotThere or
    Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    found = _proposals(parts_of(person_id), known_at or at)
    record(
        event="read.proposals", by=viewer, leave=leave, at=at, why="", happened_at=at,
        about=person_id, compartment=Compartment.ID, content={"rows": [one.id for one in found]},
    )  # fmt: skip
    return found


def _proposals(parts: Sequence[UUID], known_at: datetime) -> list[Proposal]:
    rows = Proposal.objects.filter(person__in=parts, proposed_at__lte=known_at)
    found = list(rows.order_by("-proposed_at", "id"))
    for one in found:
        if one.decided_at is not None and one.decided_at > known_at:  # it waited then
            one.decided_by = one.decided_at = one.agreed = one.decided_why = None
    return found


def _versions(
    kind: str, viewer: Viewer, person_id: UUID, parts: Sequence[UUID], at: datetime
) -> list[Version]:
    entry = ENTRIES[kind]
    rows = entry.rows().filter(person__in=parts, recorded_at__lte=at)
    if entry.model is Placement:
        rows = rows.select_related("place", "bed")
    codes = {code: may_about(viewer, Act.READ, code, person_id, at=at) for code in Compartment}
    found = [row for row in rows if codes[entry.compartment_of(row)]]
    whys = reasons_of(entry.model._meta.db_table, [str(row.id) for row in found])
    after = {row.replaces_id: row.id for row in found if row.replaces_id}
    return [_version(kind, row, whys, after) for row in found]


def _version(
    kind: str, row: Any, whys: Mapping[str, str], after: Mapping[UUID, UUID]
) -> Version:  # fmt: skip
    return Version(
        kind=kind, row=row, why=whys.get(str(row.id), ""), replaced_by=after.get(row.id),
        alone=ENTRIES[kind].alone,
    )  # fmt: skip
