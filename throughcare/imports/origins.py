"""To keep where a row of another register went, and to know it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, entering, fresh_id, hold
from throughcare.imports.models import Origin
from throughcare.imports.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """From which register, file and part of the mapping the rows come."""

    source: str
    part: str
    file: str
    sha256: str
    known_by: str

    @property
    def why(self) -> str:
        """The reason that stands in the register beside each change."""
        return f"taken over from {self.file} (SHA-256 {self.sha256})"


@dataclass(frozen=True, slots=True)
class Known:
    """A row that was taken over before: `wrote` has for each slot the row's id and what it said."""

    id: UUID
    part: str
    key: str
    person_key: str
    person: UUID
    digest: str
    wrote: dict[str, Any]
    row: int
    file: str


@entering
def keep_origin(
    *, by: Viewer, at: datetime, person_id: UUID, where: Where, said: Said, wrote: dict[str, Any],
    replaces: UUID | None = None,
) -> Known:  # fmt: skip
    """Write where a row went, in place of what was kept of it before. Raises NotThere, Refused."""
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at,
        why=where.why,
    )  # fmt: skip
    return put_origin(holding, where=where, said=said, wrote=wrote, replaces=replaces)


def put_origin(
    holding: Holding, *, where: Where, said: Said, wrote: dict[str, Any],
    replaces: UUID | None = None,
) -> Known:  # fmt: skip
    """`keep_origin` under a holding, within the transaction and behind the wall of the caller."""
    by, at = holding.by, holding.at
    if replaces is not None:
        before = Origin.objects.get(id=replaces)
        before.stood_until = at
        before.save(update_fields=["stood_until"])
        holding.enter("imports.origin_replaced", before)
    origin = Origin(
        id=fresh_id(at), person_id=holding.person.id, source=where.source, part=where.part,
        key=said.key, person_key=said.person_key, digest=said.digest(), wrote=wrote,
        file=where.file, file_sha256=where.sha256, row=said.row, recorded_at=at,
        recorded_by=str(by.account), replaces_id=replaces,
    )  # fmt: skip
    holding.put(origin)
    holding.enter("imports.row_taken_over", origin)
    return _known(origin)


@entering
def known_rows(viewer: Viewer, source: str, *, at: datetime) -> list[Known]:
    """The rows of a register that were taken over, as far as the viewer reaches their files.

    For the import itself, which shows none of it: each row that it shows was in the file.
    """
    standing = Origin.objects.filter(source=source, stood_until=None, recorded_at__lte=at)
    return [_known(one) for one in standing.order_by("recorded_at", "row").iterator(2000)]


def _known(one: Origin) -> Known:
    return Known(
        one.id, one.part, one.key, one.person_key, one.person_id, one.digest, one.wrote, one.row,
        one.file,
    )  # fmt: skip
