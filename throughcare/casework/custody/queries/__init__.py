"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.models import Sentence
from throughcare.casework.custody.queries.batches import (
    LaidDecree,
    decree_of,
    decrees_at,
    preview_decree,
)
from throughcare.casework.custody.queries.dates import ReleaseDates, release_dates_of
from throughcare.casework.custody.queries.release_due import DueRelease, ReleaseDue, release_due

__all__ = [
    "DueRelease",
    "LaidDecree",
    "ReleaseDates",
    "ReleaseDue",
    "Sentence",
    "decree_of",
    "decrees_at",
    "preview_decree",
    "release_dates_of",
    "release_due",
]
