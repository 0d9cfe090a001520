"""The walk of a reception, one page a step."""
