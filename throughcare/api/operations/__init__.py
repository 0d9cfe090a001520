"""The operations, one file for each thing they are about. Each calls one action or query."""
