"""How long the timeline of 2,000 records and a plan for a wing of 300 take."""
