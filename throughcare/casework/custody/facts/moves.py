"""Transfers and stays in hospital; the day and hour of each (Rules 7(c), 68, 69)."""

from __future__ import annotations

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.ages import is_child
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.custody.models import Movement
from throughcare.casework.custody.terms import MovementKind


def movements(sheet: Sheet) -> None:
    """Each way to another prison or into a hospital. Court and leave begin no duty of this room."""
    for movement in sheet.told.movements:
        if movement.kind == MovementKind.TRANSFER:
            _transfer(sheet, movement)
        elif movement.kind == MovementKind.HOSPITAL:
            root = sheet.told.of_movements.first(movement).id
            sheet.event(
                "serious_illness_or_hospital_transfer", movement.id, movement.left_at,
                known(movement), key=root, place=movement.from_place,
            )  # fmt: skip


def _transfer(sheet: Sheet, movement: Movement) -> None:
    root = sheet.told.of_movements.first(movement).id
    at, while_known = movement.left_at, known(movement)
    entered = sheet.told.of_movements.entered_at(movement, "left_at")
    sheet.event(
        "movement", movement.id, at, while_known, place=movement.from_place, said="transfer",
        fields={"admission.at": EMPTY, "transfer.at": Filling(from_datetime(entered))},
    )  # fmt: skip
    sheet.event(
        "transfer_in", movement.id, movement.arrived_at, while_known, key=root,
        place=movement.to_place,
    )  # fmt: skip
    for span, identity in sheet.identities:
        both = while_known.meet(span)
        if both is not None and is_child(sheet.told, identity, at):
            sheet.event(
                "admission_or_transfer_or_release_of_child", movement.id, at, both, key=root,
                place=movement.from_place,
            )  # fmt: skip
