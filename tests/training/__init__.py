"""Training: who of the staff is certified for what."""
