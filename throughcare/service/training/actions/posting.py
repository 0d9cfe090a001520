"""To write down that somebody works in a unit of a kind, and that it ended."""

from __future__ import annotations

import os
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from throughcare.access.errors import Already, NotThere
from throughcare.access.queries import Account
from throughcare.access.question import Viewer
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id
from throughcare.service.training.errors import BadDay, BadEnd, NotSaid
from throughcare.service.training.models import Posting
from throughcare.service.training.office import directing_at, directing_house
from throughcare.service.training.units import UnitKind


@transaction.atomic
def post_to_unit(
    *, by: Viewer, at: datetime, account: Account, establishment: str, unit_kind: str,
    since: date, until: date | None = None,
) -> Posting:  # fmt: skip
    """Write down that a member of staff works in a unit of a kind, from a day on.

    By the director of the establishment, where the person holds a post, never of oneself. `until`
    is the first day on which it holds no more. Raises NotSaid, BadDay, Already, NotThere, Refused.
    """
    me = directing_at(by, at=at, account=account, establishment=establishment)
    if unit_kind not in UnitKind.values:
        raise NotSaid(_("this is no unit of the list"), remedy=_("choose one of the list"))
    if until is not None and until <= since:
        raise BadDay(
            _("the posting would end before it begins"),
            remedy=_("choose a later end, or leave it empty"),
        )
    if _meanwhile(account, establishment, unit_kind, since, until):
        raise Already(
            _("this person is posted to such a unit in that time already"),
            remedy=_("end that posting first, or choose other days"),
        )
    row = Posting(
        id=sortable_id(me.at, os.urandom(RANDOM_BYTES)), account=account, since=since, until=until,
        establishment=establishment, unit_kind=unit_kind, recorded_at=me.at,
        recorded_by=str(by.account),
    )  # fmt: skip
    row.save(force_insert=True)
    me.enter("training.posted", row)
    return row


@transaction.atomic
def end_posting(*, by: Viewer, at: datetime, posting_id: UUID, ended_on: date) -> Posting:
    """Say on which day a posting holds no more, earlier than was written. Once.

    By the director there; it may lie in time to come. Raises BadEnd, Already, NotThere, Refused.
    """
    found = Posting.objects.select_related("account").filter(id=posting_id, struck_at=None).first()
    if found is None:
        raise NotThere
    me = directing_house(by, at=at, account=found.account, establishment=found.establishment)
    found.refresh_from_db()  # somebody may have ended it before the lock was ours
    if found.struck_at is not None:
        raise NotThere
    if found.ended_at is not None:
        raise Already(
            _("an end of this posting is written down already"),
            remedy=_("strike the posting out and write it anew, if the end is wrong"),
        )
    if ended_on <= found.since or (found.until is not None and ended_on >= found.until):
        raise BadEnd(
            _("the posting would not end between its first day and the end that is written"),
            remedy=_("look at the day; what never was so is struck out"),
        )
    found.ended_on, found.ended_by = ended_on, str(by.account)
    found.ended_at = max(at, found.recorded_at)
    found.save(update_fields=["ended_on", "ended_at", "ended_by"])
    me.enter("training.posting_ended", found)
    return found


def _meanwhile(
    account: Account, establishment: str, unit_kind: str, since: date, until: date | None
) -> bool:
    """Whether the same human being is posted to such a unit there on one of those days."""
    rows = Posting.objects.alias(over=Coalesce("ended_on", "until")).filter(
        Q(over=None) | Q(over__gt=since), account__holder=account.holder,
        establishment=establishment, unit_kind=unit_kind, struck_at=None,
    )  # fmt: skip
    return (rows if until is None else rows.filter(since__lt=until)).exists()
