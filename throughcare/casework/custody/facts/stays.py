"""In custody: admission, the stay itself, release, death, and the day and hour of each (Rule 7)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from standards.instants import OPEN, from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.ages import (
    FEMALE,
    is_child,
    of_age_at,
)
from throughcare.casework.custody.facts.knowing import Known, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.custody.models import Stay
from throughcare.casework.custody.terms import LeftHow
from throughcare.casework.people.told import Identity


def stays(sheet: Sheet) -> None:
    """What every stay says, and what it says of a woman and of a child."""
    for stay in sheet.told.stays:
        root = sheet.told.of_stays.first(stay).id
        _stay(sheet, stay, root)
        for both, identity in _as_whom(sheet, stay):
            if identity.sex == FEMALE:
                _of_woman(sheet, stay, root, both, identity)
            if is_child(sheet.told, identity, stay.admitted_at):
                _of_child(sheet, stay, root, both, identity)


def _as_whom(sheet: Sheet, stay: Stay) -> Iterator[tuple[Known, Identity]]:
    for span, identity in sheet.identities:
        both = known(stay).meet(span)
        if both is not None:
            yield both, identity


def _stay(sheet: Sheet, stay: Stay, root: UUID) -> None:
    at, where, while_known = stay.admitted_at, stay.establishment, known(stay)
    sheet.event("admission", stay.id, at, while_known, key=root, place=where)
    sheet.spell("in_custody", stay.id, at, stay.left_at, while_known, place=where)
    sheet.event(
        "movement", stay.id, at, while_known, place=where, said="admission",
        fields={"admission.at": _entered(sheet, stay, "admitted_at"), "release.at": EMPTY},
    )  # fmt: skip
    opened = sheet.told.history.opened_at
    sheet.event("prisoner_file_opened", stay.id, opened, while_known)
    # Who comes again has a file; what begins anew is its entry of this stay.
    first = sheet.told.of_stays.first(stay)
    if first.recorded_at != opened:
        sheet.event("prisoner_file_opened", stay.id, first.recorded_at, while_known)
    if stay.left_at is not None:
        _left(sheet, stay, root)


def _left(sheet: Sheet, stay: Stay, root: UUID) -> None:
    at, where, while_known = stay.left_at, stay.establishment, known(stay)
    if stay.left_how == LeftHow.DEATH:
        sheet.event("death_in_custody", stay.id, at, while_known, key=root, place=where)
        return
    # Who is handed over to another country leaves this custody as who is released does.
    sheet.event("release", stay.id, at, while_known, key=root, place=where)
    sheet.event(
        "movement", stay.id, at, while_known, place=where, said="release",
        fields={"admission.at": EMPTY, "release.at": _entered(sheet, stay, "left_at")},
    )  # fmt: skip


def _entered(sheet: Sheet, stay: Stay, name: str) -> Filling:
    return Filling(from_datetime(sheet.told.of_stays.entered_at(stay, name)))


def _of_woman(sheet: Sheet, stay: Stay, root: UUID, both: Known, identity: Identity) -> None:
    at, where = stay.admitted_at, stay.establishment
    sheet.event("admission_of_woman", stay.id, at, both, key=root, place=where)
    sheet.spell("woman_in_custody", stay.id, at, stay.left_at, both, place=where)
    if is_child(sheet.told, identity, at):
        sheet.event("admission_of_girl", stay.id, at, both, key=root, place=where)


def _of_child(sheet: Sheet, stay: Stay, root: UUID, both: Known, identity: Identity) -> None:
    at, where = stay.admitted_at, stay.establishment
    sheet.event("admission_of_child", stay.id, at, both, key=root, place=where)
    sheet.event(
        "admission_or_transfer_or_release_of_child", stay.id, at, both, key=f"{root}:in",
        place=where,
    )  # fmt: skip
    of_age = of_age_at(sheet.told, identity)
    grown = None if of_age == OPEN else sheet.when(of_age)
    ends = [end for end in (grown, stay.left_at) if end is not None]
    sheet.spell(
        "child_in_custody", stay.id, at, min(ends, default=None), both, place=where,
    )  # fmt: skip
    freed = stay.left_at is not None and stay.left_how != LeftHow.DEATH
    if stay.left_at is not None and freed and is_child(sheet.told, identity, stay.left_at):
        sheet.event(
            "admission_or_transfer_or_release_of_child", stay.id, stay.left_at, both,
            key=f"{root}:out", place=where,
        )  # fmt: skip
