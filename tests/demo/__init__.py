"""The invented country: the same each time, of nobody, whole or not at all."""
