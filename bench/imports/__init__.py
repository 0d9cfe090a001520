"""What `throughcare import` costs a row, and whether 20,000 messy rows agree with their truth."""
