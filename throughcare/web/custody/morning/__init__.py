"""What must be done this morning, first form."""
