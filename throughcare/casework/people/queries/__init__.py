"""Every reading of a person's file. Each takes the viewer, and leaves its entry in the register."""

from throughcare.casework.people.models import Alert, AlertCode, Fact, Note, NoteKind
from throughcare.casework.people.queries.file import File, file_of, side_by_side
from throughcare.casework.people.queries.listing import Listed, Listing, list_of
from throughcare.casework.people.queries.search import Found, count, export, find

__all__ = [
    "Alert",
    "AlertCode",
    "Fact",
    "File",
    "Found",
    "Listed",
    "Listing",
    "Note",
    "NoteKind",
    "count",
    "export",
    "file_of",
    "find",
    "list_of",
    "side_by_side",
]
