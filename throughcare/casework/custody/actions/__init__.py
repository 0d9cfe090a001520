"""Every change of the room. Each is one keyword-only function in one transaction."""

from throughcare.casework.custody.actions.adjustments import add_adjustment, strike_out_adjustment
from throughcare.casework.custody.actions.age import decide_age, dispute_age
from throughcare.casework.custody.actions.batches import pardon, propose_decree
from throughcare.casework.custody.actions.beds import close_bed, open_bed
from throughcare.casework.custody.actions.charges import (
    add_charge,
    correct_charge,
    strike_out_charge,
)
from throughcare.casework.custody.actions.corrections import correct_movement, strike_out_entry
from throughcare.casework.custody.actions.counts import count_people
from throughcare.casework.custody.actions.found import take_over
from throughcare.casework.custody.actions.history import (
    take_over_movement,
    take_over_placement,
    take_over_status,
    take_over_stay,
)
from throughcare.casework.custody.actions.judges import take_case
from throughcare.casework.custody.actions.keep_apart import end_keep_apart, keep_apart
from throughcare.casework.custody.actions.manual_dates import (
    confirm_date,
    propose_date,
    withdraw_date,
)
from throughcare.casework.custody.actions.mending import (
    correct_taken_over_movement,
    correct_taken_over_order,
    correct_taken_over_placement,
    correct_taken_over_status,
)
from throughcare.casework.custody.actions.movements import come_back, escape, leave
from throughcare.casework.custody.actions.orders import (
    correct_order,
    register_order,
    strike_out_order,
)
from throughcare.casework.custody.actions.placements import (
    correct_placement,
    move_several,
    place_in,
)
from throughcare.casework.custody.actions.places import change_place, close_place, open_place
from throughcare.casework.custody.actions.proposals import decide, propose
from throughcare.casework.custody.actions.releases import record_death, release
from throughcare.casework.custody.actions.sentences import (
    add_sentence,
    correct_sentence,
    strike_out_sentence,
)
from throughcare.casework.custody.actions.status import (
    correct_status,
    set_status,
    strike_out_status,
)
from throughcare.casework.custody.actions.stays import receive
from throughcare.casework.custody.actions.steps import correct_step, take_step
from throughcare.casework.custody.actions.transfers import arrive, depart

__all__ = [
    "add_adjustment",
    "add_charge",
    "add_sentence",
    "arrive",
    "change_place",
    "close_bed",
    "close_place",
    "come_back",
    "confirm_date",
    "correct_charge",
    "correct_movement",
    "correct_order",
    "correct_placement",
    "correct_sentence",
    "correct_status",
    "correct_step",
    "correct_taken_over_movement",
    "correct_taken_over_order",
    "correct_taken_over_placement",
    "correct_taken_over_status",
    "count_people",
    "decide",
    "decide_age",
    "depart",
    "dispute_age",
    "end_keep_apart",
    "escape",
    "keep_apart",
    "leave",
    "move_several",
    "open_bed",
    "open_place",
    "pardon",
    "place_in",
    "propose",
    "propose_date",
    "propose_decree",
    "receive",
    "record_death",
    "register_order",
    "release",
    "set_status",
    "strike_out_adjustment",
    "strike_out_charge",
    "strike_out_entry",
    "strike_out_order",
    "strike_out_sentence",
    "strike_out_status",
    "take_case",
    "take_over",
    "take_over_movement",
    "take_over_placement",
    "take_over_status",
    "take_over_stay",
    "take_step",
    "withdraw_date",
]
