"""To answer for a breach: why it came to it, and what was done."""
