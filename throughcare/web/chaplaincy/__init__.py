"""Pages of chaplaincy."""
