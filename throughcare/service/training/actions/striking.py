"""To strike out a posting or a supervision: it never was so."""

from __future__ import annotations

from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.asked import need_reason
from throughcare.access.errors import Already, NotThere
from throughcare.access.question import Viewer
from throughcare.service.training.models import Posting, Supervision
from throughcare.service.training.models.striking import STRUCK
from throughcare.service.training.office import directing_house

R = TypeVar("R", Posting, Supervision)
_EVENTS: Final = {
    Posting: "training.posting_struck_out", Supervision: "training.supervision_struck_out",
}  # fmt: skip


@transaction.atomic
def strike_posting(*, by: Viewer, at: datetime, posting_id: UUID, why: str) -> Posting:
    """By the director there. It stays in the register, and counts for nothing.

    Raises NoReason, Already, NotThere, Refused.
    """
    return _strike(Posting, by, at, posting_id, why)


@transaction.atomic
def strike_supervision(*, by: Viewer, at: datetime, supervision_id: UUID, why: str) -> Supervision:
    """As `strike_posting`."""
    return _strike(Supervision, by, at, supervision_id, why)


def _strike(model: type[R], by: Viewer, at: datetime, row_id: UUID, why: str) -> R:
    found = model._default_manager.select_related("account").filter(id=row_id).first()
    if found is None:
        raise NotThere
    me = directing_house(by, at=at, account=found.account, establishment=found.establishment)
    need_reason(why)
    found.refresh_from_db()
    if found.struck_at is not None:
        raise Already(_("it was struck out already"), remedy=_("nothing is left to do"))
    # Of two that wait for one human being the later may get the lock first.
    found.struck_at = max(at, found.recorded_at)
    found.struck_by, found.struck_why = str(by.account), why.strip()
    found.save(update_fields=[*STRUCK])
    me.enter(_EVENTS[model], found, why=why.strip())
    return found
