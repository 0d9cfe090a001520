"""Whole ways through the service, as people go them."""
