"""Transfers, court, hospital, absence, escape and return."""
