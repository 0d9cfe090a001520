"""Every reading of a person's file. Each takes the viewer, and leaves its entry in the register.

The rows that a reading hands out are named here too, for whoever shows them.
"""

from throughcare.casework.people.models import Alert, AlertCode, Fact, Merge, Note, NoteKind
from throughcare.casework.people.queries.comparing import Comparable, comparable
from throughcare.casework.people.queries.emergency import emergency_contact
from throughcare.casework.people.queries.file import (
    File,
    Lets,
    file_of,
    file_to_change,
    side_by_side,
)
from throughcare.casework.people.queries.history import History, history_of
from throughcare.casework.people.queries.listing import Listed, Listing, list_of, listed
from throughcare.casework.people.queries.opening import may_open_at
from throughcare.casework.people.queries.photo import photo_of
from throughcare.casework.people.queries.proposals import Proposed, open_proposals, proposal_of
from throughcare.casework.people.queries.readers import MOST_READERS, Opening, readers_of
from throughcare.casework.people.queries.search import Found, count, export, find

__all__ = [
    "MOST_READERS",
    "Alert",
    "AlertCode",
    "Comparable",
    "Fact",
    "File",
    "Found",
    "History",
    "Lets",
    "Listed",
    "Listing",
    "Merge",
    "Note",
    "NoteKind",
    "Opening",
    "Proposed",
    "comparable",
    "count",
    "emergency_contact",
    "export",
    "file_of",
    "file_to_change",
    "find",
    "history_of",
    "list_of",
    "listed",
    "may_open_at",
    "open_proposals",
    "photo_of",
    "proposal_of",
    "readers_of",
    "side_by_side",
]
