"""What is due on a file, and what was broken or met before."""
