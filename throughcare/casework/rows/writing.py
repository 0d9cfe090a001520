"""How a row is put down, replaced or struck out: with its entry, and what stood stays readable."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.utils.translation import gettext as _

from throughcare.casework.people.files import Holding, fresh_id
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)


def put(
    holding: Holding, row: R, *, event: str, happened_at: datetime, replaces: R | None = None
) -> R:
    """Write a new row under the lock of the file, in place of another where one is given.

    Fills person, author and time, and the id where the row has none. Raises AlreadyReplaced for
    a row that no longer stands.
    """
    if replaces is not None:
        _end(holding, replaces)
    row.id = row.id or fresh_id(holding.at)
    row.person_id = holding.person.id if replaces is None else replaces.person_id
    row.recorded_at, row.recorded_by = holding.at, str(holding.by.account)
    row.replaces = replaces
    holding.put(row)
    holding.enter(event, row, happened_at=min(happened_at, holding.at))
    return row


def strike_out(holding: Holding, row: R) -> R:
    """Say that a row was never so, with the holding's reason. Raises AlreadyReplaced."""
    row.struck_by, row.struck_why = str(holding.by.account), holding.why
    _end(holding, row)
    return row


def need_standing(row: Record) -> None:
    """Refuse to change a row that no longer stands. Raises AlreadyReplaced."""
    if row.stood_until is not None:
        raise AlreadyReplaced(
            _("this entry was corrected or continued meanwhile"),
            remedy=_("look at the entry that stands now, and change that one"),
        )


def _end(holding: Holding, row: Record) -> None:
    need_standing(row)
    if holding.sheaf is not None:
        holding.sheaf.write()  # what ends here may still wait in it
    # Of two that wait for one file the later may get the lock first.
    row.stood_until = max(holding.at, row.recorded_at)
    row.save(update_fields=["stood_until", "struck_by", "struck_why"])
    holding.enter(f"{row._meta.app_label}.stood_until_now", row)
