"""The tables of the room. Used by this room only; other rooms ask `queries` and `actions`."""

from throughcare.casework.people.models.alert import Alert, AlertCode
from throughcare.casework.people.models.fact import Fact
from throughcare.casework.people.models.key import NameKey
from throughcare.casework.people.models.merge import Merge, Proposal
from throughcare.casework.people.models.note import Note, NoteKind
from throughcare.casework.people.models.person import Person
from throughcare.casework.people.models.photo import Photo

__all__ = [
    "Alert",
    "AlertCode",
    "Fact",
    "Merge",
    "NameKey",
    "Note",
    "NoteKind",
    "Person",
    "Photo",
    "Proposal",
]
