"""Every reading of the room, each with its entry. The viewer comes first.

The rows that a reading hands out are named here too, for whoever shows them.
"""

from throughcare.casework.custody.legality import Stretch
from throughcare.casework.custody.models import Charge, LegalStatus, Order, Placement, Stay
from throughcare.casework.custody.queries.orders import (
    Orders,
    charge_to_change,
    order_to_change,
    orders_of,
    status_to_change,
)
from throughcare.casework.custody.queries.overview import Overview, overview_of
from throughcare.casework.custody.queries.without_order import (
    Ending,
    HeldWithout,
    Why,
    held_without,
    orders_ending,
)

__all__ = [
    "Charge",
    "Ending",
    "HeldWithout",
    "LegalStatus",
    "Order",
    "Orders",
    "Overview",
    "Placement",
    "Stay",
    "Stretch",
    "Why",
    "charge_to_change",
    "held_without",
    "order_to_change",
    "orders_ending",
    "orders_of",
    "overview_of",
    "status_to_change",
]
