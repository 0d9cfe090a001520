"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import place_in
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import take_step

__all__ = ["place_in", "receive", "register_order", "take_step"]
