"""How fast the register is: writing beside changes, sealing, and proving a million entries."""
