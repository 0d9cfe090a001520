"""Orders, charges and legal status of a file, and who is held without an order."""
