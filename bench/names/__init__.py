"""The bench of the search of names: made-up people, recall, time for each query."""
