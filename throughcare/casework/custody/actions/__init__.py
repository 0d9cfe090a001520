"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.adjustments import add_adjustment, strike_out_adjustment
from throughcare.casework.custody.actions.batches import pardon, propose_decree
from throughcare.casework.custody.actions.manual_dates import (
    confirm_date,
    propose_date,
    withdraw_date,
)
from throughcare.casework.custody.actions.orders import register_order
from throughcare.casework.custody.actions.placements import place_in
from throughcare.casework.custody.actions.sentences import (
    add_sentence,
    correct_sentence,
    strike_out_sentence,
)
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import take_step

__all__ = [
    "add_adjustment",
    "add_sentence",
    "confirm_date",
    "correct_sentence",
    "pardon",
    "place_in",
    "propose_date",
    "propose_decree",
    "receive",
    "register_order",
    "strike_out_adjustment",
    "strike_out_sentence",
    "take_step",
    "withdraw_date",
]
