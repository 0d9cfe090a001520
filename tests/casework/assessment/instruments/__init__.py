"""Instruments: what is refused, with which sentence; what passes; and what never leaves."""
