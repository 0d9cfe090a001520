"""To write down that somebody passed a course, or a booster of it."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import Acting
from throughcare.access.errors import Already, NotThere
from throughcare.access.queries import Account
from throughcare.access.question import Viewer
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id
from throughcare.service.training.courses import ASSESSOR, courses
from throughcare.service.training.errors import BadDay, Lapsed, NotSaid, TooLong
from throughcare.service.training.models import Certificate, Kind
from throughcare.service.training.office import directing
from throughcare.service.training.standing import days_with_boosters
from throughcare.service.training.validity import day_of


@transaction.atomic
def record_certificate(
    *, by: Viewer, at: datetime, account: Account, topic: str, passed_on: date, issued_by: str,
    tool: str = "", valid_until: date | None = None, valid_days: int | None = None,
) -> Certificate:  # fmt: skip
    """Write down what a member of staff passed. By a director where the person holds a post.

    `valid_days`: for how long the file of the tool lets it hold; otherwise the course says it.
    `valid_until`, the first day on which it holds no more, may be earlier than that, never later.
    Raises NotSaid, BadDay, TooLong, Already, NotThere, Refused.
    """
    me = directing(by, at=at, account=account)
    _need_of_the_list(topic, tool)
    row = Certificate(kind=Kind.CERTIFICATE, account=account, topic=topic, tool=tool.strip())
    _fill_days(row, me, passed_on, valid_until, valid_days)
    same = Certificate.objects.filter(
        account__holder=account.holder, kind=row.kind, topic=topic, tool=row.tool,
        passed_on=passed_on, withdrawn_at=None,
    )  # fmt: skip
    if same.exists():
        raise _already()
    return _put(me, row, issued_by, "training.certificate_recorded")


@transaction.atomic
def record_booster(
    *, by: Viewer, at: datetime, certificate_id: UUID, passed_on: date, issued_by: str,
    valid_until: date | None = None, valid_days: int | None = None,
) -> Certificate:  # fmt: skip
    """Write down a booster, which makes a certificate hold longer if it held on that day.

    As `record_certificate`. Raises Lapsed, and Already for one that was withdrawn, besides.
    """
    rows = Certificate.objects.select_related("account")
    found = rows.filter(id=certificate_id, kind=Kind.CERTIFICATE).first()
    me = directing(by, at=at, account=found.account if found else None)
    if found is None:
        raise NotThere
    found.refresh_from_db()  # somebody may have withdrawn it before the lock was ours
    if found.withdrawn_at is not None:
        raise Already(_("this certificate was withdrawn"), remedy=_("write down a new one"))
    row = Certificate(
        kind=Kind.BOOSTER, certificate=found, account=found.account, topic=found.topic,
        tool=found.tool,
    )  # fmt: skip
    _fill_days(row, me, passed_on, valid_until, valid_days)
    if not days_with_boosters(found, found.boosters.filter(withdrawn_at=None)).holds(passed_on):
        raise Lapsed(
            _("the certificate did not hold on that day, so nothing can be made longer"),
            remedy=_("look at the day; what has lapsed is passed anew and written as a new one"),
        )
    if found.boosters.filter(passed_on=passed_on, withdrawn_at=None).exists():
        raise _already()
    return _put(me, row, issued_by, "training.booster_recorded")


def _need_of_the_list(topic: str, tool: str) -> None:
    if topic not in courses():
        raise NotSaid(_("this is no course of the list"), remedy=_("choose one of the list"))
    if topic == ASSESSOR and not tool.strip():
        raise NotSaid(
            _("an assessor is certified for one tool, and none is named"),
            remedy=_("choose the tool that stands on the certificate"),
        )
    if topic != ASSESSOR and tool.strip():
        raise NotSaid(
            _("only an assessor is certified for a tool"), remedy=_("leave the tool empty")
        )


def _fill_days(
    row: Certificate, me: Acting, passed_on: date, valid_until: date | None, valid_days: int | None
) -> None:
    """Put the two days into the row. Raises BadDay, TooLong."""
    if passed_on > day_of(me.at):
        raise BadDay(
            _("this day has not come yet"), remedy=_("write down what was passed, once it was")
        )
    course = courses().get(row.topic)
    days = valid_days or (course.valid.days if course else 0)
    longest = passed_on + timedelta(days=days)
    row.passed_on, row.valid_until = passed_on, valid_until or longest
    if row.valid_until <= passed_on:
        raise BadDay(
            _("the end is not after the day it was passed"),
            remedy=_("choose a later end, or leave it empty"),
        )
    if row.valid_until > longest:
        raise TooLong(
            _("it would hold longer than the %(days)s days that are set for it") % {"days": days},
            remedy=_("choose an earlier end, or leave it empty"),
        )


def _put(me: Acting, row: Certificate, issued_by: str, event: str) -> Certificate:
    if not issued_by.strip():
        raise NotSaid(
            _("nobody is named who issued it"), remedy=_("write the school or the trainer")
        )
    row.id = sortable_id(me.at, os.urandom(RANDOM_BYTES))
    row.issued_by = issued_by.strip()
    row.recorded_at, row.recorded_by = me.at, str(me.viewer.account)
    row.save(force_insert=True)
    me.enter(event, row)
    return row


def _already() -> Already:
    return Already(_("this is written down already"), remedy=_("nothing is left to do"))
