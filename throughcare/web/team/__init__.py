"""Pages of team."""
