"""To correct and to strike out: what was recorded stays readable with its time and its author.

A stay takes two people (`actions/proposals.py`). What stands in other sections and has rules of its
own is corrected there.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.entries import ENTRIES
from throughcare.casework.custody.errors import BadCorrection, BadPlace, NeedsAnother
from throughcare.casework.custody.models import Movement
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.people.files import Holding, entering, hold, need_reason, parts_of
from throughcare.casework.rows import writing
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.entry_kind import EntryKind
from throughcare.casework.rows.errors import AlreadyReplaced
from throughcare.casework.rows.record import Record

R = TypeVar("R", bound=Record)
_NAMED: Final = frozenset({MovementKind.COURT, MovementKind.HOSPITAL, MovementKind.ABSENCE})


@entering
def correct_movement(
    *, by: Viewer, at: datetime, person_id: UUID, movement_id: UUID, left_at: datetime,
    arrived_at: datetime | None, expected_at: datetime | None, to_place: str, reason: str,
    why: str,
) -> Movement:  # fmt: skip
    """Write a movement as it was, in place of a wrong entry.

    An arrival moves the file: neither it nor where it led is taken back here, only its times.
    Raises BadCorrection, AlreadyReplaced, BadPlace, BadMoment, NoReason, NotThere, Refused.
    """
    holding, row = _held(by, at, person_id, "movement", movement_id, why)
    assert isinstance(row, Movement)
    need_past(left_at, arrived_at, at=at)
    need_order(left_at, expected_at, what=_("the return would be before the departure"))
    need_order(left_at, arrived_at, what=_("the return would be before the departure"))
    if row.kind == MovementKind.TRANSFER:
        _need_same_journey(row, to_place, arrived_at)
    if row.kind in _NAMED and not to_place.strip():
        raise BadPlace(
            _("where the person goes is missing"),
            remedy=_("name the court, the hospital or the place"),
        )
    corrected = anew(
        row, left_at=left_at, arrived_at=arrived_at, expected_at=expected_at,
        to_place=to_place.strip(), reason=reason.strip(),
    )  # fmt: skip
    return put_corrected(
        holding, corrected, event="custody.movement_corrected", happened_at=left_at, replaces=row
    )


@entering
def strike_out_entry(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, row_id: UUID, why: str
) -> Record:
    """Say that an entry was never so. `kind` is a name of `entries.ENTRIES`.

    Raises NeedsAnother for a stay, BadCorrection for what ends in its own section, AlreadyReplaced,
    NoReason, NotThere, Refused.
    """
    if kind not in ENTRIES:
        raise NotThere
    holding, row = _held(by, at, person_id, kind, row_id, why)
    _need_alone(kind, row)
    return writing.strike_out(holding, row)


def put_corrected(
    holding: Holding, row: R, *, event: str, happened_at: datetime, replaces: R
) -> R:  # fmt: skip
    """As `writing.put`; what the database refuses is said in words. Raises BadCorrection."""
    try:
        with transaction.atomic():
            return writing.put(
                holding, row, event=event, happened_at=happened_at, replaces=replaces
            )
    except IntegrityError as error:
        raise BadCorrection(
            _("this would contradict another entry: %(what)s") % {"what": _said(error)},
            remedy=_("look at the entries beside it, and correct the wrong one first"),
        ) from error


def held_row(
    kind: EntryKind, person_id: UUID, row_id: UUID
) -> Record:  # fmt: skip
    """The row of this person, behind the wall. Raises NotThere."""
    row: Record | None = kind.rows().filter(id=row_id, person__in=parts_of(person_id)).first()
    if row is None:
        raise NotThere
    return row


def _held(
    by: Viewer, at: datetime, person_id: UUID, kind: str, row_id: UUID, why: str
) -> tuple[Holding, Record]:
    """The file locked in the compartment of the row, and the row as it is under the lock."""
    entry = ENTRIES[kind]
    code = entry.compartment_of(held_row(entry, person_id, row_id))
    holding = hold(person_id=person_id, act=Act.WRITE, compartment=code, by=by, at=at, why=why)
    need_reason(why)
    row = held_row(entry, person_id, row_id)
    if row.stood_until is not None:
        raise AlreadyReplaced(
            _("this entry was corrected or continued meanwhile"),
            remedy=_("look at the entry that stands now, and change that one"),
        )
    return holding, row


def _need_alone(kind: str, row: Record) -> None:
    if kind == "stay":
        raise NeedsAnother(
            _("a stay in custody is not struck out by one person alone"),
            remedy=_("propose it: a colleague looks at it and decides"),
        )
    if not ENTRIES[kind].alone:
        raise BadCorrection(
            _("this entry is not struck out here"),
            remedy=_("end or correct it in its own section"),
        )
    if isinstance(row, Movement) and row.kind == MovementKind.TRANSFER and row.arrived_at:
        raise BadCorrection(
            _("the file has moved with this transfer"),
            remedy=_("correct its times, or transfer the person back"),
        )


def _need_same_journey(row: Movement, to_place: str, arrived_at: datetime | None) -> None:
    if to_place.strip() != row.to_place or (arrived_at is None) != (row.arrived_at is None):
        raise BadCorrection(
            _("the file moves with a transfer: only its times and reason are corrected"),
            remedy=_("the arrival is confirmed by the other prison; a return is a movement back"),
        )


def _said(error: IntegrityError) -> str:
    """What the constraint that refused is about, in words."""
    known = {
        "custody_one_movement_at_a_time": _("two movements at one time"),
        "custody_one_stay_at_a_time": _("two stays in custody at one time"),
        "custody_movement_arrives_after_it_leaves": _("the return is before the departure"),
        "custody_stay_ends_after_it_begins_and_says_how": _("the release is before the admission"),
    }
    diagnosis = getattr(error.__cause__, "diag", None)
    name = str(getattr(diagnosis, "constraint_name", "") or "")
    return known.get(name, name)
