"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.asked import Elsewhere, Marks
from throughcare.casework.custody.queries.found import found_elsewhere, known_elsewhere
from throughcare.casework.custody.queries.reception import Due, Walk, Walked, walk_of
from throughcare.casework.custody.queries.unfinished import Unfinished, unfinished

__all__ = [
    "Due",
    "Elsewhere",
    "Marks",
    "Unfinished",
    "Walk",
    "Walked",
    "found_elsewhere",
    "known_elsewhere",
    "unfinished",
    "walk_of",
]
