"""To withdraw a certificate or a booster: it was a mistake, or it was taken away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.asked import need_reason
from throughcare.access.errors import Already, NotThere
from throughcare.access.question import Viewer
from throughcare.service.training.models import Certificate
from throughcare.service.training.office import directing


@transaction.atomic
def withdraw_certificate(
    *, by: Viewer, at: datetime, certificate_id: UUID, why: str
) -> Certificate:
    """From this moment it counts no more, nor do its boosters. What was done before was allowed.

    By a director where the person holds a post, never one's own. It stays readable, and is not
    taken back: what was withdrawn by mistake is written down anew. Raises NoReason, Already,
    NotThere, Refused.
    """
    found = Certificate.objects.select_related("account").filter(id=certificate_id).first()
    me = directing(by, at=at, account=found.account if found else None)
    if found is None:
        raise NotThere
    need_reason(why)
    found.refresh_from_db()
    if found.withdrawn_at is not None:
        raise Already(_("it was withdrawn already"), remedy=_("nothing is left to do"))
    # Of two that wait for one human being the later may get the lock first.
    found.withdrawn_at = max(at, found.recorded_at)
    found.withdrawn_by, found.withdrawn_why = str(by.account), why.strip()
    found.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    me.enter("training.certificate_withdrawn", found, why=why.strip())
    return found
