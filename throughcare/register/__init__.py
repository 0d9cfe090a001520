"""What was done and read, by whom, when and why: append-only, hashed, under signed checkpoints."""
