"""What must be done this morning: overdue, today, this week."""
