"""Measures the search of names: invented people, labelled pairs, the real query on PostgreSQL."""
