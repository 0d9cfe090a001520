"""Every reading of the room, each with its entry. The viewer comes first.

The rows that a reading hands out are named here too, for whoever shows them.
"""

from throughcare.casework.custody.asked import Elsewhere, Marks
from throughcare.casework.custody.legality import Stretch
from throughcare.casework.custody.models import (
    Charge,
    LegalStatus,
    Movement,
    Order,
    Placement,
    Proposal,
    Sentence,
    Stay,
    Step,
)
from throughcare.casework.custody.queries.batches import (
    LaidDecree,
    decree_of,
    decrees_at,
    preview_decree,
)
from throughcare.casework.custody.queries.corrections import (
    Earlier,
    Version,
    earlier_of,
    proposals_of,
    version_of,
)
from throughcare.casework.custody.queries.counts import Counted, Roll, roll
from throughcare.casework.custody.queries.dates import ReleaseDates, release_dates_of
from throughcare.casework.custody.queries.found import found_elsewhere, known_elsewhere
from throughcare.casework.custody.queries.movements import (
    Arriving,
    Away,
    Whereabouts,
    arriving,
    away_from,
    whereabouts_of,
)
from throughcare.casework.custody.queries.occupancy import (
    Occupancy,
    Prison,
    all_of,
    may_change_places,
    occupancy,
    over_capacity,
    prison,
    prisons,
)
from throughcare.casework.custody.queries.orders import (
    Orders,
    charge_to_change,
    order_to_change,
    orders_of,
    status_to_change,
)
from throughcare.casework.custody.queries.overview import Overview, overview_of
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
from throughcare.casework.custody.queries.printed import Paper, Printed, Taken, printed
from throughcare.casework.custody.queries.reception import Due, Walk, Walked, walk_of
from throughcare.casework.custody.queries.release_due import DueRelease, ReleaseDue, release_due
from throughcare.casework.custody.queries.release_walk import (
    StageStep,
    StageWalk,
    StepTaken,
    orders_for,
    stage_walk,
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
from throughcare.casework.custody.queries.taken_over import open_without_order
from throughcare.casework.custody.queries.unfinished import Unfinished, unfinished
from throughcare.casework.custody.queries.units import Unit, unit_paths, units_for
from throughcare.casework.custody.queries.without_order import (
    Ending,
    HeldLists,
    HeldWithout,
    Why,
    held_lists,
    held_without,
    orders_ending,
)
from throughcare.casework.custody.together import Fit
from throughcare.casework.rows.record import Record

__all__ = [
    "Apart",
    "Arriving",
    "Away",
    "Charge",
    "Conflict",
    "Counted",
    "Due",
    "DueRelease",
    "Earlier",
    "Elsewhere",
    "Ending",
    "Fit",
    "Free",
    "HeldLists",
    "HeldWithout",
    "InPlace",
    "LaidDecree",
    "Lain",
    "Lay",
    "LegalStatus",
    "Marks",
    "Movement",
    "Occupancy",
    "Order",
    "Orders",
    "Overview",
    "Paper",
    "Placement",
    "Printed",
    "Prison",
    "Proposal",
    "Record",
    "ReleaseDates",
    "ReleaseDue",
    "Roll",
    "Sentence",
    "SharingConflict",
    "StageStep",
    "StageWalk",
    "Stay",
    "Step",
    "StepTaken",
    "Stretch",
    "Taken",
    "Unfinished",
    "Unit",
    "Version",
    "Walk",
    "Walked",
    "Whereabouts",
    "Why",
    "all_of",
    "arriving",
    "ask_about_place",
    "away_from",
    "beds_of",
    "charge_to_change",
    "conflicts_of",
    "decree_of",
    "decrees_at",
    "earlier_of",
    "found_elsewhere",
    "free_places",
    "free_places_in",
    "held_lists",
    "held_without",
    "kept_apart",
    "known_elsewhere",
    "lay_in",
    "may_change_places",
    "may_keep_apart",
    "occupancy",
    "open_without_order",
    "order_to_change",
    "orders_ending",
    "orders_for",
    "orders_of",
    "over_capacity",
    "overview_of",
    "people_in",
    "preview_decree",
    "printed",
    "prison",
    "prisons",
    "proposals_of",
    "release_dates_of",
    "release_due",
    "roll",
    "sharing_conflicts",
    "stage_walk",
    "status_to_change",
    "unfinished",
    "unit_paths",
    "units_for",
    "version_of",
    "walk_of",
    "whereabouts_of",
]
