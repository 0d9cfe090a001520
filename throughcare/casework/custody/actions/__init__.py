"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.age import decide_age, dispute_age
from throughcare.casework.custody.actions.found import take_over
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import place_in
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import correct_step, take_step

__all__ = [
    "correct_step",
    "decide_age",
    "dispute_age",
    "place_in",
    "receive",
    "register_order",
    "take_over",
    "take_step",
]
