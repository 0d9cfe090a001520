"""One person's time as a picture, and the same as a table."""
