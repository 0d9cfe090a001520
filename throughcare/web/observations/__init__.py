"""Pages of observations."""
