"""Assessment: instruments, and how far two people agree."""
