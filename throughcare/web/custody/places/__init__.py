"""Occupancy, who lies where, who may not share, counts."""
