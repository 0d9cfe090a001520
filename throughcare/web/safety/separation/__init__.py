"""The section Separation of a file: the register, and each form of it."""
