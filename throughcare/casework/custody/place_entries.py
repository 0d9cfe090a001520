"""How a change of a place, a bed or a count is entered: it is about nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadPlacing
from throughcare.casework.people import doors
from throughcare.casework.people.rows import content_of, table_of
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """A place that is locked for one change: by whom, when, why, in which role."""

    place: Place
    by: Viewer
    at: datetime
    why: str
    leave: Leave

    def enter(self, event: str, row: models.Model, *, happened_at: datetime | None = None) -> None:
        """Write the register entry of a row, as it is now."""
        doors.record(
            event=event, by=self.by, leave=self.leave, at=self.at, why=self.why,
            happened_at=happened_at or self.at, about=None, compartment=Compartment.ID,
            table=table_of(row), row=str(row.pk), content=content_of(row),
        )  # fmt: skip


def ask_at(viewer: Viewer, act: Act, path: str, *, at: datetime) -> Leave:
    """May the viewer do this with the places of the prison? Raises NotThere, Refused, BadPlace."""
    where = Subject(None, establishment_of(path))
    return gate.ask(viewer, act, Compartment.ID, where, at=at)


def keep(*, path: str, act: Act, by: Viewer, at: datetime, why: str) -> Keeping:
    """Lock a place in use, and ask. Raises NotThere, also for a place that is not in the tree."""
    leave = ask_at(by, act, path, at=at)
    place = Place.objects.select_for_update().filter(path=path).first()
    if place is None:
        raise NotThere
    if place.used_until is not None and place.used_until <= at:
        raise BadPlacing(
            _("%(place)s is closed") % {"place": path}, remedy=_("choose a place that is in use")
        )
    return Keeping(place=place, by=by, at=at, why=why.strip(), leave=leave)


def need_words(why: str) -> None:
    """Raises BadPlacing where no reason was written."""
    if not why.strip():
        raise BadPlacing(
            _("a place is changed for a reason, and none was written"),
            remedy=_("write in a sentence why; it stands in the register"),
        )
