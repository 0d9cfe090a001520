"""Every reading of a person's file. Each takes the viewer, and leaves its entry in the register."""

from throughcare.casework.people.queries.file import File, file_of, side_by_side
from throughcare.casework.people.queries.search import Found, count, export, find

__all__ = ["File", "Found", "count", "export", "file_of", "find", "side_by_side"]
