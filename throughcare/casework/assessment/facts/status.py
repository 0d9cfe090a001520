"""The marks of a person, under the names of the rules: each until it ends by itself or before.

Charged or convicted, and assessed, make somebody a person of whom the rules on violent extremist
prisoners speak; who is vulnerable is to be protected, and is none. All three are marks that need
evidence, an owner and a review. What nobody confirmed is no mark that holds: it is told as
unconfirmed alone, so that a proposal that is left lying is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.assessment.facts.told import Told
from throughcare.casework.assessment.lasting import begins, ends
from throughcare.casework.assessment.models import Status
from throughcare.casework.assessment.status_terms import VEP, StatusKind
from throughcare.casework.custody.facts.knowing import Chains, known, through
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet

# The fields of a mark, by the columns that hold them.
FIELDS: Final = {
    "evidence": "evidence", "owner": "owner", "review_at": "review_at", "from": "since",
    "to": "expires_at", "confirmed_at": "looked_at",
}  # fmt: skip
UNCONFIRMED: Final = "vep_flag_unconfirmed"
SET: Final = "admission_with_vep_flag_or_flag_set"


def flags(sheet: Sheet, told: Told) -> None:
    """Each status that was confirmed: what it says, and the time in which it holds."""
    rows = told.rows(Status)
    chain = Chains(rows)
    for row, since in _held(rows):
        fields = {f"vep_flag.{name}": _filled(chain, row, col) for name, col in FIELDS.items()}
        sheet.event(
            "vep_flag", row.id, since, known(row), key=row.first, fields=fields, said=row.kind
        )
        group = "assessed_vulnerable" if row.kind == StatusKind.VULNERABLE else "vep"
        sheet.spell(group, row.id, since, ends(row), known(row))


def in_custody(sheet: Sheet, told: Told) -> None:
    """While somebody with such a mark is in custody."""
    for row, since in _held(_vep(told)):
        for stay in told.custody.stays:
            both = known(row).meet(known(stay))
            if both is None:
                continue
            until = ends(row) if stay.left_at is None else min(ends(row), stay.left_at)
            sheet.spell(
                "vep_in_custody", row.id, max(since, stay.admitted_at), until, both,
                place=stay.establishment,
            )  # fmt: skip


def flags_set(sheet: Sheet, told: Told) -> None:
    """When a mark is set on somebody who has none, and each admission of somebody who has one."""
    rows = _vep(told)
    for first in dict.fromkeys(row.first for row in rows):
        for span, (set_at,) in through(rows, partial(_set_at, first)):
            sheet.event(SET, first, set_at, span, key=first)
    for stay in told.custody.stays:
        for span, _marked in through(rows, partial(_marked_before, stay.admitted_at)):
            both = span.meet(known(stay))
            if both is not None:
                sheet.event(SET, stay.id, stay.admitted_at, both, place=stay.establishment)


def unconfirmed(sheet: Sheet, told: Told) -> None:
    """What waits for a second person; and a mark past its review, until it ends or is renewed."""
    rows = told.rows(Status)
    chain = Chains(rows)
    for row in rows:
        proposed_at = max(chain.first(row).recorded_at, row.since)
        sheet.spell(UNCONFIRMED, row.id, proposed_at, row.looked_at, known(row))
    for row, since in _held(rows):
        renewals = [one for one, _begins in _held(rows) if one.renews == row.first]
        for span, (until,) in through([row, *renewals], partial(_unrenewed_until, row)):
            sheet.spell(UNCONFIRMED, row.id, max(since, row.review_at), until, span)


def _held(rows: Iterable[Status]) -> Iterator[tuple[Status, datetime]]:
    """Those that were confirmed, with the moment from which they hold."""
    for row in rows:
        since = begins(row)
        if since is not None and since < ends(row):
            yield row, since


def _vep(told: Told) -> list[Status]:
    return [row for row in told.rows(Status) if row.kind in VEP]


def _filled(chain: Chains[Status], row: Status, column: str) -> Filling:
    if getattr(row, column) in (None, ""):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, column)))


def _set_at(first: UUID, standing: list[Status]) -> tuple[datetime] | None:
    """When this mark began, unless another one held until then: a renewal sets nothing anew."""
    held = list(_held(standing))
    since = next((since for row, since in held if row.first == first), None)
    if since is None or any(other < since <= ends(row) for row, other in held):
        return None
    return (since,)


def _marked_before(moment: datetime, standing: list[Status]) -> tuple[bool] | None:
    """Whether a mark that was set before holds at the moment."""
    marked = any(since < moment < ends(row) for row, since in _held(standing))
    return (True,) if marked else None


def _unrenewed_until(row: Status, standing: list[Status]) -> tuple[datetime] | None:
    """The end of the mark, or the moment when two others confirmed that it goes on."""
    if row not in standing:
        return None
    renewed = [one.looked_at for one in standing if one is not row and one.looked_at is not None]
    return (min([ends(row), *renewed]),)
