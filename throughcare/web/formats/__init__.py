"""Dates and numbers where Django has none of its own."""
