"""The desk of the office: what is to be looked at again, by when, and what the rules say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from standards.findings import Status
from standards.instants import to_datetime
from throughcare.access.errors import NotThere
from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.intelligence.grades import never_kinds
from throughcare.casework.intelligence.models import Report, Sealed
from throughcare.casework.intelligence.queries.queue import opens_office
from throughcare.casework.intelligence.ruled import Told, judged
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import entering, whole_by_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A report that lives, and what the rules say of it.

    `rule`, `status`: the finding that matters most; `due_at`: by when the rule wants a review, or
    wanted it.
    """

    item: UUID
    person_id: UUID
    written_at: datetime
    review_at: datetime
    expires_at: datetime
    rule: str = ""
    status: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The reports within reach, the most urgent on top. `kept`: rules without a breach."""

    rows: Sequence[Due]
    kept: Sequence[str]


_ORDER = (Status.BREACHED, Status.DUE)


@entering
def desk_of(viewer: Viewer, *, at: datetime) -> Desk:
    """The desk, without any words of a report. For the office. Raises NotThere."""
    leave = standing(viewer, at=at)
    if not opens_office(viewer, at=at):
        raise NotThere
    told = _told(at)
    standing_rows = {row.first: row for row in _rows(at)}
    findings = judged(told, zone=str(zone_of(leave.place)), at=at)
    by_item = defaultdict[str, list[tuple[str, Status, datetime | None]]](list)
    zone = str(zone_of(leave.place))
    for one in findings:
        late = one.status == Status.BREACHED
        if late and one.until is not None:
            continue  # it was late once, and has been looked at since
        by = one.since if late else one.until
        when = to_datetime(by, zone) if by is not None else None
        by_item[one.key or ""].append((one.rule, one.status, when))
    rows = [_due(one, standing_rows[one.item], by_item) for one in told]
    rows.sort(key=lambda one: (one.due_at or one.review_at, one.item))
    enter_reading(
        "read.desk", viewer, leave.role, leave.place, {"rows": [one.item for one in rows]}, at=at
    )
    broken = {one.rule for one in rows if one.status == Status.BREACHED}
    return Desk(rows=rows, kept=[rule for rule in ("vep-14", "vep-15") if rule not in broken])


def _rows(at: datetime) -> list[Report]:
    return list(
        Report.objects.filter(
            stood_until=None, state="live", expires_at__gt=at, recorded_at__lte=at
        ).order_by("first")
    )


def _told(at: datetime) -> list[Told]:
    rows = _rows(at)
    items = [row.first for row in rows]
    kinds = dict(Sealed.objects.filter(id__in=items).values_list("id", "source_kind"))
    begun = dict(Report.objects.filter(id__in=items).values_list("id", "recorded_at"))
    reviews = defaultdict[UUID, list[datetime]](list)
    later = Sealed.objects.filter(item__in=items, kind="review", recorded_at__lte=at)
    for item, when in later.values_list("item", "recorded_at").order_by("recorded_at"):
        reviews[item].append(when)
    wholes = whole_by_part({row.person_id for row in rows})
    return [
        Told(
            item=row.first, who=wholes.get(row.person_id, row.person_id), since=begun[row.first],
            until=row.expires_at, confidential=kinds.get(row.first) in never_kinds(),
            reviews=reviews[row.first],
        )
        for row in rows
    ]  # fmt: skip


def _due(
    one: Told, row: Report,
    findings: Mapping[str, Sequence[tuple[str, Status, datetime | None]]],
) -> Due:  # fmt: skip
    found = [said for status in _ORDER for said in findings[str(one.item)] if said[1] == status]
    rule, status, until = found[0] if found else ("", "", None)
    return Due(
        item=one.item, person_id=one.who, written_at=one.since, review_at=row.review_at,
        expires_at=one.until, rule=rule, status=str(status), due_at=until,
    )  # fmt: skip
