"""An item of somebody's file, held for a change."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence.errors import Over
from throughcare.casework.intelligence.models import Report, Sealed
from throughcare.casework.intelligence.writing import enter
from throughcare.casework.people.files import Holding, hold


def hold_item(item: UUID, *, by: Viewer, at: datetime) -> tuple[Holding, Report]:
    """Lock the file that the item is about; its report as it stands. NotThere, Refused, Over."""
    found = Report.objects.filter(first=item).first()
    if found is None:
        raise NotThere
    holding = hold(
        person_id=found.person_id, act=Act.WRITE, compartment=Compartment.INT, by=by, at=at, why=""
    )
    row = Report.objects.filter(first=item, stood_until=None).first()
    if row is None or row.state != "live" or row.expires_at <= at:
        raise Over(
            _("this report has ended, and nothing is left of it"),
            remedy=_("go back to the list"),
        )
    return holding, row


def destroy(holding: Holding, words: Sealed, how: str) -> None:
    """Put nothing in the place of the words; the entry says that it was so, without content."""
    if words.destroyed_at is not None:
        return
    words.words, words.source_kind = "", ""
    words.destroyed_at, words.destroyed_how = holding.at, how
    words.save(update_fields=["words", "source_kind", "destroyed_at", "destroyed_how"])
    enter(holding, "intelligence.destroyed", words)
