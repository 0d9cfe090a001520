"""What the person says to the plan: own words, by an own account or written down by staff."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.plans.checks import need_of, need_said
from throughcare.casework.plans.errors import NotSaid
from throughcare.casework.plans.holding import hold_for_own_words, is_own
from throughcare.casework.plans.models import Plan, Said
from throughcare.casework.plans.terms import SaidKind
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.writing import put


@entering
def say(
    *, by: Viewer, at: datetime, person_id: UUID, kind: SaidKind | str, words: str,
    plan_id: UUID | None = None,
) -> Said:  # fmt: skip
    """Write the person's own words: a goal to propose, a comment, that the person disagrees.

    Without a plan only a proposal. Raises NotSaid, TooMuchSaid, NotThere, Refused.
    """
    holding = hold_for_own_words(person_id, by=by, at=at)
    need_of(kind, SaidKind.values)
    said = need_said(words=words)
    about = own_row(holding, Plan, plan_id).first if plan_id is not None else None
    if about is None and kind != SaidKind.PROPOSAL:
        raise NotSaid(
            _("there is no plan yet to say something about"), remedy=_("propose a goal instead")
        )
    row = Said(plan_id=about, kind=kind, own_hand=is_own(holding), said_at=at, **said)
    return put(holding, row, event="plans.said", happened_at=at)
