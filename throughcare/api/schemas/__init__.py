"""The forms of what goes in and out."""
