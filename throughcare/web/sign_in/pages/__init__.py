"""The pages of the door, and those of one's own account."""
