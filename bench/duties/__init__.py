"""What judging costs: saving with the engine off and on, and reading what is due."""
