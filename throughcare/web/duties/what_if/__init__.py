"""What a planned regime, or a unit that is closed, would break; nothing of it is kept."""
