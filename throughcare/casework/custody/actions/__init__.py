"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.history import (
    take_over_movement,
    take_over_placement,
    take_over_status,
    take_over_stay,
)
from throughcare.casework.custody.actions.mending import (
    correct_taken_over_movement,
    correct_taken_over_order,
    correct_taken_over_placement,
    correct_taken_over_status,
)
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import place_in
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import take_step

__all__ = [
    "correct_taken_over_movement",
    "correct_taken_over_order",
    "correct_taken_over_placement",
    "correct_taken_over_status",
    "place_in",
    "receive",
    "register_order",
    "take_over_movement",
    "take_over_placement",
    "take_over_status",
    "take_over_stay",
    "take_step",
]
