"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.beds import close_bed, open_bed
from throughcare.casework.custody.actions.counts import count_people
from throughcare.casework.custody.actions.keep_apart import end_keep_apart, keep_apart
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import (
    correct_placement,
    move_several,
    place_in,
)
from throughcare.casework.custody.actions.places import change_place, close_place, open_place
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import take_step

__all__ = [
    "change_place",
    "close_bed",
    "close_place",
    "correct_placement",
    "count_people",
    "end_keep_apart",
    "keep_apart",
    "move_several",
    "open_bed",
    "open_place",
    "place_in",
    "receive",
    "register_order",
    "take_step",
]
