"""Every reading of the room, each with its entry. The viewer comes first."""

from throughcare.casework.custody.queries.taken_over import open_without_order

__all__ = ["open_without_order"]
