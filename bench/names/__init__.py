"""Measures the search of names: invented people, the labelled pairs, the real query on PostgreSQL."""
