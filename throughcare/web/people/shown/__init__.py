"""What the pages show, in words and in the order in which it is read; templates decide nothing."""
