"""The service and its staff: what is about those who work here, and about nobody in a file."""
