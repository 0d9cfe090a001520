"""To write down that members of staff had supervision or a debriefing together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.errors import Already
from throughcare.access.queries import Account
from throughcare.access.question import Viewer
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id
from throughcare.service.training.errors import BadDay, NotSaid
from throughcare.service.training.models import Supervision
from throughcare.service.training.office import directing_at
from throughcare.service.training.units import Meeting
from throughcare.service.training.validity import day_of


@transaction.atomic
def record_supervision(
    *, by: Viewer, at: datetime, accounts: Sequence[Account], establishment: str, meeting: str,
    held_on: date, led_by: str,
) -> list[Supervision]:  # fmt: skip
    """Write down who took part on a day, a row for each. Nothing of what was said is kept.

    By the director of the establishment, where each holds a post; nobody writes down the own. All
    are written or none. Raises NotSaid, BadDay, Already, NotThere, Refused.
    """
    if not accounts:
        raise NotSaid(_("nobody is named who took part"), remedy=_("choose who was there"))
    # In one order, so that two directors who write at once do not wait for each other.
    return [
        _one(by, at, account, establishment, meeting, held_on, led_by)
        for account in sorted(accounts, key=lambda one: one.pk)
    ]


def _one(
    by: Viewer, at: datetime, account: Account, establishment: str, meeting: str, held_on: date,
    led_by: str,
) -> Supervision:  # fmt: skip
    me = directing_at(by, at=at, account=account, establishment=establishment)
    if meeting not in Meeting.values:
        raise NotSaid(_("this is no meeting of the list"), remedy=_("choose one of the list"))
    if not led_by.strip():
        raise NotSaid(_("nobody is named who led it"), remedy=_("write who led it"))
    if held_on > day_of(me.at):
        raise BadDay(
            _("this day has not come yet"), remedy=_("write down what was held, once it was")
        )
    same = Supervision.objects.filter(
        account__holder=account.holder, meeting=meeting, held_on=held_on, struck_at=None
    )
    if same.exists():
        raise Already(_("this is written down already"), remedy=_("nothing is left to do"))
    row = Supervision(
        id=sortable_id(me.at, os.urandom(RANDOM_BYTES)), account=account, meeting=meeting,
        establishment=establishment, held_on=held_on, led_by=led_by.strip(), recorded_at=me.at,
        recorded_by=str(by.account),
    )  # fmt: skip
    row.save(force_insert=True)
    me.enter("training.supervision_recorded", row)
    return row
