"""Every reading of the room, each with its entry. The viewer comes first."""
