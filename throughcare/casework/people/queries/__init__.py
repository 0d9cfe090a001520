"""Every reading of a person's file. Each takes the viewer, and leaves its entry in the register."""

from throughcare.casework.people.queries.emergency import emergency_contact
from throughcare.casework.people.queries.file import File, file_of, side_by_side
from throughcare.casework.people.queries.listing import Listed, Listing, list_of
from throughcare.casework.people.queries.readers import MOST_READERS, Opening, readers_of
from throughcare.casework.people.queries.search import Found, count, export, find

__all__ = [
    "MOST_READERS",
    "File",
    "Found",
    "Listed",
    "Listing",
    "Opening",
    "count",
    "emergency_contact",
    "export",
    "file_of",
    "find",
    "list_of",
    "readers_of",
    "side_by_side",
]
