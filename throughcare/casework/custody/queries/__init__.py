"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.queries.counts import Counted, Roll, roll
from throughcare.casework.custody.queries.occupancy import (
    Occupancy,
    Prison,
    may_change_places,
    occupancy,
    over_capacity,
    prison,
    prisons,
)
from throughcare.casework.custody.queries.places import (
    Free,
    InPlace,
    Lain,
    Lay,
    ask_about_place,
    beds_of,
    free_places,
    free_places_in,
    lay_in,
    people_in,
)
from throughcare.casework.custody.queries.sharing import (
    Apart,
    Conflict,
    SharingConflict,
    conflicts_of,
    kept_apart,
    may_keep_apart,
    sharing_conflicts,
)

__all__ = [
    "Apart",
    "Conflict",
    "Counted",
    "Free",
    "InPlace",
    "Lain",
    "Lay",
    "Occupancy",
    "Prison",
    "Roll",
    "SharingConflict",
    "ask_about_place",
    "beds_of",
    "conflicts_of",
    "free_places",
    "free_places_in",
    "kept_apart",
    "lay_in",
    "may_change_places",
    "may_keep_apart",
    "occupancy",
    "over_capacity",
    "people_in",
    "prison",
    "prisons",
    "roll",
    "sharing_conflicts",
]
