"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.queries.corrections import (
    Earlier,
    Version,
    earlier_of,
    open_proposals_of,
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
    StepTaken,
    Walk,
    WalkStep,
    release_orders_of,
    walk_of,
)

__all__ = [
    "Arriving",
    "Away",
    "Earlier",
    "StepTaken",
    "Version",
    "Walk",
    "WalkStep",
    "Whereabouts",
    "arriving",
    "away_from",
    "earlier_of",
    "open_proposals_of",
    "release_orders_of",
    "version_of",
    "walk_of",
    "whereabouts_of",
]
