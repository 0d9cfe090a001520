"""Release dates line by line, and releases that are due or overdue."""
