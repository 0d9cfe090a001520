"""Every reading of the room, each with its entry. The viewer comes first.

The rows that a reading hands out are named here too, for whoever shows them.
"""

from throughcare.casework.custody.models import Movement, Order, Proposal, Record, Stay, Step
from throughcare.casework.custody.queries.corrections import (
    Earlier,
    Version,
    earlier_of,
    proposals_of,
    version_of,
)
from throughcare.casework.custody.queries.movements import (
    Arriving,
    Away,
    Whereabouts,
    arriving,
    away_from,
    whereabouts_of,
)
from throughcare.casework.custody.queries.release_walk import (
    StageStep,
    StageWalk,
    StepTaken,
    orders_for,
    stage_walk,
)

__all__ = [
    "Arriving",
    "Away",
    "Earlier",
    "Movement",
    "Order",
    "Proposal",
    "Record",
    "StageStep",
    "StageWalk",
    "Stay",
    "Step",
    "StepTaken",
    "Version",
    "Whereabouts",
    "arriving",
    "away_from",
    "earlier_of",
    "orders_for",
    "proposals_of",
    "stage_walk",
    "version_of",
    "whereabouts_of",
]
