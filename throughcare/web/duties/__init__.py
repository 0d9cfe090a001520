"""Pages of what must be done: the morning, one file, why, the rules, coverage, what if."""
