"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.corrections import correct_movement, strike_out_entry
from throughcare.casework.custody.actions.movements import come_back, escape, leave
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import place_in
from throughcare.casework.custody.actions.proposals import decide, propose
from throughcare.casework.custody.actions.releases import record_death, release
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import take_step
from throughcare.casework.custody.actions.transfers import arrive, depart

__all__ = [
    "arrive",
    "come_back",
    "correct_movement",
    "decide",
    "depart",
    "escape",
    "leave",
    "place_in",
    "propose",
    "receive",
    "record_death",
    "register_order",
    "release",
    "strike_out_entry",
    "take_step",
]
