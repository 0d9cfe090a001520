"""What `throughcare check --live` costs over a whole country: gathering against judging."""
