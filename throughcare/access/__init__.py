"""Who may see or do what: one policy, read from the matrix, answered with a named reason."""
