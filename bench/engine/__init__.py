"""The bench of the two engines: made-up prisons, measurements, ratios."""
