"""The separation that runs, and the rows of one file that a form is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.casework.people.queries import File
from throughcare.casework.safety import queries
from throughcare.casework.safety.order_words import words_of
from throughcare.web.custody.deeds import Stands
from throughcare.web.duties.words import moment_words as day_words
from throughcare.web.request import Request
from throughcare.web.safety.separation.order_forms import kind_words


def local(at: datetime | None) -> datetime | None:
    """By the clock on the wall, for a field."""
    return timezone.localtime(at) if at else None


def running(request: Request, file: File, row_id: UUID | None) -> Stands:
    """The spell that runs. Raises NotThere for another one, and where none runs."""
    counter = queries.counter_of(request.viewer, file.id, at=request.at)
    if counter is None or not counter.runs or row_id not in (None, counter.separation_id):
        raise NotThere
    return Stands(
        beside=(
            (_("Separated"), _("day %(day)s, counted from %(since)s")
             % {"day": counter.full_days + 1, "since": day_words(counter.since)}),
            (_("Must end by"), day_words(counter.limit_at)),
            (_("How the person is kept apart"), kind_words(counter.kind)),
        )
    )  # fmt: skip


def spell_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A spell of this file, whether it runs or not."""
    register = queries.separations_of(request.viewer, file.id, at=request.at)
    row = next((one.row for one in register.spells if one.row.spell == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=((_("Separated since"), day_words(row.since)),
                (_("How the person is kept apart"), kind_words(row.kind))),
        initial={"kind": row.kind, "since": local(row.since), "until": local(row.until)},
    )  # fmt: skip


def order_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    """An order of this file as it stands, to be told of or corrected."""
    register = queries.separations_of(request.viewer, file.id, at=request.at)
    orders = [order for spell in register.spells for order in spell.orders]
    row = next((one for one in orders if one.id == row_id), None)
    if row is None:
        raise NotThere
    words = words_of(row)
    initial: dict[str, Any] = {
        name: local(value) if isinstance(value, datetime) else value
        for name in words.__dataclass_fields__
        for value in (getattr(words, name),)
    }  # fmt: skip
    return Stands(
        beside=((_("Order of"), day_words(row.made_at)), (_("Ground"), row.get_ground_display()),
                (_("Reasons"), row.reasons)),
        initial=initial,
    )  # fmt: skip


def advice_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    """Advice of health staff that is to be answered."""
    register = queries.separations_of(request.viewer, file.id, at=request.at)
    row = next((one.row for one in register.advice if one.row.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=((_("Advice of"), day_words(row.at)), (_("Advice"), row.get_advice_display()),
                (_("What must change"), row.measures), (_("Who advises"), row.said_by)),
    )  # fmt: skip


def conflict_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    """Two entries that say different hours."""
    register = queries.separations_of(request.viewer, file.id, at=request.at)
    row = next((one for one in register.conflicts if one.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=(
            (_("The later entry says"), row.get_entry_display()),
            (_("Since when"), day_words(row.since)), (_("Until when"), day_words(row.until)),
        )
    )  # fmt: skip


def state_row(request: Request, file: File, row_id: UUID | None) -> Stands:
    """A state of health of this file."""
    health = queries.health_in_separation(request.viewer, file.id, at=request.at)
    row = next((one for one in health.states if one.id == row_id), None)
    if row is None:
        raise NotThere
    return Stands(
        beside=((_("State of health"), row.get_kind_display()),
                (_("Since when"), day_words(row.since))),
    )  # fmt: skip
