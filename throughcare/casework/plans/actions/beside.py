"""Reports that are in the file, and the social worker who cares for ties and rights."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering, parts_of
from throughcare.casework.plans.checks import need_not_before, need_of, need_owner, need_said
from throughcare.casework.plans.errors import NotSaid, WrongState
from throughcare.casework.plans.holding import hold_plan, hold_row
from throughcare.casework.plans.models import Caring, Report
from throughcare.casework.plans.terms import ReportKind
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put


@entering
def file_report(
    *, by: Viewer, at: datetime, person_id: UUID, kind: ReportKind | str, received_at: datetime,
    written_by: str, where: str, health_part: bool = False,
) -> Report:  # fmt: skip
    """Write that a report is in the file, by whom, and where it lies; never what it says.

    Full reports have one of the health staff among them (Mandela Rule 92.2). Raises NotSaid,
    BadMoment, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at)
    need_of(kind, ReportKind.values)
    said = need_said(written_by=written_by, where=where)
    need_past(received_at, at=at)
    if kind == ReportKind.FULL and not health_part:
        raise NotSaid(
            _("full reports have one of the health staff among them"),
            remedy=_("wait for it, or choose another kind of report"),
        )
    row = Report(kind=kind, received_at=received_at, health_part=health_part, **said)
    return put(holding, row, event="plans.report_filed", happened_at=received_at)


@entering
def name_worker(*, by: Viewer, at: datetime, person_id: UUID, account: int | str) -> Caring:
    """Name the social worker of the person, from now on. The one before is ended.

    Raises NoOwner, NotThere, Refused.
    """
    holding = hold_plan(person_id, by=by, at=at)
    member = need_owner(account, at=at)
    running = Caring.objects.filter(
        person__in=parts_of(holding.person.id), stood_until=None, until=None
    )
    for before in running:
        until = max(at, before.since)
        if until > before.since:
            put(
                holding, anew(before, until=until), event="plans.worker_ended", happened_at=at,
                replaces=before,
            )  # fmt: skip
    row = Caring(account=str(member.account), since=at)
    return put(holding, row, event="plans.worker_named", happened_at=at)


@entering
def end_worker(*, by: Viewer, at: datetime, caring_id: UUID, until: datetime) -> Caring:
    """Say until when it was. Raises BadDay, WrongState, NotThere, Refused."""
    holding, row = hold_row(Caring, caring_id, by=by, at=at)
    if row.until is not None:
        raise WrongState(
            _("this is over already"), remedy=_("look at the plan again as it stands now")
        )
    need_past(until, at=at)
    need_not_before(until, row.since, what=_("nobody stops before the beginning"))
    return put(
        holding, anew(row, until=until), event="plans.worker_ended", happened_at=until,
        replaces=row,
    )  # fmt: skip
