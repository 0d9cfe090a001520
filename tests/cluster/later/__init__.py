"""What a later release brings: one step, and a second one that can be made to fail."""
