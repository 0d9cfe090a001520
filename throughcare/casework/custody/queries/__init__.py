"""Every reading of the room, each with its entry. The viewer comes first.

The rows that a reading hands out are named here too, for whoever shows them.
"""

from throughcare.casework.custody.asked import Elsewhere, Marks
from throughcare.casework.custody.legality import Stretch
from throughcare.casework.custody.models import Charge, LegalStatus, Order, Placement, Stay
from throughcare.casework.custody.queries.found import found_elsewhere, known_elsewhere
from throughcare.casework.custody.queries.orders import (
    Orders,
    charge_to_change,
    order_to_change,
    orders_of,
    status_to_change,
)
from throughcare.casework.custody.queries.overview import Overview, overview_of
from throughcare.casework.custody.queries.reception import Due, Walk, Walked, walk_of
from throughcare.casework.custody.queries.unfinished import Unfinished, unfinished
from throughcare.casework.custody.queries.without_order import (
    Ending,
    HeldWithout,
    Why,
    held_without,
    orders_ending,
)

__all__ = [
    "Charge",
    "Due",
    "Elsewhere",
    "Ending",
    "HeldWithout",
    "LegalStatus",
    "Marks",
    "Order",
    "Orders",
    "Overview",
    "Placement",
    "Stay",
    "Stretch",
    "Unfinished",
    "Walk",
    "Walked",
    "Why",
    "charge_to_change",
    "found_elsewhere",
    "held_without",
    "known_elsewhere",
    "order_to_change",
    "orders_ending",
    "orders_of",
    "overview_of",
    "status_to_change",
    "unfinished",
    "walk_of",
]
