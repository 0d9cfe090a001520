"""That a note of health staff came, and what was offered since."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.writing import put
from throughcare.casework.work.errors import BadWork
from throughcare.casework.work.holding import hold_work, told
from throughcare.casework.work.models import Fitness, Offer
from throughcare.casework.work.terms import Answer, OfferKind, Willing


@entering
def note_fitness(
    *, by: Viewer, at: datetime, person_id: UUID, noted_at: datetime, fit: bool, willing: str
) -> Fitness:  # fmt: skip
    """Write down that the note of health staff came: fit for work or not, and nothing else of it.

    Raises BadWork, NotInCustody, BadMoment, NotThere, Refused.
    """
    holding = hold_work(person_id, by=by, at=at)
    need_past(noted_at, at=at)
    if willing not in Willing.values:
        raise BadWork(
            _("it is not said whether the person wishes to work"),
            remedy=_("choose one of the list; not asked is an answer"),
        )
    with told():
        return put(
            holding, Fitness(at=noted_at, fit=fit, willing=willing), event="work.fitness_noted",
            happened_at=noted_at,
        )  # fmt: skip


@entering
def offer_work(
    *, by: Viewer, at: datetime, person_id: UUID, offered_at: datetime, kind: str, what: str,
    answer: str,
) -> Offer:  # fmt: skip
    """Write down that work or a programme was offered, and the answer. Nobody has to accept.

    Raises BadWork, NotInCustody, BadMoment, NotThere, Refused.
    """
    holding = hold_work(person_id, by=by, at=at)
    need_past(offered_at, at=at)
    if kind not in OfferKind.values or answer not in Answer.values or not what.strip():
        raise BadWork(
            _("it is not said what was offered and what the person answered"),
            remedy=_("write what it was, and choose from both lists"),
        )
    row = Offer(at=offered_at, kind=kind, what=what.strip(), answer=answer)
    with told():
        return put(holding, row, event="work.offered", happened_at=offered_at)
